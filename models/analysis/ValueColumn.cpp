#include "analysis/ValueColumn.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hallway {

namespace {

constexpr std::size_t mostNumbersByValue = 20;
constexpr std::size_t ranges = 8;

std::string shortest(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

ValueForm formOf(const TalliedKey& key, const std::string& text) {
    if (key.hasFlags && (text == "true" || text == "false")) return ValueForm::Flag;
    if (text == ValueTally::longText) return ValueForm::List;
    return key.hasLists && (text.front() == '[' || text.front() == '{') ? ValueForm::List : ValueForm::Text;
}

/// Sorted, without doubles; nothing if there are more than `most`.
std::optional<std::vector<double>> distinctNumbers(const std::vector<NumberOccurrence>& numbers,
                                                   std::size_t most) {
    std::vector<double> distinct;
    for (const NumberOccurrence& number : numbers) {
        const auto at = std::lower_bound(distinct.begin(), distinct.end(), number.value);
        if (at != distinct.end() && *at == number.value) continue;
        if (distinct.size() == most) return std::nullopt;
        distinct.insert(at, number.value);
    }
    return distinct;
}

/// Least values of the ranges, ascending; the first is the least number.
std::vector<double> rangeStarts(const std::vector<NumberOccurrence>& numbers) {
    std::vector<double> sorted;
    sorted.reserve(numbers.size());
    for (const NumberOccurrence& number : numbers)
        sorted.push_back(number.value);
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> starts;
    for (std::size_t i = 0; i < ranges; ++i) {
        const double start = sorted[sorted.size() * i / ranges];
        if (starts.empty() || start > starts.back()) starts.push_back(start);
    }
    // Where nearly all are equal, the few that are greater.
    const auto greater = std::upper_bound(sorted.begin(), sorted.end(), starts.front());
    if (starts.size() == 1 && greater != sorted.end()) starts.push_back(*greater);
    return starts;
}

bool hasSeveral(const std::vector<NumberOccurrence>& numbers) {
    std::vector<std::uint32_t> calls;
    calls.reserve(numbers.size());
    for (const NumberOccurrence& number : numbers)
        calls.push_back(number.call);
    std::sort(calls.begin(), calls.end());
    return std::adjacent_find(calls.begin(), calls.end()) != calls.end();
}

/// The greatest value with three digits that is not above.
double threeDigits(double value) {
    if (value < 1000) return value;
    const double unit = std::pow(10, std::floor(std::log10(value)) - 2);
    return std::floor(value / unit) * unit;
}

void addRanges(ValueColumn& column, const std::vector<NumberOccurrence>& numbers, bool areTimes) {
    std::vector<double> starts = rangeStarts(numbers);
    if (areTimes) {
        std::transform(starts.begin(), starts.end(), starts.begin(), threeDigits);
        starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    }
    if (starts.size() < 2) return; // all are equal
    for (std::size_t i = 0; i < starts.size(); ++i) {
        ValueLabel label;
        label.form = ValueForm::Range;
        label.isTime = areTimes;
        if (i > 0) label.low = starts[i];
        if (i + 1 < starts.size()) label.high = starts[i + 1];
        column.labels.push_back(std::move(label));
    }
    for (const NumberOccurrence& number : numbers) {
        const auto above = std::upper_bound(starts.begin(), starts.end(), number.value);
        column.occurrences.push_back({number.call, static_cast<std::uint32_t>(above - starts.begin() - 1)});
    }
    column.isOrdered = true;
}

} // namespace

ValueColumn columnOf(TalliedKey key) {
    ValueColumn column{key.dimension, {}, {}, false};
    const auto distinct = distinctNumbers(key.numbers, mostNumbersByValue);
    if (key.texts.empty() && !distinct) {
        if (!hasSeveral(key.numbers)) addRanges(column, key.numbers, false);
        return column;
    }
    for (const std::string& text : key.texts)
        column.labels.push_back({formOf(key, text), text, {}, {}, {}});
    column.occurrences = std::move(key.occurrences);
    if (distinct) { // beside texts more of them would be neither names nor a distribution
        const auto first = static_cast<std::uint32_t>(column.labels.size());
        for (const double value : *distinct)
            column.labels.push_back({ValueForm::Number, shortest(value), value, {}, {}});
        for (const NumberOccurrence& number : key.numbers) {
            const auto at =
                std::lower_bound(distinct->begin(), distinct->end(), number.value) - distinct->begin();
            column.occurrences.push_back({number.call, first + static_cast<std::uint32_t>(at)});
        }
    }
    return column;
}

ValueColumn numberColumn(Dimension dimension, const std::vector<NumberOccurrence>& numbers, bool areTimes) {
    ValueColumn column{std::move(dimension), {}, {}, false};
    if (!numbers.empty()) addRanges(column, numbers, areTimes);
    return column;
}

std::vector<Dimension> resourceDimensions(const ValueTally::Resources& held, const ResourceTable& resources,
                                          const StringPool& strings) {
    std::vector<bool> used(resources.size(), false);
    for (const Occurrence& occurrence : held.occurrences)
        if (occurrence.value < used.size()) used[occurrence.value] = true;
    std::vector<StringId> keys;
    for (std::size_t id = 0; id < used.size(); ++id) {
        if (!used[id]) continue;
        AttributeReader reader(resources[ResourceId(id)].attributes, strings);
        while (const auto attribute = reader.next())
            keys.push_back(attribute->key);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<Dimension> dimensions;
    for (const StringId key : keys) {
        const std::string_view name = strings.text(key);
        if (name == "service.name" || name == "service.namespace") continue; // the fact Service
        dimensions.push_back(
            {held.place.side, ValueScope::Resource, Fact::Edge, held.place.service, std::string(name)});
    }
    return dimensions;
}

TalliedKey resourceKey(const Dimension& dimension, const ValueTally::Resources& held,
                       const ResourceTable& resources, const StringPool& strings) {
    struct Value {
        enum class Kind : std::uint8_t { NotRead, None, Text, Number } kind = Kind::NotRead;
        std::uint32_t text = 0;
        double number = 0;
    };
    TalliedKey key;
    key.dimension = dimension;
    std::unordered_map<std::string, std::uint32_t> indexes;
    const auto read = [&](const Resource& resource) -> Value {
        AttributeReader reader(resource.attributes, strings);
        while (const auto attribute = reader.next()) {
            if (strings.text(attribute->key) != dimension.key) continue;
            if (const auto number = numberOf(*attribute)) return {Value::Kind::Number, 0, *number};
            std::string text = textOf(*attribute);
            if (text.empty() || attribute->type == ValueType::Bytes) return {Value::Kind::None, 0, 0};
            if (text.size() > ValueTally::longestText) text = ValueTally::longText;
            key.hasFlags |= attribute->isBool();
            key.hasLists |= attribute->type == ValueType::Json;
            const auto [found, isNew] =
                indexes.try_emplace(text, static_cast<std::uint32_t>(key.texts.size()));
            if (isNew) key.texts.push_back(text);
            return {Value::Kind::Text, found->second, 0};
        }
        return {Value::Kind::None, 0, 0};
    };
    std::vector<Value> values(resources.size());
    for (const Occurrence& occurrence : held.occurrences) {
        if (occurrence.value >= values.size()) continue;
        Value& value = values[occurrence.value];
        if (value.kind == Value::Kind::NotRead) value = read(resources[ResourceId(occurrence.value)]);
        if (value.kind == Value::Kind::Text) key.occurrences.push_back({occurrence.call, value.text});
        if (value.kind == Value::Kind::Number) key.numbers.push_back({occurrence.call, value.number});
    }
    return key;
}

} // namespace hallway
