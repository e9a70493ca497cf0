#include "decode/JaegerValues.h"

#include "decode/Base64.h"
#include "decode/DecimalText.h"
#include "decode/JaegerProtoTag.h"
#include "decode/JsonAttributes.h"
#include "decode/JsonText.h"
#include "trace/KnownKeys.h"

#include <optional>

namespace hallway {

namespace {

std::optional<std::string> decodedHex(std::string_view text) {
    const auto digit = [](char c) {
        const int lower = c | 0x20;
        return c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    };
    if (text.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digit(text[i]), low = digit(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes += static_cast<char>(high << 4 | low);
    }
    return bytes;
}

} // namespace

bool JaegerTag::isTrue() const {
    return value.kind == JsonKind::True ||
           (value.kind == JsonKind::Text && equalIgnoringCase(trimmed(value.text), "true"));
}

std::string_view JaegerTag::text() const {
    return value.kind == JsonKind::Text || value.kind == JsonKind::Number ? value.text : std::string_view();
}

bool JaegerValues::readTag(JsonAny& element, JaegerTag& tag) const {
    if (m_dialect == JaegerDialect::Proto) return readProtoTag(element, tag);
    bool hasKey = false;
    forEachMember(element, [&](std::string_view name, JsonAny value) {
        if (name == "key") {
            const auto text = textOf(value);
            hasKey = text.has_value();
            tag.key = text.value_or(std::string_view());
        } else if (name == "type" || name == "vType") {
            tag.type = textOf(value).value_or(std::string_view());
        } else if (name == "value") {
            tag.value = scalarOf(value);
        }
    });
    return hasKey;
}

bool JaegerValues::addTyped(StringId key, const JaegerTag& tag, AttributeList& target) const {
    const std::string_view text = tag.text();
    if (equalIgnoringCase(tag.type, "int64")) {
        const auto number = decimalInteger(text);
        if (number) target.addInt(key, *number);
        return number.has_value();
    }
    if (equalIgnoringCase(tag.type, "float64")) {
        const auto number = decimalReal(text);
        if (number) target.addDouble(key, *number);
        return number.has_value();
    }
    if (equalIgnoringCase(tag.type, "bool")) {
        const bool isFalse = tag.value.kind == JsonKind::False || equalIgnoringCase(text, "false");
        if (isFalse || tag.isTrue()) target.addBool(key, !isFalse);
        return isFalse || tag.isTrue();
    }
    if (equalIgnoringCase(tag.type, "binary")) {
        if (tag.value.kind != JsonKind::Text) return false;
        const auto bytes = m_dialect == JaegerDialect::Document ? decodedHex(text) : decodedBase64(text);
        if (bytes) target.addBytes(key, *bytes);
        return bytes.has_value();
    }
    if (equalIgnoringCase(tag.type, "string") && tag.value.kind == JsonKind::Number) {
        target.addText(key, text);
        return true;
    }
    addScalar(target, key, tag.value);
    return true;
}

void JaegerValues::add(StringId key, const JaegerTag& tag, AttributeList& target) const {
    // IPv4 addresses travel as the number of their four bytes.
    if (key == idOf(KnownKey::PeerIpv4) || key == idOf(KnownKey::HostIp)) {
        const auto address = decimalInteger(tag.text());
        if (address && *address >= -(std::int64_t{1} << 31) && *address < (std::int64_t{1} << 32)) {
            const auto bits = static_cast<std::uint32_t>(*address);
            target.addText(key, std::to_string(bits >> 24) + '.' + std::to_string((bits >> 16) & 0xFF) + '.' +
                                    std::to_string((bits >> 8) & 0xFF) + '.' + std::to_string(bits & 0xFF));
            return;
        }
    }
    if (addTyped(key, tag, target)) return;
    target.countInvalid(tag.key, "no " + std::string(tag.type) + "; kept as written");
    addScalar(target, key, tag.value);
}

} // namespace hallway
