// The attributes of one span that mean something to the figures, by name. An empty value is absent (calls.md,
// words).
#pragma once

#include "trace/Attribute.h"
#include "trace/KnownKeys.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <initializer_list>
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
/// They and the list must live until the next read(). One thread.
class KnownAttributes {
public:
    explicit KnownAttributes(const StringPool& strings) : m_strings(&strings) {}

    void read(std::string_view packed);

    /// Null where the attribute is absent or empty.
    [[nodiscard]] const Attribute* find(KnownKey key) const {
        const auto index = static_cast<std::size_t>(key);
        if (!m_present[index]) return nullptr;
        return m_unpacked[index] ? &m_values[index] : unpack(index);
    }
    /// The first of several names that is present.
    [[nodiscard]] const Attribute* first(std::initializer_list<KnownKey> keys) const {
        for (const KnownKey key : keys)
            if (const Attribute* const attribute = find(key)) return attribute;
        return nullptr;
    }
    /// Text of the first present, "" if none.
    [[nodiscard]] std::string text(std::initializer_list<KnownKey> keys) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::initializer_list<KnownKey> keys) const {
        const Attribute* const attribute = first(keys);
        return attribute ? integerOf(*attribute) : std::nullopt;
    }
    [[nodiscard]] bool isTrue(KnownKey key) const;

    /// A present attribute as it was packed, for comparing: equal bytes, equal attributes.
    [[nodiscard]] std::string_view packed(KnownKey key) const {
        return m_packed[static_cast<std::size_t>(key)];
    }
    [[nodiscard]] bool has(KnownKey key) const { return m_present[static_cast<std::size_t>(key)]; }
    [[nodiscard]] bool hasAny(std::initializer_list<KnownKey> keys) const {
        bool any = false;
        for (const KnownKey key : keys)
            any |= has(key);
        return any;
    }

    /// True if no attribute named http.*, url.*, rpc.*, db.*, messaging.*, faas.*, peer.service or
    /// service.peer.name is present: a `bare` span of calls.md rule 9.
    [[nodiscard]] bool isBare() const { return m_bare; }

private:
    static constexpr auto keyCount = static_cast<std::size_t>(KnownKey::Count);

    [[nodiscard]] const Attribute* unpack(std::size_t index) const;
    [[nodiscard]] bool namesProtocol(StringId key);

    const StringPool* m_strings;
    bool m_bare = true;
    std::bitset<keyCount> m_present;
    mutable std::bitset<keyCount> m_unpacked;
    std::array<std::string_view, keyCount> m_packed{}; ///< of those present
    mutable std::array<Attribute, keyCount> m_values{};
    std::vector<std::int8_t> m_namesProtocol; ///< by key: 1 yes, 0 no, -1 not asked yet
};

} // namespace hallway
