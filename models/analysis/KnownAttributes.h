// The attributes of one span that mean something to the figures, by name. An empty value is absent (calls.md,
// words).
#pragma once

#include "analysis/Evidence.h"
#include "analysis/KeySet.h"
#include "trace/Attribute.h"
#include "trace/Span.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// An integer written as int, as integral double or as decimal text.
[[nodiscard]] std::optional<std::int64_t> integerOf(const Attribute& attribute);
/// true, or the text "true" in any case.
[[nodiscard]] bool isTrue(const Attribute& attribute);
[[nodiscard]] std::string lowerCase(std::string_view text); ///< ASCII letters only

/// Reads one packed list after the other. A list is only walked; values are unpacked when they are asked for.
/// The list must live until the next read(). One thread.
class KnownAttributes {
public:
    explicit KnownAttributes(const StringPool& strings) : m_strings(&strings) {}

    /// `list` = a packed list in `bytes`.
    void read(std::string_view bytes, ByteRange list);

    [[nodiscard]] bool has(KnownKey key) const { return m_present.has(key); }
    [[nodiscard]] bool hasAny(const KeySet& keys) const { return !(m_present & keys).empty(); }
    /// Those of `keys` that are there.
    [[nodiscard]] KeySet among(const KeySet& keys) const { return m_present & keys; }

    /// Nothing where the attribute is absent or empty.
    [[nodiscard]] std::optional<Attribute> find(KnownKey key) const {
        return has(key) ? unpack(key) : std::nullopt;
    }
    /// The first of several names that is present.
    [[nodiscard]] std::optional<Attribute> first(const KeySet& keys) const {
        KeySet present = among(keys);
        return present.empty() ? std::nullopt : unpack(present.takeFirst());
    }
    /// Text of the first present, "" if none.
    [[nodiscard]] std::string text(const KeySet& keys) const;
    [[nodiscard]] std::optional<std::int64_t> integer(const KeySet& keys) const {
        KeySet present = among(keys);
        return present.empty() ? std::nullopt : integerAt(present.takeFirst());
    }
    [[nodiscard]] bool isTrue(KnownKey key) const;

    /// Adds what is present of `keys`.
    void gather(const KeySet& keys, Evidence& evidence) const;

    /// True if no attribute named http.*, url.*, rpc.*, db.*, messaging.*, faas.*, peer.service or
    /// service.peer.name is present: a `bare` span of calls.md rule 9.
    [[nodiscard]] bool isBare();

private:
    /// The bytes from a present attribute on.
    [[nodiscard]] std::string_view from(KnownKey key) const {
        return m_bytes.substr(m_places[static_cast<std::size_t>(key)]);
    }
    /// Nothing for a text that the pool does not hold.
    [[nodiscard]] std::optional<Attribute> unpack(KnownKey key) const;
    [[nodiscard]] std::optional<std::int64_t> integerAt(KnownKey key) const;
    [[nodiscard]] bool isProtocol(StringId key);

    const StringPool* m_strings;
    std::string_view m_bytes;
    ByteRange m_list;
    KeySet m_present;
    std::array<std::size_t, KeySet::capacity> m_places{}; ///< in the bytes, by key, of those present
    std::vector<std::int8_t> m_isProtocol;                ///< by key: 1 yes, 0 no, -1 not asked yet
};

} // namespace hallway
