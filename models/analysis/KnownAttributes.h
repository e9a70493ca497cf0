// The attributes of one span that mean something to the figures, by name. An empty value is absent (calls.md,
// words).
#pragma once

#include "trace/Attribute.h"
#include "trace/KnownKeys.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// Reads one packed list after the other; keeps its memory. Values point into the last list read.
class KnownAttributes {
public:
    explicit KnownAttributes(const StringPool& strings) : m_strings(&strings) {}

    void read(std::string_view packed);

    /// Null where the attribute is absent or empty.
    [[nodiscard]] const Attribute* find(KnownKey key) const {
        const auto index = static_cast<std::size_t>(key);
        return m_seen[index] == m_list ? &m_values[index] : nullptr;
    }
    /// The first of several names that is present.
    [[nodiscard]] const Attribute* first(std::initializer_list<KnownKey> keys) const;
    /// Text of the first present, "" if none.
    [[nodiscard]] std::string text(std::initializer_list<KnownKey> keys) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::initializer_list<KnownKey> keys) const;
    [[nodiscard]] bool isTrue(KnownKey key) const;

    /// True if no attribute named http.*, url.*, rpc.*, db.*, messaging.*, faas.*, peer.service or
    /// service.peer.name is present: a `bare` span of calls.md rule 9.
    [[nodiscard]] bool isBare() const { return m_bare; }

private:
    [[nodiscard]] bool namesProtocol(StringId key);

    const StringPool* m_strings;
    std::uint32_t m_list = 0;
    bool m_bare = true;
    std::array<Attribute, static_cast<std::size_t>(KnownKey::Count)> m_values{};
    std::array<std::uint32_t, static_cast<std::size_t>(KnownKey::Count)> m_seen{};
    std::vector<std::int8_t> m_namesProtocol; ///< by key: 1 yes, 0 no, -1 not asked yet
};

/// An integer written as int, as integral double or as decimal text.
[[nodiscard]] std::optional<std::int64_t> integerOf(const Attribute& attribute);
/// true, or the text "true" in any case.
[[nodiscard]] bool isTrue(const Attribute& attribute);
[[nodiscard]] std::string lowerCase(std::string_view text); ///< ASCII letters only

} // namespace hallway
