#include "session/Statistics.h"

#include "analysis/SelfTimes.h"

#include <algorithm>
#include <array>
#include <compare>
#include <tuple>

namespace hallway {

namespace {

using Kind = StatisticsKey::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 2> words{
    {{"service", Kind::Service}, {"operation", Kind::Operation}}};

StatisticsValue textValue(std::string_view text) {
    return {StatisticsValue::Kind::Value, {{}, ValueType::Text, 0, 0, std::string(text)}};
}

NamedGroups servicesOf(const Capture& capture) {
    NamedGroups result{groupByService(capture.spans(), capture.calls()), {}};
    for (const Node& node : capture.calls().nodes)
        result.values.push_back(textValue(node.label));
    return result;
}

NamedGroups operationsOf(const Capture& capture) {
    OperationGroups operations = groupByOperation(capture.spans());
    NamedGroups result{std::move(operations.groups), {}};
    for (const StringId name : operations.names)
        result.values.push_back(textValue(name.valid() ? capture.strings().text(name) : std::string_view()));
    return result;
}

NamedGroups valuesOf(AttributeColumn column) {
    const auto none = static_cast<std::uint32_t>(column.values.size()), rest = none + 1;
    NamedGroups result{{std::move(column.of), rest + 1}, {}};
    for (std::uint32_t& group : result.groups.of)
        if (group == AttributeColumn::none || group == AttributeColumn::rest)
            group = group == AttributeColumn::none ? none : rest;
    for (NamedValue& value : column.values)
        result.values.push_back({StatisticsValue::Kind::Value, std::move(value)});
    result.values.push_back({StatisticsValue::Kind::None, {}});
    result.values.push_back({StatisticsValue::Kind::Rest, {}});
    return result;
}

/// What a row is sorted by; nothing sorts last.
std::optional<double> figureOf(const SpanFigures& figures, StatisticsOrder order) {
    const auto count = [](const auto& duration) {
        return duration ? std::optional(static_cast<double>(duration->count())) : std::nullopt;
    };
    const auto percentile = [&](Duration Distribution::*member) {
        return figures.duration ? std::optional(static_cast<double>(((*figures.duration).*member).count()))
                                : std::nullopt;
    };
    switch (order) {
    case StatisticsOrder::Value:
        return 0;
    case StatisticsOrder::Spans:
        return static_cast<double>(figures.spans);
    case StatisticsOrder::Failed:
        return static_cast<double>(figures.failed);
    case StatisticsOrder::FailedShare:
        return static_cast<double>(figures.failed) /
               static_cast<double>(std::max<std::uint64_t>(1, figures.spans));
    case StatisticsOrder::Total:
        return count(figures.total);
    case StatisticsOrder::Self:
        return count(figures.self);
    case StatisticsOrder::P50:
        return percentile(&Distribution::p50);
    case StatisticsOrder::P95:
        return percentile(&Distribution::p95);
    case StatisticsOrder::P99:
        return percentile(&Distribution::p99);
    }
    return std::nullopt;
}

void sortLevel(std::vector<StatisticsRow>& rows, StatisticsOrder order) {
    std::sort(rows.begin(), rows.end(), [order](const StatisticsRow& a, const StatisticsRow& b) {
        const auto left = figureOf(a.figures, order), right = figureOf(b.figures, order);
        return left != right ? left > right : isBefore(a.value, b.value);
    });
}

double numberOf(const NamedValue& value) {
    return value.type == ValueType::Double ? value.real : static_cast<double>(value.integer);
}

} // namespace

std::optional<StatisticsKey> statisticsKeyOf(std::string_view text) {
    for (const auto& [word, kind] : words)
        if (word == text) return StatisticsKey{kind, {}};
    AttributeName name = attributeNameOf(text);
    if (name.key.empty()) return std::nullopt;
    return StatisticsKey{Kind::Attribute, std::move(name)};
}

std::string textOf(const StatisticsKey& key) {
    for (const auto& [word, kind] : words)
        if (kind == key.kind) return std::string(word);
    const std::string text = textOf(key.attribute);
    return statisticsKeyOf(text) == key ? text : "." + text; // an attribute may be called "service"
}

Result<NamedGroups> statisticsGroupsOf(const StatisticsKey& key, const Capture& capture,
                                       const CancelToken& cancel) {
    if (key.kind == Kind::Service) return servicesOf(capture);
    if (key.kind == Kind::Operation) return operationsOf(capture);
    auto columns = capture.columns({&key.attribute, 1}, nullptr, cancel);
    if (!columns) return fail(std::move(columns.error()));
    return valuesOf(std::move(columns->front()));
}

bool isBefore(const StatisticsValue& a, const StatisticsValue& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    const auto isNumber = [](const NamedValue& value) {
        return value.type == ValueType::Int || value.type == ValueType::Double;
    };
    if (isNumber(a.value) != isNumber(b.value)) return isNumber(a.value);
    const auto numbers = std::strong_order(numberOf(a.value), numberOf(b.value)); // no number at all included
    if (isNumber(a.value) && numbers != 0) return numbers < 0;
    return std::tie(a.value.text, a.value.type) < std::tie(b.value.text, b.value.type);
}

void sortStatistics(std::vector<StatisticsRow>& rows, StatisticsOrder order) {
    sortLevel(rows, order);
    for (StatisticsRow& row : rows)
        sortLevel(row.parts, order);
}

StatisticsTable statisticsTableOf(std::span<const SpanRow> rows, const Capture& capture,
                                  std::span<const Duration> selfTimes, const StatisticsKey& by,
                                  const NamedGroups& groups, const std::optional<StatisticsKey>& then,
                                  const NamedGroups* thenGroups, const CancelToken& cancel) {
    SpanStatistics statistics = statisticsOf(rows, capture.spans(), selfTimes, groups.groups,
                                             thenGroups ? &thenGroups->groups : nullptr, cancel);
    StatisticsTable table{by, then, std::move(statistics.all), {}};
    table.rows.reserve(statistics.groups.size());
    for (StatisticsGroup& group : statistics.groups) {
        StatisticsRow row{groups.values[group.group], std::move(group.figures), {}};
        row.parts.reserve(group.parts.size());
        for (StatisticsPart& part : group.parts)
            row.parts.push_back({thenGroups->values[part.group], std::move(part.figures), {}});
        table.rows.push_back(std::move(row));
    }
    sortStatistics(table.rows, StatisticsOrder::Self);
    return table;
}

Result<StatisticsTable> statisticsTableOf(std::span<const SpanRow> rows, const Capture& capture,
                                          const StatisticsKey& by, const std::optional<StatisticsKey>& then,
                                          const CancelToken& cancel) {
    const auto groups = statisticsGroupsOf(by, capture, cancel);
    if (!groups) return fail(groups.error());
    std::optional<NamedGroups> thenGroups;
    if (then) {
        auto made = statisticsGroupsOf(*then, capture, cancel);
        if (!made) return fail(made.error());
        thenGroups = std::move(*made);
    }
    const std::vector<Duration> selfTimes = selfTimesOf(capture.spans());
    StatisticsTable table = statisticsTableOf(rows, capture, selfTimes, by, *groups, then,
                                              thenGroups ? &*thenGroups : nullptr, cancel);
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    return table;
}

} // namespace hallway
