// By what calls can differ: an attribute of one of their spans, or a fact about them.
#pragma once

#include "trace/CallTable.h"

#include <compare>
#include <cstdint>
#include <string>

namespace hallway {

/// Which span of a call a value stands on.
enum class CallSide : std::uint8_t {
    Callee, ///< the callee's span, or the request's own
    Caller, ///< the caller span
    Inside, ///< any span below the callee's: what the call did in turn
    Call,   ///< the call itself, or its trace
};

enum class ValueScope : std::uint8_t { Fact, Resource, Span };

enum class Fact : std::uint8_t {
    Edge, ///< Inside: a call that was made in turn
    Service,
    Operation,
    HasSpan, ///< whether the side has a span at all
    Kind,
    StatusCode,
    Failed,        ///< calls.md rule 22
    FailureStarts, ///< Inside: a span of the service failed and none of its children did (rule 23)
    FailureKind,   ///< rule 22's split
    Retry,
    LongestSelf, ///< ns: the longest self time (calls.md 2.4) of the callee's span, or of the service's spans
                 ///< inside
    Calls,       ///< Inside: how often `key` is called by the service
    RootService,
    RootOperation,
};

struct Dimension {
    CallSide side = CallSide::Callee;
    ValueScope scope = ValueScope::Fact;
    Fact fact = Fact::Edge; ///< of scope Fact
    NodeId service;         ///< Inside, but for the facts Edge and Service: whose spans; else invalid
    std::string key;        ///< of the other scopes: the attribute's; of Fact::Calls the callee's label

    /// It sums up the spans inside: one number a call.
    [[nodiscard]] bool isSum() const {
        return scope == ValueScope::Fact && (fact == Fact::LongestSelf || fact == Fact::Calls);
    }
    /// A call may have several values of it.
    [[nodiscard]] bool hasSeveral() const { return side == CallSide::Inside && !isSum(); }
    auto operator<=>(const Dimension&) const = default;
};

} // namespace hallway
