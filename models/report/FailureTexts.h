// The answer of `hallway failures` in every form.
#pragma once

#include "analysis/ExceptionGroups.h"
#include "analysis/FailureOrigins.h"
#include "analysis/Subset.h"
#include "session/Capture.h"

#include <cstddef>
#include <string>

namespace hallway {

struct FailureAnswer {
    FailureReport failures;
    ExceptionReport exceptions;
    std::size_t limit = 0; ///< of origins, exceptions and paths each; totals count all
};

/// "hallway.failures/1" (docs/json.md).
[[nodiscard]] std::string failuresJson(const Capture& capture, const FailureAnswer& answer,
                                       const Subset& subset = {});
/// A row an origin, exception or path; `kind` says which.
[[nodiscard]] std::string failuresCsv(const Capture& capture, const FailureAnswer& answer);
/// Three tables, each below a line that says what it lists.
[[nodiscard]] std::string failuresTable(const Capture& capture, const FailureAnswer& answer);

} // namespace hallway
