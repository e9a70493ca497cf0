#include "trace/CallTable.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hallway {

EdgeId CallTable::edgeOf(CallRow call) const {
    const auto after =
        std::upper_bound(edges.begin(), edges.end(), call.value(),
                         [](std::uint32_t value, const Edge& edge) { return value < edge.firstCall; });
    return EdgeId(static_cast<std::size_t>(after - edges.begin() - 1));
}

std::optional<Duration> CallTable::deliveryOf(CallRow call) const {
    const auto found = std::lower_bound(delivered.begin(), delivered.end(), call);
    if (found == delivered.end() || *found != call) return std::nullopt;
    return delivery[static_cast<std::size_t>(found - delivered.begin())];
}

std::optional<Duration> CallTable::clientDuration(CallRow call, const SpanTable& spans) const {
    const SpanRow span = client[call.index()];
    if (!span.valid() || !has(call, CallFlag::ClientSide) || !spans.hasDuration(span)) return std::nullopt;
    return spans.duration(span);
}

std::optional<Duration> CallTable::serverDuration(CallRow call, const SpanTable& spans) const {
    const SpanRow span = server[call.index()];
    if (!span.valid() || !spans.hasDuration(span)) return std::nullopt;
    return spans.duration(span);
}

std::optional<Duration> CallTable::latency(CallRow call, const SpanTable& spans) const {
    const auto duration = clientDuration(call, spans);
    return duration ? duration : serverDuration(call, spans);
}

std::string_view wordOf(NodeKind kind) {
    static constexpr std::array<std::string_view, 6> words{"service",  "database", "queue",
                                                           "function", "external", "user"};
    return words[static_cast<std::size_t>(kind)];
}

std::string_view wordOf(CallClass callClass) {
    static constexpr std::array<std::string_view, 6> words{"rpc",      "messaging", "database",
                                                           "function", "external",  "unpaired"};
    return words[static_cast<std::size_t>(callClass)];
}

std::string_view wordOf(FailureKind kind) {
    static constexpr std::array<std::string_view, 7> words{"",          "4xx",       "5xx",  "timeout",
                                                           "cancelled", "transport", "other"};
    return words[static_cast<std::size_t>(kind)];
}

} // namespace hallway
