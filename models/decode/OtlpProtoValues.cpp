#include "decode/OtlpProtoValues.h"

#include "decode/JsonText.h"
#include "decode/OtlpProtoFields.h"

#include <protozero/pbf_reader.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace hallway {

using otlp::anyValue::element;
using protozero::pbf_reader;

namespace {

/// Arrays and lists within more of them than this are kept as their bytes, not as JSON; the depth of OTLP
/// JSON.
constexpr int maximumDepth = 64;

double realOf(std::uint64_t bits) { return std::bit_cast<double>(bits); }

std::string base64Of(std::string_view bytes) { return textOf({{}, ValueType::Bytes, 0, 0, bytes}); }

/// Calls visit(bytes) for each element of an ArrayValue or KeyValueList.
template <class Visit>
void forEachElement(std::string_view message, Visit visit) {
    pbf_reader reader(message);
    while (reader.next())
        if (reader.tag_and_type() == element)
            visit(reader.get_view());
        else
            reader.skip();
}

} // namespace

void OtlpProtoValues::read(std::string_view anyValue, Value& value) {
    pbf_reader reader(anyValue);
    while (reader.next()) {
        const std::uint32_t member = reader.tag_and_type();
        switch (member) {
        case otlp::anyValue::text:
        case otlp::anyValue::array:
        case otlp::anyValue::list:
        case otlp::anyValue::bytes:
            value.bytes = reader.get_view();
            break;
        case otlp::anyValue::boolean:
        case otlp::anyValue::integer:
            value.bits = reader.get_uint64();
            break;
        case otlp::anyValue::real:
            value.bits = reader.get_fixed64();
            break;
        default:
            reader.skip();
            continue;
        }
        value.member = member;
        ++value.members;
    }
}

bool OtlpProtoValues::readPlain(std::string_view keyValue, Pair& pair) {
    // Tags of these fields and lengths of these values take one byte.
    const auto byteAt = [](std::string_view bytes, std::size_t at) {
        return std::uint32_t{static_cast<unsigned char>(bytes[at])};
    };
    constexpr std::size_t head = 2; // tag and length, a byte each
    std::string_view rest = keyValue;
    if (rest.size() < head || byteAt(rest, 0) != otlp::keyValue::key || byteAt(rest, 1) >= 0x80 ||
        rest.size() - head < byteAt(rest, 1) + head)
        return false;
    pair.key = rest.substr(head, byteAt(rest, 1));
    pair.hasKey = true;
    rest.remove_prefix(head + pair.key.size());
    if (byteAt(rest, 0) != otlp::keyValue::value || byteAt(rest, 1) >= 0x80 ||
        rest.size() - head != byteAt(rest, 1) || rest.size() == head)
        return false;
    rest.remove_prefix(head);
    Value& value = pair.value;
    value.members = 1;
    value.member = byteAt(rest, 0);
    switch (value.member) {
    case otlp::anyValue::text:
        value.bytes = rest.substr(std::min(head, rest.size()));
        return rest.size() >= head && byteAt(rest, 1) == value.bytes.size();
    case otlp::anyValue::boolean:
    case otlp::anyValue::integer: {
        rest.remove_prefix(1);
        const auto bits = takeVarint(rest);
        value.bits = bits.value_or(0);
        return bits && rest.empty();
    }
    case otlp::anyValue::real:
        if (rest.size() != 1 + sizeof value.bits) return false;
        std::memcpy(&value.bits, rest.data() + 1, sizeof value.bits);
        if constexpr (std::endian::native == std::endian::big) value.bits = __builtin_bswap64(value.bits);
        return true;
    default:
        return false;
    }
}

OtlpProtoValues::Pair OtlpProtoValues::pairOf(std::string_view keyValue) {
    Pair pair;
    if (readPlain(keyValue, pair)) return pair;
    pair = {};
    pbf_reader reader(keyValue);
    while (reader.next())
        switch (reader.tag_and_type()) {
        case otlp::keyValue::key:
            pair.key = reader.get_view();
            pair.hasKey = true;
            break;
        case otlp::keyValue::value:
            read(reader.get_view(), pair.value);
            break;
        default:
            reader.skip();
        }
    return pair;
}

void OtlpProtoValues::readAttribute(std::string_view keyValue, AttributeList& target) {
    const Pair pair = pairOf(keyValue);
    if (!pair.hasKey) {
        target.countInvalid("", "without a key");
        return;
    }
    const StringId key = target.idOf(m_texts.of(pair.key));
    const Value& value = pair.value;
    if (value.members > 1)
        target.countInvalid(m_texts.of(pair.key), "given with several values; the last counts");
    switch (value.member) {
    case otlp::anyValue::text:
        target.addText(key, m_texts.of(value.bytes));
        break;
    case otlp::anyValue::boolean:
        target.addBool(key, value.bits != 0);
        break;
    case otlp::anyValue::integer:
        target.addInt(key, static_cast<std::int64_t>(value.bits));
        break;
    case otlp::anyValue::real:
        target.addDouble(key, realOf(value.bits));
        break;
    case otlp::anyValue::bytes:
        target.addBytes(key, value.bytes);
        break;
    case otlp::anyValue::array:
    case otlp::anyValue::list:
        m_json.clear();
        appendJson(value, target, 0);
        target.addJson(key, m_json);
        break;
    default:
        target.addNull(key);
    }
}

void OtlpProtoValues::appendJson(const Value& value, AttributeList& target, int depth) {
    switch (value.member) {
    case otlp::anyValue::text:
        appendJsonString(m_json, m_texts.of(value.bytes));
        break;
    case otlp::anyValue::boolean:
        m_json += value.bits != 0 ? "true" : "false";
        break;
    case otlp::anyValue::integer:
        m_json += std::to_string(static_cast<std::int64_t>(value.bits));
        break;
    case otlp::anyValue::real: {
        const double real = realOf(value.bits);
        const std::string text = textOf({{}, ValueType::Double, 0, real, {}});
        if (std::isfinite(real))
            m_json += text;
        else
            appendJsonString(m_json, text);
        break;
    }
    case otlp::anyValue::bytes:
        appendJsonString(m_json, base64Of(value.bytes));
        break;
    case otlp::anyValue::array:
    case otlp::anyValue::list:
        if (depth < maximumDepth) {
            appendElements(value, target, depth + 1);
        } else {
            target.problems().add(ProblemCode::DeepNesting,
                                  [] { return "a value nested more than 64 levels deep"; });
            appendJsonString(m_json, base64Of(value.bytes));
        }
        break;
    default:
        m_json += "null";
    }
}

void OtlpProtoValues::appendElements(const Value& value, AttributeList& target, int depth) {
    const bool isList = value.member == otlp::anyValue::list;
    m_json += isList ? '{' : '[';
    bool first = true;
    forEachElement(value.bytes, [&](std::string_view bytes) {
        if (!std::exchange(first, false)) m_json += ',';
        Pair pair;
        if (isList) {
            pair = pairOf(bytes);
            appendJsonString(m_json, m_texts.of(pair.key));
            m_json += ':';
        } else {
            read(bytes, pair.value);
        }
        appendJson(pair.value, target, depth);
    });
    m_json += isList ? '}' : ']';
}

} // namespace hallway
