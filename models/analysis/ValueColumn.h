// The values of one dimension on all compared calls, whatever they were read from.
#pragma once

#include "analysis/ComparedCalls.h"
#include "analysis/ValueTally.h"
#include "trace/ResourceTable.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway {

enum class ValueForm : std::uint8_t {
    Text,
    Flag,   ///< `text` is true or false
    Number, ///< `low` is the number
    Range,  ///< [low, high); no bound: open
    List,   ///< an array or list as JSON, or a text that is too long to be kept
    Absent, ///< the calls that have no value
};

struct ValueLabel {
    ValueForm form = ValueForm::Text;
    std::string text;
    std::optional<double> low, high;
    EdgeId edge;         ///< of the fact Edge
    bool isTime = false; ///< the numbers are ns
    bool operator==(const ValueLabel&) const = default;
};

struct ValueColumn {
    Dimension dimension;
    std::vector<ValueLabel> labels;
    /// One for each span that has a value; Inside a call several spans may have the same.
    std::vector<Occurrence> occurrences;
    bool isOrdered = false; ///< labels are neighbouring ranges: runs of them are values too
};

/// Of an attribute: texts as they are; numbers one by one up to 20 different ones, above in eight ranges that
/// hold about equally many of all calls. Without labels where a call has several numbers: their greatest
/// would only tell how many there are.
[[nodiscard]] ValueColumn columnOf(TalliedKey key);

/// Numbers of which each call has at most one, in ranges whatever their count; without labels where all are
/// equal. Times begin at values of three digits.
[[nodiscard]] ValueColumn numberColumn(Dimension dimension, const std::vector<NumberOccurrence>& numbers,
                                       bool areTimes);

/// One column for each attribute of the resources that stand in one place.
[[nodiscard]] std::vector<Dimension> resourceDimensions(const ValueTally::Resources& held,
                                                        const ResourceTable& resources,
                                                        const StringPool& strings);
[[nodiscard]] TalliedKey resourceKey(const Dimension& dimension, const ValueTally::Resources& held,
                                     const ResourceTable& resources, const StringPool& strings);

/// Of all facts but those of the insides. `self`: the self times of all spans (SelfTimes.h).
[[nodiscard]] std::vector<ValueColumn> factColumns(const ComparedCalls& compared, const CallTable& calls,
                                                   const SpanTable& spans, const StringPool& strings,
                                                   const std::vector<Duration>& self);
/// What stands inside: services, edges, and of each service its operations, whether a failure starts there,
/// its longest self time and how often it calls whom.
[[nodiscard]] std::vector<ValueColumn>
innerFactColumns(const ComparedCalls& compared, const std::vector<InnerSpan>& inside, const CallTable& calls,
                 const SpanTable& spans, const StringPool& strings, const std::vector<Duration>& self);

} // namespace hallway
