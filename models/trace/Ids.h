// Ids of traces and spans as trace exports write them.
#pragma once

#include "base/StringPool.h"

#include <compare>
#include <cstdint>
#include <string>

namespace hallway {

/// 16 bytes, most significant first; or, when opaque, a text of the pool (formats.md 1.3, calls.md rule 4).
struct TraceId {
    std::uint64_t high = 0;
    std::uint64_t low = 0; ///< opaque: the StringId's value
    bool opaque = false;

    [[nodiscard]] static TraceId opaqueText(StringId text) { return {0, text.value(), true}; }
    [[nodiscard]] bool isZero() const { return !opaque && high == 0 && low == 0; }
    bool operator==(const TraceId&) const = default;
};

/// 8 bytes, most significant first; or, when opaque, a text of the pool. Zero means "none".
struct SpanId {
    std::uint64_t value = 0; ///< opaque: the StringId's value
    bool opaque = false;

    [[nodiscard]] static SpanId opaqueText(StringId text) { return {text.value(), true}; }
    [[nodiscard]] bool isZero() const { return !opaque && value == 0; }
    bool operator==(const SpanId&) const = default;
};

/// Lower-case hex of 32 digits, or the opaque text.
[[nodiscard]] std::string textOf(TraceId id, const StringPool& strings);
/// Lower-case hex of 16 digits, or the opaque text.
[[nodiscard]] std::string textOf(SpanId id, const StringPool& strings);

/// Order of the printed texts, byte by byte: binding wherever ids are sorted.
[[nodiscard]] std::strong_ordering compareAsText(TraceId a, TraceId b, const StringPool& strings);
[[nodiscard]] std::strong_ordering compareAsText(SpanId a, SpanId b, const StringPool& strings);

struct TraceIdHash {
    [[nodiscard]] std::size_t operator()(TraceId id) const noexcept;
};

} // namespace hallway
