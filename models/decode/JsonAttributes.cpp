#include "decode/JsonAttributes.h"

#include "decode/DecimalText.h"
#include "decode/JsonText.h"
#include "decode/OtlpValues.h"

namespace hallway {

void JsonAttributes::add(std::string_view key, JsonAny& value, AttributeList& target) {
    const StringId id = target.idOf(key);
    const JsonScalar scalar = scalarOf(value);
    switch (scalar.kind) {
    case JsonKind::Null:
        target.addNull(id);
        break;
    case JsonKind::False:
    case JsonKind::True:
        target.addBool(id, scalar.kind == JsonKind::True);
        break;
    case JsonKind::Text:
        target.addText(id, scalar.text);
        break;
    case JsonKind::Number:
        if (const auto whole = decimalInteger(scalar.text);
            whole && scalar.text.find_first_of(".eE") == scalar.text.npos)
            target.addInt(id, *whole);
        else
            target.addDouble(id, decimalReal(scalar.text).value_or(0));
        break;
    case JsonKind::Object:
    case JsonKind::Array:
        m_text.clear();
        appendCompactJson(m_text, scalar.text);
        target.addJson(id, m_text);
        break;
    }
}

void JsonAttributes::addMembers(JsonAny& object, AttributeList& target) {
    forEachMember(object, [&](std::string_view name, JsonAny value) { add(name, value, target); });
}

void JsonAttributes::addFlat(std::string_view prefix, JsonAny& object, AttributeList& target) {
    m_name = prefix;
    addFlat(object, target, 0);
}

void JsonAttributes::addFlat(JsonAny& object, AttributeList& target, int depth) {
    const std::size_t outer = m_name.size();
    forEachMember(object, [&](std::string_view name, JsonAny value) {
        m_name.resize(outer);
        m_name += name;
        if (depth < maximumValueDepth && value.kind() == JsonKind::Object) {
            m_name += '.';
            addFlat(value, target, depth + 1);
        } else {
            add(m_name, value, target);
        }
    });
}

} // namespace hallway
