// How often each value of each key stands somewhere. Private to this room.
#pragma once

#include "store/AttributeCounts.h"
#include "trace/Attribute.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hallway {

/// Of one place. Texts of the pool are counted by their ids.
class ValueCounts {
public:
    ValueCounts(const StringPool& strings, const CountLimits& limits)
        : m_strings(&strings), m_limits(limits) {}

    /// `row`: of the span, so that one with several such values counts once; `times`: how many spans have it
    /// alike.
    void add(const Attribute& attribute, std::uint64_t row, std::uint64_t times = 1);
    void addText(StringId key, StringId text, std::uint64_t row, std::uint64_t times = 1);
    /// Those of other rows of the same capture.
    void merge(const ValueCounts& other);
    [[nodiscard]] std::vector<CountedValues> take(AttributePlace place) const;

private:
    struct OfKey {
        std::uint64_t spans = 0;
        std::uint64_t lastRow = ~std::uint64_t{0};
        bool isNumeric = false, hasMore = false;
        std::size_t different = 0;
        std::unordered_map<std::uint32_t, std::uint64_t> pooled; ///< by StringId
        std::unordered_map<std::string, std::uint64_t> texts;
        std::unordered_map<std::int64_t, std::uint64_t> integers;
        std::map<double, std::uint64_t> reals;
        std::uint64_t truths[2] = {0, 0};
    };
    OfKey* find(StringId key, std::uint64_t row, std::uint64_t times);
    /// Counts a value that is known or may become so.
    template <class Map, class Value>
    void count(OfKey& key, Map& map, const Value& value, std::uint64_t times);

    const StringPool* m_strings;
    CountLimits m_limits;
    std::unordered_map<std::uint32_t, OfKey> m_keys; ///< by StringId
    std::size_t m_different = 0;
};

} // namespace hallway
