// Did one side of a call fail, and how (calls.md rule 22).
#pragma once

#include "analysis/KnownAttributes.h"
#include "trace/CallTable.h"
#include "trace/Span.h"

namespace hallway {

struct SideFailure {
    bool failed = false;
    FailureKind kind = FailureKind::None;
};

/// `exceptionEscaped`: an exception event with exception.escaped = true. `exceptionType`: of the last
/// exception event, "" without one; it tells the kind of a failure where error.type does not, never whether
/// there is one.
[[nodiscard]] SideFailure failureOf(const KnownAttributes& attributes, SpanKind kind, SpanStatus status,
                                    bool zipkinError, bool exceptionEscaped,
                                    std::string_view exceptionType = {});

/// A gRPC status code given as int, decimal text or name in any case; nothing for anything else.
[[nodiscard]] std::optional<int> grpcCodeOf(const Attribute& attribute);

} // namespace hallway
