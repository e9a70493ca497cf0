#include "bench/OtlpProtoWriter.h"

#include <protozero/pbf_writer.hpp>

#include <array>
#include <string_view>

namespace hallway::bench {

namespace {

using protozero::pbf_writer;

template <std::size_t Size>
void putBigEndian(std::array<char, Size>& bytes, std::size_t at, std::uint64_t value, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i)
        bytes[at + i] = static_cast<char>(value >> (8 * (width - 1 - i)));
}

void addId(pbf_writer& message, protozero::pbf_tag_type field, TraceId id) {
    std::array<char, 16> bytes{};
    putBigEndian(bytes, 0, id.high, 8);
    putBigEndian(bytes, 8, id.low, 8);
    message.add_bytes(field, bytes.data(), bytes.size());
}

void addId(pbf_writer& message, protozero::pbf_tag_type field, SpanId id) {
    std::array<char, 8> bytes{};
    putBigEndian(bytes, 0, id, 8);
    message.add_bytes(field, bytes.data(), bytes.size());
}

void addText(pbf_writer& message, protozero::pbf_tag_type field, std::string_view text) {
    message.add_string(field, text.data(), text.size());
}

void addTime(pbf_writer& message, protozero::pbf_tag_type field, Timestamp time) {
    message.add_fixed64(field, static_cast<std::uint64_t>(nanosecondsOf(time)));
}

void addAttributes(pbf_writer& message, protozero::pbf_tag_type field, const Attributes& attributes) {
    for (const Attribute& attribute : attributes) {
        pbf_writer pair(message, field);
        addText(pair, 1, attribute.key);
        pbf_writer value(pair, 2);
        if (const auto* text = std::get_if<std::string>(&attribute.value))
            addText(value, 1, *text);
        else if (const auto* flag = std::get_if<bool>(&attribute.value))
            value.add_bool(2, *flag);
        else if (const auto* number = std::get_if<std::int64_t>(&attribute.value))
            value.add_int64(3, *number);
        else
            value.add_double(4, std::get<double>(attribute.value));
    }
}

void addSpan(pbf_writer& spans, const Span& span) {
    pbf_writer message(spans, 2);
    addId(message, 1, span.trace);
    addId(message, 2, span.id);
    if (span.parent != 0) addId(message, 4, span.parent);
    addText(message, 5, span.name);
    message.add_enum(6, static_cast<std::int32_t>(span.kind));
    addTime(message, 7, span.start);
    addTime(message, 8, span.end);
    addAttributes(message, 9, span.attributes);
    for (const Event& event : span.events) {
        pbf_writer inner(message, 11);
        addTime(inner, 1, event.time);
        addText(inner, 2, event.name);
        addAttributes(inner, 3, event.attributes);
    }
    for (const Link& link : span.links) {
        pbf_writer inner(message, 13);
        addId(inner, 1, link.trace);
        addId(inner, 2, link.span);
    }
    if (span.error) {
        pbf_writer status(message, 15);
        addText(status, 2, span.message);
        status.add_enum(3, 2);
    }
}

} // namespace

OtlpProtoWriter::OtlpProtoWriter(std::ostream& out, std::size_t batch, Framing framing)
    : m_out(out), m_batch(batch), m_framing(framing) {}

void OtlpProtoWriter::begin(const std::vector<Resource>& resources) {
    m_resources.assign(resources.size(), {});
    for (std::size_t index = 0; index < resources.size(); ++index) {
        pbf_writer resource(m_resources[index]);
        addAttributes(resource, 1, resources[index].attributes);
    }
    m_spansOf.assign(resources.size(), {});
}

void OtlpProtoWriter::write(std::span<const Span> spans) {
    for (const Span& span : spans) {
        std::string& content = m_spansOf[span.resource];
        pbf_writer scopeSpans(content);
        if (content.empty()) {
            pbf_writer scope(scopeSpans, 1);
            addText(scope, 1, "shop");
        }
        addSpan(scopeSpans, span);
        if (++m_pending == m_batch) flush();
    }
}

void OtlpProtoWriter::end() {
    flush();
    m_out.flush();
}

void OtlpProtoWriter::flush() {
    if (m_pending == 0) return;
    m_message.clear();
    pbf_writer traces(m_message);
    for (std::size_t index = 0; index < m_spansOf.size(); ++index) {
        if (m_spansOf[index].empty()) continue;
        pbf_writer resourceSpans(traces, 1);
        resourceSpans.add_message(1, m_resources[index]);
        resourceSpans.add_message(2, m_spansOf[index]);
        m_spansOf[index].clear();
    }
    if (m_framing == Framing::Framed) {
        std::array<char, 4> length{};
        putBigEndian(length, 0, m_message.size(), length.size());
        m_out.write(length.data(), length.size());
    }
    m_out.write(m_message.data(), static_cast<std::streamsize>(m_message.size()));
    m_pending = 0;
}

} // namespace hallway::bench
