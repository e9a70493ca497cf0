#include "decode/OtlpValues.h"

#include "decode/Base64.h"
#include "decode/DecimalText.h"
#include "decode/JsonText.h"
#include "decode/PlainAttributes.h"

namespace hallway {

namespace {

enum class Member { Other, String, Bool, Int, Double, Array, List, Bytes, Wrapped };

/// camelCase, snake_case, and the Go struct names.
Member memberOf(JsonKey key) {
    if (key.is("stringValue")) return Member::String;
    if (key.is("intValue")) return Member::Int;
    const std::string_view name = key;
    const auto is = [name](std::string_view camel, std::string_view snake) {
        return equalIgnoringCase(name, camel) || name == snake;
    };
    if (is("stringValue", "string_value")) return Member::String;
    if (is("boolValue", "bool_value")) return Member::Bool;
    if (is("intValue", "int_value")) return Member::Int;
    if (is("doubleValue", "double_value")) return Member::Double;
    if (is("arrayValue", "array_value")) return Member::Array;
    if (is("kvlistValue", "kvlist_value")) return Member::List;
    if (is("bytesValue", "bytes_value")) return Member::Bytes;
    return name == "Value" || name == "value" ? Member::Wrapped : Member::Other;
}

void addPlain(PlainAttributes& plain, AttributeList& target) {
    while (const auto attribute = plain.next()) {
        const StringId key = target.idOf(attribute->key);
        if (attribute->type == ValueType::Text)
            target.addText(key, attribute->text);
        else if (attribute->type == ValueType::Int)
            target.addInt(key, attribute->integer);
        else if (attribute->type == ValueType::Double)
            target.addDouble(key, attribute->real);
        else
            target.addBool(key, attribute->type == ValueType::True);
    }
}

} // namespace

void OtlpValues::readAttributes(PlainAny& list, AttributeList& target, std::string_view) {
    PlainAttributes plain(list.json);
    addPlain(plain, target);
    if (!plain.isAtEnd()) list.json.refuse();
}

void OtlpValues::readAttributes(JsonAny& list, AttributeList& target, std::string_view element) {
    if (list.hasEscapes) return readAttributes(list, target); // or repaired: then it is another text
    PlainJson text(element.substr(static_cast<std::size_t>(list.token().data() - element.data())));
    PlainAttributes plain(text);
    addPlain(plain, target);
    if (plain.isAtEnd()) return;
    if (plain.count() == 0) return readAttributes(list, target);
    std::size_t index = 0;
    forEachElement(list, [&](JsonAny other) {
        if (index++ >= plain.count()) readKeyValue(other, target);
    });
}

void OtlpValues::readAttributes(JsonAny& list, AttributeList& target) {
    if (forEachElement(list, [&](JsonAny element) { readKeyValue(element, target); })) return;
    forEachMember(list, [&](std::string_view key, JsonAny value) {
        m_key = key;
        Value result;
        readValue(value, result, target, 0);
        add(m_key, result, target);
    });
}

void OtlpValues::readKeyValue(JsonAny& element, AttributeList& target) {
    std::string_view key;
    bool hasKey = false;
    Value result;
    const bool isObject = forEachMember(element, [&](JsonKey name, JsonAny value) {
        if (name.is("key")) {
            if (const auto text = textOf(value)) {
                key = *text;
                hasKey = true;
            }
        } else if (name.is("value")) {
            result = {};
            readValue(value, result, target, 0);
        }
    });
    if (hasKey)
        add(key, result, target);
    else if (isObject)
        target.countInvalid("", "without a key");
}

void OtlpValues::readValue(JsonAny& value, Value& result, AttributeList& target, int depth) {
    const bool isObject = forEachMember(
        value, [&](JsonKey name, JsonAny member) { readMember(name, member, result, target, depth); });
    if (isObject) return;
    const JsonScalar scalar = scalarOf(value);
    switch (scalar.kind) {
    case JsonKind::Null:
        return;
    case JsonKind::False:
    case JsonKind::True:
        result.type = scalar.kind == JsonKind::True ? ValueType::True : ValueType::False;
        break;
    case JsonKind::Text:
        result.type = ValueType::Text;
        result.text = scalar.text;
        break;
    case JsonKind::Number:
        if (const auto whole = decimalInteger(scalar.text);
            whole && scalar.text.find_first_of(".eE") == scalar.text.npos) {
            result.type = ValueType::Int;
            result.integer = *whole;
        } else {
            result.type = ValueType::Double;
            result.real = decimalReal(scalar.text).value_or(0);
        }
        break;
    case JsonKind::Object:
    case JsonKind::Array:
        m_decoded.clear();
        appendCompactJson(m_decoded, scalar.text);
        result.type = ValueType::Json;
        break;
    }
    ++result.members;
}

void OtlpValues::readMember(JsonKey name, JsonAny& value, Value& result, AttributeList& target, int depth) {
    const Member member = memberOf(name);
    if (member == Member::Other) return;
    if (member == Member::Wrapped) {
        if (depth < maximumValueDepth) readValue(value, result, target, depth + 1);
        return;
    }
    if (member == Member::Array || member == Member::List) {
        if (value.kind() != JsonKind::Null) readNested(value, result, target, member == Member::List);
        return;
    }
    const auto text = textOf(value);
    if (!text) return; // null = absent
    ++result.members;
    result.text = *text;
    result.type = ValueType::Text; // also what a value that is not what it says is kept as
    switch (member) {
    case Member::Bool:
        if (*text == "true" || *text == "false") {
            result.type = *text == "true" ? ValueType::True : ValueType::False;
            return;
        }
        break;
    case Member::Int:
        if (const auto number = decimalInteger(*text)) {
            result.type = ValueType::Int;
            result.integer = *number;
            return;
        }
        break;
    case Member::Double:
        if (const auto number = decimalReal(*text)) {
            result.type = ValueType::Double;
            result.real = *number;
            return;
        }
        break;
    case Member::Bytes:
        if (auto bytes = decodedBase64(*text)) {
            result.type = ValueType::Bytes;
            m_decoded = std::move(*bytes);
            return;
        }
        break;
    default:
        return;
    }
    target.countInvalid(name, "no such value; kept as text");
}

void OtlpValues::readNested(JsonAny& value, Value& result, AttributeList& target, bool isList) {
    m_decoded.clear();
    if (isList)
        appendList(value, target, 1);
    else
        appendArray(value, target, 1);
    result.type = ValueType::Json;
    ++result.members;
}

void OtlpValues::add(std::string_view key, const Value& value, AttributeList& target) {
    if (value.members > 1) target.countInvalid(key, "given with several values; the last counts");
    const StringId id = target.idOf(key);
    switch (value.type) {
    case ValueType::Null:
        target.addNull(id);
        break;
    case ValueType::False:
    case ValueType::True:
        target.addBool(id, value.type == ValueType::True);
        break;
    case ValueType::Int:
        target.addInt(id, value.integer);
        break;
    case ValueType::Double:
        target.addDouble(id, value.real);
        break;
    case ValueType::PooledText:
    case ValueType::Text:
        target.addText(id, value.text);
        break;
    case ValueType::Bytes:
        target.addBytes(id, m_decoded);
        break;
    case ValueType::Json:
        target.addJson(id, m_decoded);
        break;
    }
}

void OtlpValues::appendScalar(const JsonScalar& scalar) {
    switch (scalar.kind) {
    case JsonKind::Null:
        m_decoded += "null";
        break;
    case JsonKind::False:
        m_decoded += "false";
        break;
    case JsonKind::True:
        m_decoded += "true";
        break;
    case JsonKind::Text:
        appendJsonString(m_decoded, scalar.text);
        break;
    case JsonKind::Number:
    case JsonKind::Object:
    case JsonKind::Array:
        appendCompactJson(m_decoded, scalar.text);
        break;
    }
}

void OtlpValues::appendPlain(JsonAny& value, AttributeList& target, int depth) {
    if (depth > maximumValueDepth) {
        target.problems().add(ProblemCode::DeepNesting,
                              [] { return "a value nested more than 64 levels deep"; });
        std::string text;
        appendCompactJson(text, scalarOf(value).text);
        appendJsonString(m_decoded, text);
        return;
    }
    if (value.kind() != JsonKind::Object) {
        appendScalar(scalarOf(value));
        return;
    }
    bool written = false;
    forEachMember(value, [&](JsonKey name, JsonAny member) {
        const Member what = written ? Member::Other : memberOf(name);
        if (what == Member::Other || member.kind() == JsonKind::Null) return;
        written = true;
        if (what == Member::Wrapped) {
            appendPlain(member, target, depth + 1);
        } else if (what == Member::Array) {
            appendArray(member, target, depth + 1);
        } else if (what == Member::List) {
            appendList(member, target, depth + 1);
        } else if (const JsonScalar scalar = scalarOf(member);
                   what == Member::Int && decimalInteger(scalar.text)) {
            m_decoded += std::to_string(*decimalInteger(scalar.text));
        } else {
            appendScalar(scalar);
        }
    });
    if (!written) m_decoded += "null";
}

namespace {

/// The elements of `{"values":[…]}` or of a bare array.
template <class Visit>
void forEachValue(JsonAny& value, Visit visit) {
    if (forEachElement(value, visit)) return;
    forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "values" || name == "Values") forEachElement(member, visit);
    });
}

} // namespace

void OtlpValues::appendArray(JsonAny& value, AttributeList& target, int depth) {
    m_decoded += '[';
    bool first = true;
    forEachValue(value, [&](JsonAny element) {
        if (!std::exchange(first, false)) m_decoded += ',';
        appendPlain(element, target, depth);
    });
    m_decoded += ']';
}

void OtlpValues::appendList(JsonAny& value, AttributeList& target, int depth) {
    m_decoded += '{';
    bool first = true;
    forEachValue(value, [&](JsonAny element) {
        if (element.kind() != JsonKind::Object) return;
        if (!std::exchange(first, false)) m_decoded += ',';
        // The value may stand before its key: its text is written behind the place where the key goes.
        const std::size_t begin = m_decoded.size();
        std::string key;
        bool hasValue = false;
        forEachMember(element, [&](std::string_view name, JsonAny member) {
            if (name == "key") {
                key = textOf(member).value_or(std::string_view());
            } else if (name == "value" && !hasValue) {
                hasValue = true;
                appendPlain(member, target, depth);
            }
        });
        if (!hasValue) m_decoded += "null";
        std::string head;
        appendJsonString(head, key);
        head += ':';
        m_decoded.insert(begin, head);
    });
    m_decoded += '}';
}

} // namespace hallway
