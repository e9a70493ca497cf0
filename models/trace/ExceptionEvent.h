// An `exception` event of a span, as OpenTelemetry records one.
#pragma once

#include "base/Time.h"
#include "trace/Span.h"

#include <string_view>

namespace hallway {

/// Texts point into what is read, and are "" where the export says nothing.
struct ExceptionEvent {
    StoreRow span;
    Timestamp time; ///< 0 = absent
    std::string_view type, message, stackTrace;
};

} // namespace hallway
