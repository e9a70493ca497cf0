// Walking over packed attributes (Attribute.h) without unpacking them. Private to this room.
#pragma once

#include "trace/Attribute.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// What a walk sees of an attribute.
struct PackedStep {
    std::uint64_t key = 0;
    ValueType type = ValueType::Null;
    std::uint64_t number = 0; ///< as packed: of a pooled text its id, of bytes in place their count
    std::uint64_t size = 0;   ///< in bytes, with the key

    /// Null or an empty text.
    [[nodiscard]] bool isEmpty() const {
        return number == 0 && (type == ValueType::PooledText || type == ValueType::Text ||
                               type == ValueType::Bytes || type == ValueType::Null);
    }
    /// Key and value are all in `key`, `type` and `number`.
    [[nodiscard]] bool isWhole() const { return type == ValueType::PooledText || type == ValueType::Int; }
};

/// Over the first attribute of a list that has some; nothing where the bytes are damaged.
[[nodiscard]] std::optional<PackedStep> firstStep(std::string_view list);

/// The same for nearly all attributes; size 0 for the others. What follows the list, up to the end of
/// `bytes`, may be looked at and be taken for its end. Jumps guess lengths, which hardly change from span to
/// span: that is faster than to compute where the next attribute begins, and to wait for it.
[[nodiscard]] inline PackedStep commonStep(std::string_view bytes) {
    if (bytes.size() < 6) return {}; // so many are looked at
    const auto byteAt = [bytes](std::size_t at) {
        return std::uint64_t{static_cast<unsigned char>(bytes[at])};
    };
    std::size_t at = 0;
    std::uint64_t key = byteAt(at++);
    if (key >= 0x80) {
        key = (key & 0x7f) | byteAt(at++) << 7;
        if (key >= 0x80 << 7) return {};
    }
    const auto type = static_cast<ValueType>(byteAt(at++));
    std::uint64_t number = byteAt(at++);
    if (type == ValueType::PooledText || type == ValueType::Int) {
        if (number >= 0x80) {
            number = (number & 0x7f) | byteAt(at++) << 7;
            if (number >= 0x80 << 7) number = (number & 0x3fff) | byteAt(at++) << 14;
            if (number >= 0x80 << 14) return {};
        }
        return {key, type, number, at};
    }
    if (type != ValueType::Text || number >= 0x80) return {};
    return {key, type, number, at + number};
}

} // namespace hallway
