// What an open capture holds to filter by: the fields with values, and their most frequent values. What
// completion proposes from.
#pragma once

#include "query/Field.h"
#include "trace/Relation.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hallway {

struct CatalogValue {
    Scalar value;            ///< never nothing
    std::uint64_t spans = 0; ///< that have it; of calls' fields: calls
};

/// An attribute, or another field whose values differ from capture to capture (name, rootName, edge.callee,
/// …).
struct CatalogKey {
    Field field;
    std::uint64_t spans = 0;               ///< that have a value; of calls' fields: calls
    bool isNumeric = false;                ///< some value is a number
    std::vector<CatalogValue> values = {}; ///< most frequent first, equals in the order of their texts
    bool hasMore = false; ///< there are more values than `values` holds, or counts are too low
};

/// Immutable; any thread.
class AttributeCatalog {
public:
    static constexpr std::size_t mostKeys = 5'000;
    static constexpr std::size_t mostValues = 200;   ///< kept of a key
    static constexpr std::size_t mostOfAll = 50'000; ///< kept in all: each letter typed passes them
    static constexpr std::size_t longestValue = 200; ///< bytes; longer texts are counted, but not kept

    AttributeCatalog() = default;
    /// `keys` in any order; where there are too many values, those on most spans keep theirs. `isCapped`: the
    /// capture has more keys than these.
    AttributeCatalog(std::vector<CatalogKey> keys, bool isCapped);

    /// Most spans first, then by text.
    [[nodiscard]] std::span<const CatalogKey> keys() const { return m_keys; }
    [[nodiscard]] bool isCapped() const { return m_isCapped; }
    [[nodiscard]] const CatalogKey* find(const Field& field) const; ///< null: unknown

    /// A value that holds a piece of text, and the key it is of. Points into the catalog.
    struct Hit {
        const CatalogKey* key;
        const CatalogValue* value;
    };
    /// Values whose text holds `piece`, ASCII letters in either case: equal ones first, then those that begin
    /// with it; then by spans. None for an empty piece.
    [[nodiscard]] std::vector<Hit> holding(std::string_view piece, std::size_t most) const;

private:
    std::vector<CatalogKey> m_keys;
    std::unordered_map<std::string, std::size_t> m_byText;
    bool m_isCapped = false;
};

/// As a filter writes it: "shop", 200, true.
[[nodiscard]] std::string literalOf(const Scalar& value);
/// Without quotes.
[[nodiscard]] std::string plainTextOf(const Scalar& value);
/// Where `piece` stands in `text`, ASCII letters in either case; npos where it does not.
[[nodiscard]] std::size_t findAnyCase(std::string_view text, std::string_view piece);

} // namespace hallway
