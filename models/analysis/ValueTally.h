// Which values stand on which calls, gathered span by span. Several tallies may be filled on several threads
// and united; the result does not depend on how the spans were dealt.
#pragma once

#include "analysis/Dimension.h"
#include "trace/Attribute.h"
#include "trace/Span.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hallway {

/// Where a span stands: on which side of its call, and inside whose spans.
struct SpanPlace {
    CallSide side = CallSide::Callee;
    NodeId service; ///< Inside only
    bool operator==(const SpanPlace&) const = default;
};

/// A value on a call.
struct Occurrence {
    std::uint32_t call = 0;
    std::uint32_t value = 0; ///< index into the texts, or id of a resource
    auto operator<=>(const Occurrence&) const = default;
};
struct NumberOccurrence {
    std::uint32_t call = 0;
    double value = 0;
};

/// Everything known about one attribute of spans in one place.
struct TalliedKey {
    Dimension dimension;
    std::vector<std::string> texts; ///< distinct
    std::vector<Occurrence> occurrences;
    std::vector<NumberOccurrence> numbers;
    bool hasFlags = false; ///< some are truth values
    bool hasLists = false; ///< some are arrays or lists, as compact JSON
    bool tooMany = false;  ///< more values than are kept; then the others are empty
};

/// The value as a number; nothing for texts, for what is not finite, and for integers so large (2^53) that
/// they are names.
[[nodiscard]] std::optional<double> numberOf(const Attribute& attribute);

class ValueTally {
public:
    static constexpr std::size_t mostTexts = 10'000;        ///< of a key
    static constexpr std::size_t mostTextBytes = 1'000'000; ///< of a key, in all its texts
    static constexpr std::size_t longestText = 1'000;       ///< bytes; longer ones count as one value
    static constexpr std::size_t mostKeys = 5'000; ///< in all places; those that the capture names first
    static constexpr std::string_view longText = "(longer than 1,000 bytes)";

    /// The pool of the attributes; it must outlive this.
    explicit ValueTally(const StringPool& strings) : m_strings(&strings) {}

    void add(std::uint32_t call, const SpanPlace& place, ResourceId resource,
             std::string_view packedAttributes);
    /// Takes over what another tally of the same capture holds.
    void unite(ValueTally&& other);

    struct Resources {
        SpanPlace place;
        std::vector<Occurrence> occurrences; ///< the value is a ResourceId
    };
    [[nodiscard]] const std::vector<Resources>& resources() const { return m_resources; }
    [[nodiscard]] std::vector<TalliedKey> takeKeys();
    [[nodiscard]] std::uint64_t keysLeftOut() const { return m_keysLeftOut; } ///< each once

private:
    /// A key with ways to find its texts again.
    struct Held {
        TalliedKey key;
        std::unordered_map<std::string, std::uint32_t> byText;
        std::unordered_map<const char*, std::uint32_t> byAddress; ///< of texts in the pool, which never move
        std::size_t textBytes = 0;
    };
    void addAttribute(std::uint32_t call, std::size_t place, const Attribute& attribute);
    static void addText(Held& held, std::uint32_t call, std::string_view text);
    static void addPooled(Held& held, std::uint32_t call, std::string_view text);
    static void unite(Held& ours, TalliedKey& theirs);
    /// Nothing, and nothing of the key is kept, where it is one text too many.
    [[nodiscard]] static std::optional<std::uint32_t> indexOf(Held& held, std::string_view text);
    /// The least ones are kept, so that a key is counted everywhere or nowhere, however spans are dealt.
    struct Rank {
        StringId key;
        CallSide side;
        NodeId service;
        auto operator<=>(const Rank&) const = default;
    };
    [[nodiscard]] Rank rankOf(std::size_t place, StringId key) const;
    [[nodiscard]] std::size_t placeOf(const SpanPlace& place);
    [[nodiscard]] Held* heldFor(std::size_t place, StringId key);
    void leaveOut(std::size_t place, StringId key);

    const StringPool* m_strings;
    std::vector<Resources> m_resources;                      ///< by place
    std::unordered_map<std::uint64_t, std::size_t> m_places; ///< side and service to m_resources
    std::map<Rank, Held> m_held;
    /// By place and key, into m_held; null: left out. Copies of a tally that holds something are of no use.
    std::unordered_map<std::uint64_t, Held*> m_byKey;
    std::uint64_t m_keysLeftOut = 0;
};

} // namespace hallway
