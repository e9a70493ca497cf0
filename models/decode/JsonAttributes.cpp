#include "decode/JsonAttributes.h"

#include "decode/DecimalText.h"
#include "decode/JsonText.h"

namespace hallway {

void addScalar(AttributeList& target, StringId key, const JsonScalar& value) {
    switch (value.kind) {
    case JsonKind::Null:
        target.addNull(key);
        break;
    case JsonKind::False:
    case JsonKind::True:
        target.addBool(key, value.kind == JsonKind::True);
        break;
    case JsonKind::Text:
        target.addText(key, value.text);
        break;
    case JsonKind::Number:
        if (const auto whole = decimalInteger(value.text);
            whole && value.text.find_first_of(".eE") == value.text.npos)
            target.addInt(key, *whole);
        else if (const auto real = decimalReal(value.text))
            target.addDouble(key, *real);
        else
            target.addText(key, value.text);
        break;
    case JsonKind::Object:
    case JsonKind::Array:
        std::string compact;
        appendCompactJson(compact, value.text);
        target.addJson(key, compact);
        break;
    }
}

void JsonAttributes::add(std::string_view key, JsonAny& value, AttributeList& target) {
    addScalar(target, key, scalarOf(value));
}

void JsonAttributes::addMembers(JsonAny& object, AttributeList& target) {
    forEachMember(object, [&](std::string_view name, JsonAny value) { add(name, value, target); });
}

void JsonAttributes::addFlat(std::string_view prefix, JsonAny& object, AttributeList& target) {
    if (object.kind() == JsonKind::Object)
        m_members.forEach(prefix, object,
                          [&](std::string_view name, JsonAny value) { add(name, value, target); });
}

} // namespace hallway
