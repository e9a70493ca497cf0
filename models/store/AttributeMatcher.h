// AttributePredicates made ready for the rows of one capture: all of them are asked of a row at once.
#pragma once

#include "store/SpanRowCodec.h"
#include "trace/AttributePredicate.h"
#include "trace/ResourceTable.h"
#include "trace/ValueTest.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hallway {

/// What it is made of must outlive it. It remembers answers: copy it for another thread.
class AttributeMatcher {
public:
    AttributeMatcher(std::span<const AttributePredicate> predicates, const StringPool& strings,
                     const ResourceTable& resources, const ScopeTable& scopes);

    /// How far a row has to be read.
    [[nodiscard]] SpanPart lastPart() const { return m_lastPart; }
    /// Works out which of them are true of a row; false where the row is damaged.
    [[nodiscard]] bool read(std::string_view record, const SpanRowAttributes& row);
    [[nodiscard]] std::size_t size() const { return m_tests.size(); }
    /// Of the row read last.
    [[nodiscard]] bool isTrue(std::size_t predicate) const;

private:
    struct Found {
        bool has = false;  ///< a value
        bool fits = false; ///< one that fits
    };
    struct Test {
        AttributePlace place;
        StringId key; ///< invalid where no attribute has it
        ValueTest value;
        std::vector<std::uint8_t> pooled; ///< by text of the pool: 0 = not asked yet, 1 = fits, 2 = does not
    };
    using Tests = std::vector<std::uint32_t>;

    /// Of packed attributes, for some tests; false where they are damaged.
    [[nodiscard]] bool readList(std::string_view packed, const Tests& tests, std::vector<Found>& found);
    [[nodiscard]] bool readEvents(std::string_view packed, Timestamp start);
    [[nodiscard]] bool readLinks(std::string_view packed);
    void note(std::uint32_t test, bool fits);
    void noteText(std::uint32_t test, std::string_view text);
    [[nodiscard]] bool fitsPooled(Test& test, StringId text);
    void readResources(const ResourceTable& resources);
    void readScopes(const ScopeTable& scopes);

    const StringPool& m_strings;
    std::size_t m_resourceCount, m_scopeCount;
    std::vector<Test> m_tests;
    Tests m_ofSpan, m_ofEvent, m_ofLink, m_ofHead;         ///< which of them ask there
    std::vector<std::vector<Found>> m_resources, m_scopes; ///< by id, by test
    std::vector<bool> m_damagedResources, m_damagedScopes; ///< by id
    std::vector<Found> m_found;                            ///< by test, of the row at hand
    SpanPart m_lastPart = SpanPart::Resource;
};

} // namespace hallway
