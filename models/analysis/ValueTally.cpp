#include "analysis/ValueTally.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace hallway {

namespace {

/// Above this an integer is a name rather than a number, and a double would not hold it.
constexpr std::int64_t largestNumber = std::int64_t{1} << 53;

void forget(TalliedKey& key) {
    key.tooMany = true;
    key.texts = {};
    key.occurrences = {};
    key.numbers = {};
}

std::uint64_t idOf(std::size_t place, StringId key) { return std::uint64_t{place} << 32 | key.value(); }

} // namespace

std::optional<double> numberOf(const Attribute& attribute) {
    if (attribute.type == ValueType::Double && std::isfinite(attribute.real)) return attribute.real;
    const bool isSmall = -largestNumber < attribute.integer && attribute.integer < largestNumber;
    if (attribute.type == ValueType::Int && isSmall) return static_cast<double>(attribute.integer);
    return std::nullopt;
}

std::size_t ValueTally::placeOf(const SpanPlace& place) {
    const std::uint64_t key =
        std::uint64_t{static_cast<std::uint8_t>(place.side)} << 32 | place.service.value();
    const auto [known, isNew] = m_places.try_emplace(key, m_resources.size());
    if (isNew) m_resources.push_back({place, {}});
    return known->second;
}

ValueTally::Rank ValueTally::rankOf(std::size_t place, StringId key) const {
    return {key, m_resources[place].place.side, m_resources[place].place.service};
}

ValueTally::Held* ValueTally::heldFor(std::size_t place, StringId key) {
    const auto [found, isNew] = m_byKey.try_emplace(idOf(place, key), nullptr);
    if (!isNew) return found->second;
    const Rank rank = rankOf(place, key);
    if (m_held.size() == mostKeys) {
        ++m_keysLeftOut;
        const auto last = std::prev(m_held.end());
        if (last->first < rank) return nullptr;
        m_byKey[idOf(placeOf({last->first.side, last->first.service}), last->first.key)] = nullptr;
        m_held.erase(last);
    }
    Held& held = m_held[rank];
    held.key.dimension = {rank.side, ValueScope::Span, Fact::Edge, rank.service,
                          std::string(m_strings->text(key))};
    m_byKey[idOf(place, key)] = &held;
    return &held;
}

void ValueTally::leaveOut(std::size_t place, StringId key) {
    const auto [found, isNew] = m_byKey.try_emplace(idOf(place, key), nullptr);
    if (!isNew && !found->second) return;
    if (!isNew) m_held.erase(rankOf(place, key));
    found->second = nullptr;
    ++m_keysLeftOut;
}

void ValueTally::add(std::uint32_t call, const SpanPlace& place, ResourceId resource,
                     std::string_view packedAttributes) {
    const std::size_t at = placeOf(place);
    if (resource.valid()) m_resources[at].occurrences.push_back({call, resource.value()});
    AttributeReader reader(packedAttributes, *m_strings);
    while (const auto attribute = reader.next())
        addAttribute(call, at, *attribute);
}

void ValueTally::addAttribute(std::uint32_t call, std::size_t place, const Attribute& attribute) {
    const bool isEmpty =
        attribute.type == ValueType::Null || attribute.type == ValueType::Bytes ||
        ((attribute.isText() || attribute.type == ValueType::Json) && attribute.text.empty());
    if (isEmpty) return;
    Held* const held = heldFor(place, attribute.key);
    if (!held || held->key.tooMany) return;
    held->key.hasFlags |= attribute.isBool();
    held->key.hasLists |= attribute.type == ValueType::Json;
    if (const auto number = numberOf(attribute)) {
        held->key.numbers.push_back({call, *number});
        return;
    }
    switch (attribute.type) {
    case ValueType::Int:
        addText(*held, call, std::to_string(attribute.integer));
        break;
    case ValueType::Double:
        break;
    case ValueType::False:
        addText(*held, call, "false");
        break;
    case ValueType::True:
        addText(*held, call, "true");
        break;
    default:
        if (attribute.text.size() > longestText)
            addText(*held, call, longText);
        else if (attribute.type == ValueType::PooledText)
            addPooled(*held, call, attribute.text);
        else
            addText(*held, call, attribute.text);
    }
}

std::optional<std::uint32_t> ValueTally::indexOf(Held& held, std::string_view text) {
    const auto next = static_cast<std::uint32_t>(held.key.texts.size());
    const auto [found, isNew] = held.byText.try_emplace(std::string(text), next);
    if (!isNew) return found->second;
    held.textBytes += text.size();
    if (next == mostTexts || held.textBytes > mostTextBytes) {
        forget(held.key);
        held.byText = {};
        held.byAddress = {};
        return std::nullopt;
    }
    held.key.texts.emplace_back(text);
    return next;
}

void ValueTally::addText(Held& held, std::uint32_t call, std::string_view text) {
    if (const auto index = indexOf(held, text)) held.key.occurrences.push_back({call, *index});
}

void ValueTally::addPooled(Held& held, std::uint32_t call, std::string_view text) {
    const auto known = held.byAddress.find(text.data());
    if (known != held.byAddress.end()) {
        held.key.occurrences.push_back({call, known->second});
    } else if (const auto index = indexOf(held, text)) {
        held.byAddress.emplace(text.data(), *index);
        held.key.occurrences.push_back({call, *index});
    }
}

void ValueTally::unite(ValueTally&& other) {
    std::vector<std::size_t> places;
    for (Resources& theirs : other.m_resources) {
        places.push_back(placeOf(theirs.place));
        std::vector<Occurrence>& ours = m_resources[places.back()].occurrences;
        ours.insert(ours.end(), theirs.occurrences.begin(), theirs.occurrences.end());
        theirs.occurrences = {};
    }
    for (const auto& [placeAndKey, theirs] : other.m_byKey) {
        const auto key = StringId(static_cast<std::uint32_t>(placeAndKey));
        const std::size_t place = places[placeAndKey >> 32];
        if (!theirs) {
            leaveOut(place, key);
            continue;
        }
        if (Held* const ours = heldFor(place, key)) unite(*ours, theirs->key);
        forget(theirs->key); // gives its memory back
    }
}

void ValueTally::unite(Held& ours, TalliedKey& theirs) {
    ours.key.hasFlags |= theirs.hasFlags;
    ours.key.hasLists |= theirs.hasLists;
    if (theirs.tooMany) forget(ours.key);
    std::vector<std::uint32_t> indexes; // of their texts among ours
    for (const std::string& text : theirs.texts) {
        const auto index = ours.key.tooMany ? std::nullopt : indexOf(ours, text);
        if (!index) return;
        indexes.push_back(*index);
    }
    if (ours.key.tooMany) return;
    for (const Occurrence& occurrence : theirs.occurrences)
        ours.key.occurrences.push_back({occurrence.call, indexes[occurrence.value]});
    ours.key.numbers.insert(ours.key.numbers.end(), theirs.numbers.begin(), theirs.numbers.end());
}

std::vector<TalliedKey> ValueTally::takeKeys() {
    std::vector<TalliedKey> keys;
    keys.reserve(m_held.size());
    for (auto& [rank, held] : m_held)
        keys.push_back(std::move(held.key));
    m_held.clear();
    m_byKey.clear();
    return keys;
}

} // namespace hallway
