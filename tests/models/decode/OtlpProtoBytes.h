// OTLP protobuf written by hand, for tests.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hallway {

/// A message that is being written, field by field; returns itself, to go on.
class Proto {
public:
    Proto& bytes(std::uint32_t field, std::string_view content);
    Proto& message(std::uint32_t field, const Proto& content) { return bytes(field, content.str()); }
    Proto& varint(std::uint32_t field, std::uint64_t value);
    Proto& fixed64(std::uint32_t field, std::uint64_t value);
    Proto& fixed32(std::uint32_t field, std::uint32_t value);
    Proto& real(std::uint32_t field, double value);
    /// As they are, also what is no field.
    Proto& append(std::string_view rawBytes);
    Proto& append(const Proto& fields) { return append(fields.str()); }

    [[nodiscard]] const std::string& str() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// From digits, two a byte.
[[nodiscard]] std::string fromHex(std::string_view digits);

/// A KeyValue.
[[nodiscard]] Proto attribute(std::string_view key, const Proto& anyValue);
[[nodiscard]] Proto textAttribute(std::string_view key, std::string_view text);

/// The span of otlpSpan(), with more fields behind its own.
[[nodiscard]] Proto protoSpan(const Proto& fields = {});
/// A ResourceSpans of the service "shop" with the scope "lib", and these spans.
[[nodiscard]] Proto protoResourceSpans(std::initializer_list<Proto> spans);
/// A TracesData around one span: what otlpSpan() is in JSON.
[[nodiscard]] std::string otlpProtoSpan(const Proto& fields = {});

/// In the framing of the collector's file exporter.
[[nodiscard]] std::string framed(std::string_view message);

/// Formats.md 2.3: one SERVER span "op" of the service "a".
[[nodiscard]] std::string goldenTracesData();

} // namespace hallway
