// With which codes calls ended: HTTP and gRPC status codes as the spans' attributes tell them.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "session/Capture.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hallway {

/// Where a call's code is looked for: the callee's span, then the caller span; either may be invalid.
struct CodeSpans {
    SpanRow server, client;
};

struct CodeCount {
    enum class Kind : std::uint8_t { Http, Grpc };
    Kind kind = Kind::Http;
    std::string code;       ///< "503", "UNAVAILABLE"
    bool isFailure = false; ///< HTTP from 400 on; any gRPC code but OK
    std::uint64_t calls = 0;
    bool operator==(const CodeCount&) const = default;
};

struct CallCodes {
    std::vector<CodeCount> counts; ///< most calls first, then by kind and code
    std::uint64_t without = 0;     ///< calls that tell no code
    bool operator==(const CallCodes&) const = default;
};

/// Passes the rows of the capture once; calls count once each, by the callee's span where that tells a code.
/// Errors: those of Capture::columns().
[[nodiscard]] Result<CallCodes> codesOf(std::span<const CodeSpans> calls, const Capture& capture,
                                        const CancelToken& cancel = {});

} // namespace hallway
