// Failures as the page Failures lists them: where they start, exceptions, call paths.
#pragma once

#include "analysis/Subset.h"
#include "base/Cancellation.h"
#include "base/FormatText.h"
#include "base/Result.h"
#include "items/Finding.h"
#include "session/Capture.h"

namespace hallway {

/// Off the GUI thread. `offset`: of clock times, null = UTC. Errors: those of exceptionsOf().
[[nodiscard]] Result<Findings> failureFindingsOf(const Capture& capture, const Subset& subset,
                                                 format::UtcOffset offset, const CancelToken& cancel = {});

} // namespace hallway
