#include "decode/ProtoCursor.h"

#include "decode/OtlpProtoFields.h"
#include "trace/Attribute.h"

#include <algorithm>

namespace hallway {

namespace {
constexpr std::size_t maximumVarintBytes = 10;
}

bool ProtoCursor::fail(ProtoFailure failure, std::uint64_t offset) {
    m_failure = failure;
    m_failureOffset = offset;
    return false;
}

bool ProtoCursor::have(std::size_t count) {
    while (m_window.size() < count)
        if (!m_window.readMore()) return false;
    return true;
}

std::string_view ProtoCursor::peek(std::size_t count) {
    (void)have(count);
    return m_window.text().substr(0, count);
}

std::optional<std::uint64_t> ProtoCursor::takeVarintBefore(std::uint64_t end, std::uint64_t fieldOffset) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(maximumVarintBytes, end - offset()));
    std::string_view bytes = peek(wanted);
    const std::size_t available = bytes.size();
    const auto value = takeVarint(bytes);
    if (!value) {
        fail(available < wanted ? ProtoFailure::Cut : ProtoFailure::Broken, fieldOffset);
        return std::nullopt;
    }
    m_window.advance(available - bytes.size());
    return value;
}

bool ProtoCursor::nextMessage(ProtoFraming framing, ProtoField& message) {
    if (m_failure != ProtoFailure::None || !have(1)) return false;
    message = {0, 0, offset(), unlimited};
    if (framing == ProtoFraming::None) return true;
    if (framing == ProtoFraming::Varint) {
        const auto length = takeVarintBefore(unlimited, message.offset);
        if (!length) return false;
        if (*length >= unlimited - offset()) return fail(ProtoFailure::Broken, message.offset);
        message.end = offset() + *length;
        return true;
    }
    const std::size_t headerBytes = framing == ProtoFraming::Grpc ? grpcHeaderBytes : frameLengthBytes;
    const std::string_view header = peek(headerBytes);
    if (header.size() < headerBytes) return fail(ProtoFailure::Cut, message.offset);
    if (framing == ProtoFraming::Grpc && header.front() != '\0')
        return fail(ProtoFailure::Broken, message.offset); // what was compressed no longer is
    message.end = message.offset + headerBytes + frameLengthOf(header.substr(headerBytes - frameLengthBytes));
    m_window.advance(headerBytes);
    return true;
}

bool ProtoCursor::next(std::uint64_t end, ProtoField& field) {
    const std::uint64_t begin = offset();
    if (m_failure != ProtoFailure::None || begin >= end) return false;
    if (end == unlimited && !have(1)) return false;
    const auto tag = takeVarintBefore(end, begin);
    if (!tag) return false;
    constexpr std::uint64_t maximumTag = std::numeric_limits<std::uint32_t>::max();
    if (*tag < 8 || *tag > maximumTag) return fail(ProtoFailure::Broken, begin);
    field = {static_cast<std::uint32_t>(*tag), 0, begin, 0};
    std::uint64_t size = 0;
    switch (static_cast<otlp::Wire>(*tag & 7)) {
    case otlp::Wire::Varint: {
        const auto value = takeVarintBefore(end, begin);
        if (!value) return false;
        field.value = *value;
        field.end = offset();
        return true;
    }
    case otlp::Wire::Bytes: {
        const auto length = takeVarintBefore(end, begin);
        if (!length) return false;
        if (*length > end - offset() || *length == unlimited - offset())
            return fail(ProtoFailure::Broken, begin);
        field.end = offset() + *length;
        return true;
    }
    case otlp::Wire::Fixed64:
        size = 8;
        break;
    case otlp::Wire::Fixed32:
        size = 4;
        break;
    default:
        return fail(ProtoFailure::Broken, begin);
    }
    field.end = offset() + size;
    if (size > end - offset()) return fail(ProtoFailure::Broken, begin);
    return leave(field);
}

std::optional<std::string_view> ProtoCursor::take(const ProtoField& field) {
    const std::uint64_t size = field.end - offset();
    if (size > m_largest) return std::nullopt;
    if (have(static_cast<std::size_t>(size)))
        return m_window.text().substr(0, static_cast<std::size_t>(size));
    fail(ProtoFailure::Cut, field.offset);
    return std::nullopt;
}

bool ProtoCursor::leave(const ProtoField& field) {
    if (m_failure != ProtoFailure::None) return false;
    while (offset() < field.end) {
        const std::uint64_t missing = field.end - offset();
        const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(missing, m_window.size()));
        m_window.advance(step);
        if (step == missing || m_window.readMore()) continue;
        return field.end == unlimited ? false : fail(ProtoFailure::Cut, field.offset);
    }
    return true;
}

} // namespace hallway
