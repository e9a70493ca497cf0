// Texts of protobuf, which ought to be UTF-8 and are whatever their writer put there.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace hallway {

class ProtoText {
public:
    /// `bytes` as UTF-8: each byte that belongs to no character, and U+0000, is replaced by U+FFFD.
    /// Valid until the next call, and as long as `bytes`.
    [[nodiscard]] std::string_view of(std::string_view bytes) {
        return isPlain(bytes) ? bytes : checked(bytes);
    }
    /// Something has been replaced since the last call.
    [[nodiscard]] bool takeRepaired() { return std::exchange(m_repaired, false); }

private:
    /// ASCII without NUL: nearly every text is.
    [[nodiscard]] static bool isPlain(std::string_view bytes);
    [[nodiscard]] std::string_view checked(std::string_view bytes);

    std::string m_text; ///< repaired
    bool m_repaired = false;
};

inline bool ProtoText::isPlain(std::string_view bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    const auto isPlainAt = [bytes](std::size_t at, std::size_t count) {
        std::uint64_t eight = ones;
        std::memcpy(&eight, bytes.data() + at, count);
        return (((eight - ones) | eight) & (ones << 7)) == 0; // no byte is 0, none above 127
    };
    if (bytes.size() < 8) {
        // Two overlapping halves: copies of a fixed size.
        if (bytes.size() >= 4) return isPlainAt(0, 4) && isPlainAt(bytes.size() - 4, 4);
        for (std::size_t at = 0; at < bytes.size(); ++at)
            if (!isPlainAt(at, 1)) return false;
        return true;
    }
    for (std::size_t at = 0; at + 8 < bytes.size(); at += 8)
        if (!isPlainAt(at, 8)) return false;
    return isPlainAt(bytes.size() - 8, 8);
}

} // namespace hallway
