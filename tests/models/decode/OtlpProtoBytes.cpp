#include "OtlpProtoBytes.h"

#include <protozero/pbf_writer.hpp>

namespace hallway {

using protozero::pbf_writer;

Proto& Proto::bytes(std::uint32_t field, std::string_view content) {
    pbf_writer(m_bytes).add_bytes(field, content.data(), content.size());
    return *this;
}

Proto& Proto::varint(std::uint32_t field, std::uint64_t value) {
    pbf_writer(m_bytes).add_uint64(field, value);
    return *this;
}

Proto& Proto::fixed64(std::uint32_t field, std::uint64_t value) {
    pbf_writer(m_bytes).add_fixed64(field, value);
    return *this;
}

Proto& Proto::fixed32(std::uint32_t field, std::uint32_t value) {
    pbf_writer(m_bytes).add_fixed32(field, value);
    return *this;
}

Proto& Proto::real(std::uint32_t field, double value) {
    pbf_writer(m_bytes).add_double(field, value);
    return *this;
}

Proto& Proto::append(std::string_view rawBytes) {
    m_bytes += rawBytes;
    return *this;
}

std::string fromHex(std::string_view digits) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
        bytes += static_cast<char>(std::stoi(std::string(digits.substr(at, 2)), nullptr, 16));
    return bytes;
}

Proto attribute(std::string_view key, const Proto& anyValue) {
    return Proto().bytes(1, key).message(2, anyValue);
}

Proto textAttribute(std::string_view key, std::string_view text) {
    return attribute(key, Proto().bytes(1, text));
}

Proto protoSpan(const Proto& fields) {
    return Proto()
        .bytes(1, fromHex("5b8efff798038103d269b633813fc60c"))
        .bytes(2, fromHex("eee19b7ec3c1b174"))
        .bytes(5, "op")
        .fixed64(7, 1000000000000000000)
        .fixed64(8, 1000000000000000005)
        .append(fields);
}

Proto protoResourceSpans(std::initializer_list<Proto> spans) {
    Proto scopeSpans = Proto().message(1, Proto().bytes(1, "lib"));
    for (const Proto& span : spans)
        scopeSpans.message(2, span);
    return Proto()
        .message(1, Proto().message(1, textAttribute("service.name", "shop")))
        .message(2, scopeSpans);
}

std::string otlpProtoSpan(const Proto& fields) {
    return Proto().message(1, protoResourceSpans({protoSpan(fields)})).str();
}

std::string framed(std::string_view message) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(message.size() >> shift);
    return bytes.append(message);
}

std::string goldenTracesData() {
    return fromHex(
        "0a530a150a130a0c736572766963652e6e616d6512030a0161123a12380a105b8efff798038103d269b633813fc60c1208"
        "eee19b7ec3c1b1742a026f70300239004859e3faeb6f15410012f41efbeb6f157a021802");
}

} // namespace hallway
