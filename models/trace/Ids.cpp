#include "trace/Ids.h"

#include "base/Hash.h"

namespace hallway {

namespace {

void appendHex(std::string& text, std::uint64_t value) {
    static constexpr char digits[] = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        text += digits[(value >> shift) & 0xf];
}

} // namespace

std::string textOf(TraceId id, const StringPool& strings) {
    if (id.opaque) return std::string(strings.text(StringId(id.low)));
    std::string text;
    appendHex(text, id.high);
    appendHex(text, id.low);
    return text;
}

std::string textOf(SpanId id, const StringPool& strings) {
    if (id.opaque) return std::string(strings.text(StringId(id.value)));
    std::string text;
    appendHex(text, id.value);
    return text;
}

std::strong_ordering compareAsText(TraceId a, TraceId b, const StringPool& strings) {
    // Hex of equal length sorts as its value: the common case needs no text.
    if (!a.opaque && !b.opaque) return a.high != b.high ? a.high <=> b.high : a.low <=> b.low;
    return textOf(a, strings) <=> textOf(b, strings);
}

std::strong_ordering compareAsText(SpanId a, SpanId b, const StringPool& strings) {
    if (!a.opaque && !b.opaque) return a.value <=> b.value;
    return textOf(a, strings) <=> textOf(b, strings);
}

std::size_t TraceIdHash::operator()(TraceId id) const noexcept {
    return combineHash(combineHash(id.high, id.low), id.opaque ? 1 : 0);
}

} // namespace hallway
