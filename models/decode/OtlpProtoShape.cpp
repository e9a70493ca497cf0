#include "decode/OtlpProtoShape.h"

#include "decode/Compression.h"
#include "decode/OtlpProtoFields.h"
#include "trace/Attribute.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace hallway {

namespace {

constexpr std::size_t maximumVarintBytes = 10;
constexpr char firstTag = '\n'; // of field 1, length-delimited: what nearly every message begins with

struct VisibleField {
    std::uint32_t tag = 0;
    std::string_view content; ///< of a length-delimited field, as far as it can be seen
    bool isCut = false;
};

/// isRight(VisibleField) for each field of a message, of which `message` is the begin if it is cut. False
/// where it says so, and where something is no field.
template <class IsRight>
bool fieldsAre(std::string_view message, bool isCut, IsRight isRight) {
    while (!message.empty()) {
        const auto tag = takeVarint(message);
        if (!tag) return isCut && message.size() < maximumVarintBytes;
        if (*tag < 8 || *tag > std::numeric_limits<std::uint32_t>::max()) return false;
        const auto wire = static_cast<otlp::Wire>(*tag & 7);
        std::uint64_t size = 0;
        if (wire == otlp::Wire::Varint || wire == otlp::Wire::Bytes) {
            const auto value = takeVarint(message);
            if (!value) return isCut && message.size() < maximumVarintBytes;
            if (wire == otlp::Wire::Bytes) size = *value;
        } else if (wire == otlp::Wire::Fixed64 || wire == otlp::Wire::Fixed32) {
            size = wire == otlp::Wire::Fixed64 ? 8 : 4;
        } else {
            return false;
        }
        const auto seen = static_cast<std::size_t>(std::min<std::uint64_t>(size, message.size()));
        const VisibleField field{static_cast<std::uint32_t>(*tag), message.substr(0, seen), seen < size};
        if ((field.isCut && !isCut) || !isRight(field)) return false;
        message.remove_prefix(seen);
    }
    return true;
}

/// Later versions may add fields behind those there are.
bool isLater(const VisibleField& field) { return (field.tag >> 3) > 3; }

bool isKeyValue(const VisibleField& message) {
    return fieldsAre(message.content, message.isCut, [](const VisibleField& field) {
        return field.tag == otlp::keyValue::key || field.tag == otlp::keyValue::value ||
               field.tag == otlp::keyValue::keyIndex || isLater(field);
    });
}

bool isResource(const VisibleField& message) {
    return fieldsAre(message.content, message.isCut, [](const VisibleField& field) {
        if (field.tag == otlp::resource::attribute) return isKeyValue(field);
        return field.tag == otlp::resource::dropped || field.tag == otlp::resource::entity || isLater(field);
    });
}

bool isScopeSpans(const VisibleField& message) {
    return fieldsAre(message.content, message.isCut, [](const VisibleField& field) {
        return field.tag == otlp::scopeSpans::scope || field.tag == otlp::scopeSpans::span ||
               field.tag == otlp::scopeSpans::schemaUrl || isLater(field);
    });
}

bool isResourceSpans(const VisibleField& message) {
    return fieldsAre(message.content, message.isCut, [](const VisibleField& field) {
        if (field.tag == otlp::resourceSpans::resource) return isResource(field);
        if (field.tag == otlp::resourceSpans::scopeSpans || field.tag == otlp::resourceSpans::librarySpans)
            return isScopeSpans(field);
        return field.tag == otlp::resourceSpans::schemaUrl || isLater(field);
    });
}

bool isTrace(const VisibleField& message) {
    return fieldsAre(message.content, message.isCut, [](const VisibleField& field) {
        return field.tag != otlp::traces::resourceSpans || isResourceSpans(field);
    });
}

/// Looks at the first field: what comes after may be damaged. The end may always be cut: files are, while
/// they are written.
bool isTopMessage(std::string_view bytes) {
    bool isFirst = true;
    bool isRight = false;
    (void)fieldsAre(bytes, true, [&](const VisibleField& field) {
        if (std::exchange(isFirst, false))
            isRight = field.tag == otlp::traces::resourceSpans &&
                      (isResourceSpans(field) || (isWrappedTrace(field.content) && isTrace(field)));
        return false;
    });
    return isRight;
}

/// Text has none of these bytes, and protobuf has them in every tag and length.
bool hasControls(std::string_view bytes) {
    constexpr std::size_t looked = 256;
    const std::string_view begin = bytes.substr(0, looked);
    return std::any_of(begin.begin(), begin.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    });
}

std::string_view messageOf(std::string_view bytes, std::uint64_t length) {
    return bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(length, bytes.size())));
}

/// These three look at the first message that is not empty.
bool isFramed(std::string_view bytes) {
    while (bytes.size() > frameLengthBytes) {
        const std::uint64_t length = frameLengthOf(bytes.substr(0, frameLengthBytes));
        if (length > largestFrame) return false;
        bytes.remove_prefix(frameLengthBytes);
        if (length != 0) return isTopMessage(messageOf(bytes, length));
    }
    return false;
}

bool isGrpc(std::string_view bytes) {
    while (bytes.size() > grpcHeaderBytes) {
        const char flag = bytes.front();
        const std::uint64_t length = frameLengthOf(bytes.substr(1, frameLengthBytes));
        if ((flag != '\0' && flag != '\1') || length > largestFrame) return false;
        bytes.remove_prefix(grpcHeaderBytes);
        if (length == 0) continue;
        const std::string_view message = messageOf(bytes, length);
        return flag == '\0' ? isTopMessage(message) : compressionOf(message).has_value();
    }
    return false;
}

bool isDelimited(std::string_view bytes) {
    while (const auto length = takeVarint(bytes))
        if (*length != 0) return *length <= largestFrame && isTopMessage(messageOf(bytes, *length));
    return false;
}

} // namespace

std::uint64_t frameLengthOf(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = (value << 8) | static_cast<unsigned char>(byte);
    return value;
}

std::optional<ProtoFraming> framingOf(std::string_view begin) {
    if (!hasControls(begin)) return std::nullopt;
    if (begin.starts_with(firstTag) && isTopMessage(begin)) return ProtoFraming::None;
    if (isFramed(begin)) return ProtoFraming::Length32;
    // Before Varint: the zeros before a short message of gRPC's would be lengths of empty ones.
    if (isGrpc(begin)) return ProtoFraming::Grpc;
    if (isDelimited(begin)) return ProtoFraming::Varint;
    return std::nullopt;
}

bool isWrappedTrace(std::string_view content) {
    // Where a Resource has the text of an attribute's key, a ResourceSpans has its resource's first
    // attribute.
    const auto enter = [](std::string_view& message) {
        if (!message.starts_with(firstTag)) return false;
        message.remove_prefix(1);
        const auto length = takeVarint(message);
        if (!length) return false;
        message =
            message.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(*length, message.size())));
        return true;
    };
    constexpr char scopeSpansTag = '\x12';
    if (!enter(content)) return false;
    std::string_view inner = content; // a ResourceSpans, or a Resource
    if (inner.starts_with(scopeSpansTag)) return true;
    if (inner.starts_with(std::string_view("\n\0", 2))) return inner.substr(2).starts_with(scopeSpansTag);
    return enter(inner) && enter(inner) && inner.starts_with(firstTag);
}

} // namespace hallway
