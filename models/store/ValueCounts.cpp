#include "store/ValueCounts.h"

namespace hallway {

ValueCounts::OfKey* ValueCounts::find(StringId key, std::uint64_t row, std::uint64_t times) {
    auto known = m_keys.find(key.value());
    if (known == m_keys.end()) {
        if (m_keys.size() >= m_limits.keys) return nullptr;
        known = m_keys.try_emplace(key.value()).first;
    }
    OfKey& found = known->second;
    if (found.lastRow != row) found.spans += times;
    found.lastRow = row;
    return &found;
}

template <class Map, class Value>
void ValueCounts::count(OfKey& key, Map& map, const Value& value, std::uint64_t times) {
    if (const auto known = map.find(value); known != map.end()) {
        known->second += times;
    } else if (key.different < m_limits.valuesOfKey && m_different < m_limits.valuesOfAll) {
        map.emplace(value, times);
        ++key.different;
        ++m_different;
    } else {
        key.hasMore = true;
    }
}

void ValueCounts::add(const Attribute& attribute, std::uint64_t row, std::uint64_t times) {
    if (attribute.type == ValueType::Null) return;
    OfKey* const key = find(attribute.key, row, times);
    if (!key) return;
    switch (attribute.type) {
    case ValueType::False:
    case ValueType::True:
        key->truths[attribute.type == ValueType::True ? 1 : 0] += times;
        break;
    case ValueType::Int:
        key->isNumeric = true;
        count(*key, key->integers, attribute.integer, times);
        break;
    case ValueType::Double:
        key->isNumeric = true;
        if (attribute.real == attribute.real) count(*key, key->reals, attribute.real, times);
        break;
    case ValueType::PooledText:
    case ValueType::Text:
        if (attribute.text.size() > m_limits.longestText)
            key->hasMore = true;
        else if (const StringId id =
                     attribute.type == ValueType::PooledText ? m_strings->find(attribute.text) : StringId();
                 id.valid())
            count(*key, key->pooled, id.value(), times);
        else
            count(*key, key->texts, std::string(attribute.text), times);
        break;
    default:
        key->hasMore = true;
    }
}

void ValueCounts::addText(StringId key, StringId text, std::uint64_t row, std::uint64_t times) {
    const std::string_view bytes = m_strings->text(text);
    if (bytes.empty()) return;
    OfKey* const found = find(key, row, times);
    if (!found) return;
    if (bytes.size() > m_limits.longestText)
        found->hasMore = true;
    else
        count(*found, found->pooled, text.value(), times);
}

void ValueCounts::merge(const ValueCounts& other) {
    for (const auto& [id, theirs] : other.m_keys) {
        if (m_keys.size() >= m_limits.keys && !m_keys.contains(id)) continue;
        OfKey& ours = m_keys[id];
        ours.spans += theirs.spans;
        ours.isNumeric = ours.isNumeric || theirs.isNumeric;
        ours.hasMore = ours.hasMore || theirs.hasMore;
        for (const int truth : {0, 1})
            ours.truths[truth] += theirs.truths[truth];
        for (const auto& [value, times] : theirs.pooled)
            count(ours, ours.pooled, value, times);
        for (const auto& [value, times] : theirs.texts)
            count(ours, ours.texts, value, times);
        for (const auto& [value, times] : theirs.integers)
            count(ours, ours.integers, value, times);
        for (const auto& [value, times] : theirs.reals)
            count(ours, ours.reals, value, times);
    }
}

std::vector<CountedValues> ValueCounts::take(AttributePlace place) const {
    std::vector<CountedValues> all;
    for (const auto& [id, key] : m_keys) {
        CountedValues counted{
            place,       hasKey(place) ? std::string(m_strings->text(StringId(id))) : std::string(),
            key.spans,   key.isNumeric,
            key.hasMore, {}};
        // The same text may lie in the pool and in place: packing decided by what it had seen.
        std::unordered_map<std::string, std::uint64_t> texts = key.texts;
        for (const auto& [text, times] : key.pooled)
            texts[std::string(m_strings->text(StringId(text)))] += times;
        for (auto& [text, times] : texts)
            counted.values.emplace_back(text, times);
        for (const auto& [value, times] : key.integers)
            counted.values.emplace_back(value, times);
        for (const auto& [value, times] : key.reals)
            counted.values.emplace_back(value, times);
        for (const int truth : {0, 1})
            if (key.truths[truth] > 0) counted.values.emplace_back(truth == 1, key.truths[truth]);
        all.push_back(std::move(counted));
    }
    return all;
}

} // namespace hallway
