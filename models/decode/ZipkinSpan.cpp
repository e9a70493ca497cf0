#include "decode/ZipkinSpan.h"

#include "decode/Base64.h"
#include "decode/DecimalText.h"
#include "decode/IdText.h"
#include "decode/SpanTexts.h"

#include <array>
#include <bit>

namespace hallway {

namespace {

constexpr int microseconds = 3; ///< power of ten to nanoseconds

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }

bool isTrueIn(JsonAny& value) { return equalIgnoringCase(textOrEmpty(value), "true"); }

/// Thrift prints ids as signed numbers.
std::optional<std::uint64_t> thriftId(std::string_view text) {
    if (text.empty() || text.find_first_not_of("-0123456789") != text.npos) return std::nullopt;
    const auto number = decimalInteger(text);
    return number ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

} // namespace

void ZipkinSpanReader::read(std::string_view json, const SpanSlice& slice) {
    m_content.clear();
    m_version1.clear();
    m_isVersion1 = false;
    m_traceHigh.reset();
    m_texts.clear();
    const bool good =
        m_elements.read({json, slice.position.offset, slice.hasEscapes}, [this](JsonObject object) {
            forEachMember(object, [this](JsonKey name, JsonAny value) { readMember(name, value); });
        });
    if (!good) return;
    ZipkinSide& side = m_content.sides.front();
    if (m_traceHigh) m_content.trace.high = static_cast<std::uint64_t>(*m_traceHigh);
    if (m_isVersion1 && !side.local.isGiven && side.kind == SpanKind::Unspecified) {
        m_version1.start = side.start.value_or(0);
        m_version1.duration = side.duration.value_or(0);
        splitVersion1(m_version1, m_content);
    } else {
        for (const Version1Annotation& annotation : m_version1.annotations)
            m_content.annotations.push_back({annotation.time, annotation.value});
        for (const Version1Tag& tag : m_version1.tags)
            m_content.tags.push_back({tag.key, tag.value});
    }
    m_writer.write(m_content, slice);
}

void ZipkinSpanReader::readMember(JsonKey name, JsonAny& value) {
    ZipkinSide& side = m_content.sides.front();
    StringPool& strings = m_bench.strings.pool();
    if (name.is("traceId")) {
        m_content.trace = traceIdOf(textOrEmpty(value), strings);
    } else if (name.is("id")) {
        const std::string_view token = value.token();
        const auto number = token.starts_with('"') ? std::nullopt : thriftId(token);
        m_content.id = number ? SpanId{*number, false} : spanIdOf(textOrEmpty(value), strings);
    } else if (name.is("parentId")) {
        m_content.parent = spanIdOf(textOrEmpty(value), strings);
    } else if (name.is("name")) {
        m_content.name = textOrEmpty(value);
    } else if (name.is("kind")) {
        const std::string_view text = textOrEmpty(value);
        const auto kind = spanKindOf(text);
        side.kind = kind.value_or(SpanKind::Unspecified);
        if (!kind)
            m_bench.problems.add(ProblemCode::UnknownKind, [&] {
                return "span " + RecordProblems::quoted(m_content.name) + " has kind " +
                       RecordProblems::quoted(text);
            });
    } else if (name.is("timestamp")) {
        side.start = readTime(value, "a start");
    } else if (name.is("duration")) {
        side.duration = readTime(value, "a duration");
    } else if (name.is("localEndpoint")) {
        side.local = readEndpoint(value);
    } else if (name.is("remoteEndpoint")) {
        side.remote = readEndpoint(value);
    } else if (name.is("tags")) {
        readTags(value);
    } else if (name.is("annotations")) {
        forEachElement(value, [this](JsonAny annotation) { readAnnotation(annotation); });
    } else if (name.is("shared")) {
        side.shared = isTrueIn(value);
    } else if (name.is("debug")) {
        m_content.debug = isTrueIn(value);
    } else if (name.is("binaryAnnotations") || name.is("binary_annotations")) {
        m_isVersion1 = true;
        forEachElement(value, [this](JsonAny tag) { readBinaryAnnotation(tag); });
    } else {
        (void)readThriftMember(name, value);
    }
}

bool ZipkinSpanReader::readThriftMember(JsonKey name, JsonAny& value) {
    StringPool& strings = m_bench.strings.pool();
    if (name.is("trace_id")) {
        const std::string_view text = textOrEmpty(value);
        const auto number = thriftId(text);
        m_content.trace = number ? TraceId{0, *number, false} : traceIdOf(text, strings);
    } else if (name.is("trace_id_high")) {
        m_traceHigh = decimalInteger(textOrEmpty(value));
    } else if (name.is("parent_id")) {
        const std::string_view text = textOrEmpty(value);
        const auto number = thriftId(text);
        m_content.parent = number ? SpanId{*number, false} : spanIdOf(text, strings);
    } else {
        return false;
    }
    m_isVersion1 = true;
    return true;
}

std::optional<std::int64_t> ZipkinSpanReader::readTime(JsonAny& value, std::string_view what) {
    const auto text = textOf(value);
    if (!text || text->empty()) return std::nullopt;
    const auto number = decimalInteger(*text, microseconds);
    if (number && *number >= 0) return number;
    (void)m_bench.assembler.time(number, what);
    return std::nullopt;
}

ZipkinEndpoint ZipkinSpanReader::readEndpoint(JsonAny& value) {
    ZipkinEndpoint endpoint;
    endpoint.isGiven = forEachMember(value, [&](JsonKey name, JsonAny member) {
        if (name.is("serviceName") || name.is("service_name")) {
            endpoint.service = textOrEmpty(member);
        } else if (name.is("ipv4")) {
            endpoint.ipv4 = textOrEmpty(member);
            if (endpoint.ipv4 == "0") endpoint.ipv4 = {};
        } else if (name.is("ipv6")) {
            endpoint.ipv6 = textOrEmpty(member);
        } else if (name.is("port")) {
            // Thrift's numbers are signed.
            const auto port = decimalInteger(textOrEmpty(member));
            if (port && *port >= -0x8000 && *port <= 0xFFFF)
                endpoint.port = static_cast<std::uint16_t>(*port);
        }
    });
    return endpoint;
}

void ZipkinSpanReader::readTags(JsonAny& tags) {
    forEachMember(tags, [this](std::string_view name, JsonAny value) {
        const StringId key = m_bench.spanAttributes.idOf(name);
        m_content.tags.push_back({key, scalarOf(value)});
    });
}

void ZipkinSpanReader::readAnnotation(JsonAny& value) {
    Version1Annotation annotation;
    const bool isObject = forEachMember(value, [&](JsonKey name, JsonAny member) {
        if (name.is("timestamp")) {
            annotation.time = readTime(member, "the time of an annotation").value_or(0);
        } else if (name.is("value")) {
            annotation.value = scalarOf(member).text;
        } else if (name.is("endpoint") || name.is("host")) {
            annotation.endpoint = readEndpoint(member);
            m_isVersion1 = m_isVersion1 || annotation.endpoint.isGiven;
        }
    });
    if (isObject) m_version1.annotations.push_back(annotation);
}

void ZipkinSpanReader::readBinaryAnnotation(JsonAny& value) {
    Version1Tag tag;
    std::string_view thriftType;
    const bool isObject = forEachMember(value, [&](JsonKey name, JsonAny member) {
        if (name.is("key"))
            tag.name = textOrEmpty(member);
        else if (name.is("value"))
            tag.value = scalarOf(member);
        else if (name.is("annotation_type"))
            thriftType = textOrEmpty(member);
        else if (name.is("endpoint") || name.is("host"))
            tag.endpoint = readEndpoint(member);
    });
    if (!isObject || tag.name.empty()) return;
    if (!thriftType.empty() && tag.value.kind == JsonKind::Text)
        tag.value = fromThrift(thriftType, tag.value.text);
    tag.key = m_bench.spanAttributes.idOf(tag.name);
    m_version1.tags.push_back(tag);
}

JsonScalar ZipkinSpanReader::fromThrift(std::string_view type, std::string_view base64) {
    constexpr std::array<std::string_view, 7> types{"BOOL", "BYTES", "I16", "I32", "I64", "DOUBLE", "STRING"};
    const JsonScalar asWritten{JsonKind::Text, base64};
    const auto bytes = decodedBase64(base64);
    if (!bytes) return asWritten;
    std::size_t number = 0;
    while (number < types.size() && type != types[number] && type != std::to_string(number))
        ++number;
    if (number == 0) return {!bytes->empty() && bytes->front() != 0 ? JsonKind::True : JsonKind::False, {}};
    if (number == 6) return {JsonKind::Text, m_texts.emplace_back(*bytes)};
    const std::size_t size = number == 2 ? 2 : number == 3 ? 4 : 8;
    if (number < 2 || number > 5 || bytes->size() < size) return asWritten;
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < size; ++i)
        bits = bits << 8 | static_cast<unsigned char>((*bytes)[i]);
    if (number == 5) {
        const double real = std::bit_cast<double>(bits);
        return {JsonKind::Number, m_texts.emplace_back(std::to_string(real))};
    }
    const auto shift = static_cast<int>(64 - 8 * size);
    const auto whole = static_cast<std::int64_t>(bits << shift) >> shift;
    return {JsonKind::Number, m_texts.emplace_back(std::to_string(whole))};
}

} // namespace hallway
