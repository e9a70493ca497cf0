// The exceptions of a capture, read from where its events lie.
#pragma once

#include "analysis/ExceptionGroups.h"
#include "analysis/Subset.h"
#include "base/Cancellation.h"
#include "session/Capture.h"

namespace hallway {

/// Of the spans that start in the range of the subset and are in it. Passes the rows once; nothing is read
/// where no such span has an exception. Any thread. Errors: Cancelled, CacheDamaged.
[[nodiscard]] Result<ExceptionReport> exceptionsOf(const Capture& capture, const Subset& subset,
                                                   const CancelToken& cancel = {});

} // namespace hallway
