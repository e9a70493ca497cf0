#include "decode/JaegerProtoTag.h"

#include "decode/DecimalText.h"

#include <array>

namespace hallway {

namespace {

/// A tag has a member for each type, of which that of its own type counts. Whatever has the value that a
/// member has by default may be missing, the type `string` as well.
class ProtoValues {
public:
    void take(std::string_view name, JsonAny& value) {
        for (std::size_t i = 0; i < types.size(); ++i)
            if (name == types[i].name || name == types[i].snakeName) m_values[i] = scalarOf(value);
    }
    void give(JaegerTag& tag) const {
        const std::size_t type = typeOf(tag.type);
        if (type == types.size()) return;
        tag.type = types[type].word;
        tag.value = m_values[type];
        if (tag.value.kind == JsonKind::Null) tag.value = types[type].absent;
    }

private:
    struct Type {
        std::string_view word, number, name, snakeName;
        JsonScalar absent;
    };
    static constexpr std::array<Type, 5> types{{
        {"string", "0", "vStr", "v_str", {JsonKind::Text, ""}},
        {"bool", "1", "vBool", "v_bool", {JsonKind::False, ""}},
        {"int64", "2", "vInt64", "v_int64", {JsonKind::Number, "0"}},
        {"float64", "3", "vFloat64", "v_float64", {JsonKind::Number, "0"}},
        {"binary", "4", "vBinary", "v_binary", {JsonKind::Text, ""}},
    }};

    [[nodiscard]] std::size_t typeOf(std::string_view text) const {
        for (std::size_t i = 0; i < types.size(); ++i)
            if (text.empty() ? m_values[i].kind != JsonKind::Null
                             : text == types[i].number || equalIgnoringCase(text, types[i].word))
                return i;
        return text.empty() ? 0 : types.size();
    }

    std::array<JsonScalar, types.size()> m_values;
};

} // namespace

bool readProtoTag(JsonAny& element, JaegerTag& tag) {
    bool hasKey = false;
    ProtoValues values;
    forEachMember(element, [&](std::string_view name, JsonAny value) {
        if (name == "key") {
            const auto text = textOf(value);
            hasKey = text.has_value();
            tag.key = text.value_or(std::string_view());
        } else if (name == "vType" || name == "v_type") {
            tag.type = textOf(value).value_or(std::string_view());
        } else {
            values.take(name, value);
        }
    });
    values.give(tag);
    return hasKey;
}

} // namespace hallway
