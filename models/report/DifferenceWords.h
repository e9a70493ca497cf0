// What findings are called, and the filter each of them makes.
#pragma once

#include "analysis/Differences.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// "callee", "caller", "inside", "call"
[[nodiscard]] std::string_view wordOf(CallSide side);
/// "fact", "resource", "span"
[[nodiscard]] std::string_view wordOf(ValueScope scope);
/// "edge", "service", "operation", "has_span", "kind", "status", "failed", "failure_starts", "failure",
/// "longest_self", "calls" (with the callee: "calls:db"), "retry", "root_service", "root_operation"
[[nodiscard]] std::string_view wordOf(Fact fact);
/// "unique", "too_many", "several"
[[nodiscard]] std::string_view wordOf(NotCompared why);

/// The attribute's key, else the word of the fact.
[[nodiscard]] std::string keyOf(const Dimension& dimension);
/// "caller service.version", "inside payments: db.system": for people.
[[nodiscard]] std::string nameOf(const Dimension& dimension, const CallTable& calls);
/// The value as people read it: "2.3.1", "1,200 – 5,400", "under 1,200", "(none)".
[[nodiscard]] std::string nameOf(const ValueLabel& label);
/// A bound of its range: a number, or a duration.
[[nodiscard]] std::string boundText(const ValueLabel& label, double bound);
/// A number without needless digits: "1,200", "0.25".
[[nodiscard]] std::string numberText(double value);
/// "p < 0.001", "p = 0.004"
[[nodiscard]] std::string chanceText(double p);

/// Nodes at the ends of all calls that were compared, where there is one.
struct ComparedEnds {
    NodeId caller, callee; ///< invalid: several, or not known
};

/// What a filter has to ask for the spans that have the value, in the filter language; nothing where it
/// cannot be asked. Where the ends are known it names the service too.
[[nodiscard]] std::optional<std::string> conditionOf(const Dimension& dimension, const ValueLabel& label,
                                                     const CallTable& calls, const ComparedEnds& ends = {});

} // namespace hallway
