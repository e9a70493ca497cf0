// What an answer was worked out from, so that it is known again. Private to this room.
#pragma once

#include "base/Hash.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace hallway {

/// Equal if the same was added in the same order. Begin it anew for one question after the other, it keeps
/// its memory.
class Evidence {
public:
    void begin() { m_words.clear(); }
    /// Below 2^56.
    void add(std::uint64_t word) { m_words.push_back(word); }
    void add(std::string_view bytes) {
        m_words.push_back(~bytes.size()); // above all words
        const std::size_t before = m_words.size();
        m_words.resize(before + (bytes.size() + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t), 0);
        if (!bytes.empty()) std::memcpy(m_words.data() + before, bytes.data(), bytes.size());
    }

    [[nodiscard]] std::size_t size() const { return m_words.size() * sizeof(std::uint64_t); } ///< bytes
    bool operator==(const Evidence&) const = default;

    struct Hash {
        [[nodiscard]] std::size_t operator()(const Evidence& evidence) const {
            return hashOf({reinterpret_cast<const char*>(evidence.m_words.data()), evidence.size()});
        }
    };

private:
    std::vector<std::uint64_t> m_words;
};

} // namespace hallway
