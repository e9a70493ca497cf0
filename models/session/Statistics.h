// The statistics table: spans of a capture by service, operation or the value of an attribute, with names.
#pragma once

#include "analysis/SpanStatistics.h"
#include "base/Cancellation.h"
#include "base/Result.h"
#include "session/Capture.h"
#include "trace/AttributeColumn.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hallway {

/// What spans are counted by.
struct StatisticsKey {
    enum class Kind : std::uint8_t { Service, Operation, Attribute };
    Kind kind = Kind::Service;
    AttributeName attribute; ///< of Kind::Attribute
    bool operator==(const StatisticsKey&) const = default;
};
/// "service", "operation", else the name of an attribute (attributeNameOf()); nothing for an empty text.
[[nodiscard]] std::optional<StatisticsKey> statisticsKeyOf(std::string_view text);
/// The text that statisticsKeyOf() understands.
[[nodiscard]] std::string textOf(const StatisticsKey& key);

/// What the spans of a group have in common.
struct StatisticsValue {
    enum class Kind : std::uint8_t {
        Value,
        None, ///< they have no such attribute
        Rest, ///< one of the values beyond AttributeColumn::mostValues
    };
    Kind kind = Kind::Value;
    NamedValue value; ///< of Kind::Value: a service's label and an operation are texts
    bool operator==(const StatisticsValue&) const = default;
};

/// A name for each group of a grouping; values by StatisticsValue::Kind, then by text, have no order here.
struct NamedGroups {
    SpanGroups groups;
    std::vector<StatisticsValue> values; ///< by group
};
/// Errors: those of Capture::columns(), for attributes only.
[[nodiscard]] Result<NamedGroups> statisticsGroupsOf(const StatisticsKey& key, const Capture& capture,
                                                     const CancelToken& cancel = {});

/// A line of the table; `parts` are the lines of its second level.
struct StatisticsRow {
    StatisticsValue value;
    SpanFigures figures;
    std::vector<StatisticsRow> parts; ///< these have none
    bool operator==(const StatisticsRow&) const = default;
};

struct StatisticsTable {
    StatisticsKey by;
    std::optional<StatisticsKey> then;
    SpanFigures all;
    std::vector<StatisticsRow> rows;
};

enum class StatisticsOrder : std::uint8_t { Value, Spans, Failed, FailedShare, Total, Self, P50, P95, P99 };
/// Greatest first (values: least first), rows without the figure last; ties by value, so that the order is
/// always the same. Parts likewise.
void sortStatistics(std::vector<StatisticsRow>& rows, StatisticsOrder order);
/// By text, numbers by value; None and Rest behind all values.
[[nodiscard]] bool isBefore(const StatisticsValue& a, const StatisticsValue& b);

/// By StatisticsOrder::Self. `selfTimes`: selfTimesOf() the capture's spans. `then`: null for one level.
/// Cancelled: whatever it has.
[[nodiscard]] StatisticsTable statisticsTableOf(std::span<const SpanRow> rows, const Capture& capture,
                                                std::span<const Duration> selfTimes, const StatisticsKey& by,
                                                const NamedGroups& groups,
                                                const std::optional<StatisticsKey>& then,
                                                const NamedGroups* thenGroups,
                                                const CancelToken& cancel = {});

/// All of the above in one go.
[[nodiscard]] Result<StatisticsTable> statisticsTableOf(std::span<const SpanRow> rows, const Capture& capture,
                                                        const StatisticsKey& by,
                                                        const std::optional<StatisticsKey>& then,
                                                        const CancelToken& cancel = {});

} // namespace hallway
