// With which codes calls ended: HTTP and gRPC status codes as the spans' attributes tell them.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "session/Capture.h"
#include "trace/CallCodes.h"

#include <span>

namespace hallway {

/// Where a call's code is looked for: the callee's span, then the caller span; either may be invalid.
struct CodeSpans {
    SpanRow server, client;
};

/// Passes the rows of the capture once; calls count once each, by the callee's span where that tells a code.
/// Errors: those of Capture::columns().
[[nodiscard]] Result<CallCodes> codesOf(std::span<const CodeSpans> calls, const Capture& capture,
                                        const CancelToken& cancel = {});

} // namespace hallway
