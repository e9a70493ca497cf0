// The attributes that instrumentations put on spans, in the names of the caller's dialect.
#pragma once

#include "bench/GeneratedSpan.h"
#include "bench/Random.h"
#include "bench/Topology.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway::bench {

/// Why a request or call did not succeed. Codes as the caller sees them.
struct Failure {
    int http = 500;
    int grpc = 13;
    std::string_view type;    ///< error.type
    std::string_view message; ///< status message and exception.message
};

using Outcome = std::optional<Failure>;

/// How a service's spans are to be described.
struct Style {
    Dialect dialect = Dialect::New;
    bool lean = false; ///< only what the program itself makes something of
};

void describeServer(Span& span, Style style, const Service& service, const Endpoint& endpoint,
                    const Outcome& outcome);
/// The span a user's request begins with.
void describeUser(Span& span, Style style, Random& random);
void describeClient(Span& span, Style style, const Service& callee, const Endpoint& endpoint,
                    const Outcome& outcome);
void describeQuery(Span& span, Style style, const Peer& peer, const std::string& statement,
                   const Outcome& outcome);
void describeExternal(Span& span, Style style, const Peer& peer, const std::string& route,
                      const Outcome& outcome);
void describeInvocation(Span& span, Style style, const Peer& peer);
void describeMessage(Span& span, Style style, const Topic& topic, const Service& service);
/// `attempt` counts from 0; the first is not marked.
void describeRetry(Span& span, Style style, unsigned attempt);
void describeColdStart(Span& span, bool cold);

/// Status, error.type and, where the failure began, the exception as an event at the span's end.
void fail(Span& span, Style style, const Failure& failure, bool startedHere);

/// Fills up to twelve attributes with what real spans carry besides: threads, code, tenants. Not if lean.
void fillUp(Span& span, Style style, Random& random);

} // namespace hallway::bench
