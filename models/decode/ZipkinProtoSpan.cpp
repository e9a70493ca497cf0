#include "decode/ZipkinProtoSpan.h"

#include "decode/OtlpProtoFields.h"
#include "decode/ProtoIds.h"

#include <protozero/pbf_reader.hpp>

#include <arpa/inet.h>
#include <array>
#include <limits>

namespace hallway {

using otlp::tag;
using otlp::Wire;
using protozero::pbf_reader;

namespace {

namespace span {
constexpr auto traceId = tag(1, Wire::Bytes);
constexpr auto parentId = tag(2, Wire::Bytes);
constexpr auto id = tag(3, Wire::Bytes);
constexpr auto kind = tag(4, Wire::Varint);
constexpr auto name = tag(5, Wire::Bytes);
constexpr auto timestamp = tag(6, Wire::Fixed64);
constexpr auto duration = tag(7, Wire::Varint);
constexpr auto localEndpoint = tag(8, Wire::Bytes);
constexpr auto remoteEndpoint = tag(9, Wire::Bytes);
constexpr auto annotation = tag(10, Wire::Bytes);
constexpr auto tags = tag(11, Wire::Bytes);
constexpr auto debug = tag(12, Wire::Varint);
constexpr auto shared = tag(13, Wire::Varint);
constexpr std::uint32_t last = 13;
} // namespace span

namespace endpoint {
constexpr auto service = tag(1, Wire::Bytes);
constexpr auto ipv4 = tag(2, Wire::Bytes);
constexpr auto ipv6 = tag(3, Wire::Bytes);
constexpr auto port = tag(4, Wire::Varint);
} // namespace endpoint

namespace annotation {
constexpr auto timestamp = tag(1, Wire::Fixed64);
constexpr auto value = tag(2, Wire::Bytes);
} // namespace annotation

/// Also of the entries of a map.
namespace entry {
constexpr auto key = tag(1, Wire::Bytes);
constexpr auto value = tag(2, Wire::Bytes);
} // namespace entry

std::string addressOf(int family, std::string_view bytes) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    return ::inet_ntop(family, bytes.data(), text.data(), text.size()) != nullptr ? text.data() : "";
}

} // namespace

bool isZipkinProtoSpan(std::string_view message) {
    bool hasTrace = false, hasId = false;
    try {
        pbf_reader reader(message);
        while (reader.next()) {
            switch (reader.tag_and_type()) {
            case span::traceId: {
                const std::size_t size = reader.get_view().size();
                if (size != 16 && size != 8) return false;
                hasTrace = true;
                break;
            }
            case span::id:
                if (reader.get_view().size() != 8) return false;
                hasId = true;
                break;
            case span::parentId:
                if (const std::size_t size = reader.get_view().size(); size != 0 && size != 8) return false;
                break;
            case span::kind:
            case span::name:
            case span::timestamp:
            case span::duration:
            case span::localEndpoint:
            case span::remoteEndpoint:
            case span::annotation:
            case span::tags:
            case span::debug:
            case span::shared:
                reader.skip();
                break;
            default:
                if (reader.tag() <= span::last) return false;
                reader.skip();
            }
        }
    } catch (const protozero::exception&) {
        return false;
    }
    return hasTrace && hasId;
}

void ZipkinProtoSpanReader::read(std::string_view bytes, const SpanSlice& slice) {
    m_content.clear();
    m_texts.clear();
    try {
        readFields(bytes);
        m_writer.write(m_content, slice);
    } catch (const protozero::exception& error) {
        m_bench.problems.add(ProblemCode::BrokenRecord,
                             [&] { return std::string("a span that is no protobuf: ") + error.what(); });
    }
    if (m_checked.takeRepaired())
        m_bench.problems.add(ProblemCode::InvalidUtf8,
                             [] { return "text with bytes that stand for no character"; });
}

std::string_view ZipkinProtoSpanReader::textOf(std::string_view bytes) {
    const std::string_view text = m_checked.of(bytes);
    return text.data() == bytes.data() ? text : m_texts.emplace_back(text);
}

std::optional<std::int64_t> ZipkinProtoSpanReader::timeOf(std::uint64_t microseconds, std::string_view what) {
    constexpr std::uint64_t latest = std::numeric_limits<std::int64_t>::max() / 1000;
    if (microseconds <= latest) return static_cast<std::int64_t>(microseconds * 1000);
    (void)m_bench.assembler.time(std::nullopt, what);
    return std::nullopt;
}

void ZipkinProtoSpanReader::setKind(std::uint64_t kind) {
    constexpr std::array kinds{SpanKind::Unspecified, SpanKind::Client, SpanKind::Server, SpanKind::Producer,
                               SpanKind::Consumer};
    if (kind < kinds.size())
        m_content.sides.front().kind = kinds[kind];
    else
        m_bench.problems.add(ProblemCode::UnknownKind, [&] {
            return "span " + RecordProblems::quoted(m_content.name) + " has kind " + std::to_string(kind);
        });
}

void ZipkinProtoSpanReader::readFields(std::string_view message) {
    ZipkinSide& side = m_content.sides.front();
    StringCache& strings = m_bench.strings;
    pbf_reader reader(message);
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case span::traceId:
            m_content.trace = traceIdOfBytes(reader.get_view(), strings);
            break;
        case span::parentId:
            m_content.parent = spanIdOfBytes(reader.get_view(), strings);
            break;
        case span::id:
            m_content.id = spanIdOfBytes(reader.get_view(), strings);
            break;
        case span::kind:
            setKind(reader.get_uint64());
            break;
        case span::name:
            m_content.name = textOf(reader.get_view());
            break;
        case span::timestamp:
            side.start = timeOf(reader.get_fixed64(), "a start");
            break;
        case span::duration:
            // What a message does not hold is 0, and no span of Zipkin's is that short.
            if (const std::uint64_t duration = reader.get_uint64(); duration != 0)
                side.duration = timeOf(duration, "a duration");
            break;
        case span::localEndpoint:
            side.local = readEndpoint(reader.get_view());
            break;
        case span::remoteEndpoint:
            side.remote = readEndpoint(reader.get_view());
            break;
        case span::annotation:
            readAnnotation(reader.get_view());
            break;
        case span::tags:
            readTag(reader.get_view());
            break;
        case span::debug:
            m_content.debug = reader.get_uint64() != 0;
            break;
        case span::shared:
            side.shared = reader.get_uint64() != 0;
            break;
        default:
            reader.skip();
        }
    }
}

ZipkinEndpoint ZipkinProtoSpanReader::readEndpoint(std::string_view message) {
    ZipkinEndpoint read;
    read.isGiven = true;
    pbf_reader reader(message);
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case endpoint::service:
            read.service = textOf(reader.get_view());
            break;
        case endpoint::ipv4:
            if (const auto bytes = std::string_view(reader.get_view()); bytes.size() == 4)
                read.ipv4 = m_texts.emplace_back(addressOf(AF_INET, bytes));
            break;
        case endpoint::ipv6:
            if (const auto bytes = std::string_view(reader.get_view()); bytes.size() == 16)
                read.ipv6 = m_texts.emplace_back(addressOf(AF_INET6, bytes));
            break;
        case endpoint::port:
            if (const std::uint64_t port = reader.get_uint64(); port <= 0xFFFF)
                read.port = static_cast<std::uint16_t>(port);
            break;
        default:
            reader.skip();
        }
    }
    return read;
}

void ZipkinProtoSpanReader::readAnnotation(std::string_view message) {
    ZipkinAnnotation read;
    pbf_reader reader(message);
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case annotation::timestamp:
            read.time = timeOf(reader.get_fixed64(), "the time of an annotation").value_or(0);
            break;
        case annotation::value:
            read.value = textOf(reader.get_view());
            break;
        default:
            reader.skip();
        }
    }
    m_content.annotations.push_back(read);
}

void ZipkinProtoSpanReader::readTag(std::string_view message) {
    std::string_view key;
    JsonScalar value{JsonKind::Text, {}};
    pbf_reader reader(message);
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case entry::key:
            key = textOf(reader.get_view());
            break;
        case entry::value:
            value.text = textOf(reader.get_view());
            break;
        default:
            reader.skip();
        }
    }
    m_content.tags.push_back({m_bench.spanAttributes.idOf(key), value});
}

} // namespace hallway
