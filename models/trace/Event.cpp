#include "trace/Event.h"

namespace hallway {

namespace {

void appendBigEndian(std::string& target, std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8)
        target += static_cast<char>((value >> shift) & 0xff);
}

std::uint64_t takeBigEndian(std::string_view& rest) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i)
        value = (value << 8) | static_cast<unsigned char>(rest[i]);
    rest.remove_prefix(8);
    return value;
}

void appendSized(std::string& target, std::string_view bytes) {
    appendVarint(target, bytes.size());
    target.append(bytes);
}

std::optional<std::string_view> takeSized(std::string_view& rest) {
    const auto size = takeVarint(rest);
    if (!size || *size > rest.size()) return std::nullopt;
    const auto bytes = rest.substr(0, static_cast<std::size_t>(*size));
    rest.remove_prefix(bytes.size());
    return bytes;
}

} // namespace

void appendEvent(std::string& target, const Event& event) {
    const auto time = nanosecondsOf(event.time);
    appendVarint(target, (static_cast<std::uint64_t>(time) << 1) ^ static_cast<std::uint64_t>(time >> 63));
    appendVarint(target, event.name.value());
    appendVarint(target, event.droppedCount);
    appendSized(target, event.attributes);
}

void appendLink(std::string& target, const Link& link) {
    target += static_cast<char>((link.trace.opaque ? 1 : 0) | (link.span.opaque ? 2 : 0));
    appendBigEndian(target, link.trace.high);
    appendBigEndian(target, link.trace.low);
    appendBigEndian(target, link.span.value);
    appendVarint(target, link.traceState.valid() ? link.traceState.value() : 0);
    appendSized(target, link.attributes);
}

std::optional<Event> takeEvent(std::string_view& rest) {
    const auto time = takeVarint(rest);
    const auto name = time ? takeVarint(rest) : std::nullopt;
    const auto dropped = name ? takeVarint(rest) : std::nullopt;
    const auto attributes = dropped ? takeSized(rest) : std::nullopt;
    if (!attributes) return std::nullopt;
    const auto nanoseconds = static_cast<std::int64_t>(*time >> 1) ^ -static_cast<std::int64_t>(*time & 1);
    return Event{timestampOf(nanoseconds), StringId(static_cast<std::size_t>(*name)),
                 static_cast<std::uint32_t>(*dropped), *attributes};
}

std::optional<Link> takeLink(std::string_view& rest) {
    if (rest.size() < 25) return std::nullopt;
    const auto kinds = static_cast<unsigned char>(rest.front());
    rest.remove_prefix(1);
    Link link;
    link.trace.high = takeBigEndian(rest);
    link.trace.low = takeBigEndian(rest);
    link.trace.opaque = (kinds & 1) != 0;
    link.span = {takeBigEndian(rest), (kinds & 2) != 0};
    const auto state = takeVarint(rest);
    const auto attributes = state ? takeSized(rest) : std::nullopt;
    if (!attributes) return std::nullopt;
    link.traceState = StringId(static_cast<std::size_t>(*state));
    link.attributes = *attributes;
    return link;
}

} // namespace hallway
