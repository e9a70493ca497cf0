// One step above simdjson: what decoders ask of the members of an element. Everything here throws
// simdjson::simdjson_error where the element is no JSON after all; ElementReader catches it.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

enum class JsonKind : std::uint8_t { Null, False, True, Number, Text, Object, Array };

/// A value of an element. Texts without escapes, nearly all, are taken from the element as they stand.
struct JsonAny {
    simdjson::ondemand::value value;
    bool hasEscapes = false; ///< a backslash is somewhere in the element

    [[nodiscard]] JsonKind kind();
    /// As written: of a scalar the whole, of an object or array its bracket.
    [[nodiscard]] std::string_view token() {
        std::string_view token = value.raw_json_token();
        while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
            token.remove_suffix(1);
        return token;
    }
    /// Of a string token: what stands between its quotes.
    [[nodiscard]] std::string_view unquoted(std::string_view token) {
        const bool asItStands = token.size() >= 2 && token.back() == '"' &&
                                (!hasEscapes || token.find('\\') == std::string_view::npos);
        return asItStands ? token.substr(1, token.size() - 2) : value.get_string().value();
    }
};

struct JsonObject {
    simdjson::ondemand::object object;
    bool hasEscapes = false;
};

/// The name of a member.
class JsonKey {
public:
    /// `begin` stands behind the opening quote; without escapes the next quote ends the name.
    explicit JsonKey(const char* begin) : m_begin(begin) {}
    explicit JsonKey(std::string_view unescaped) : m_begin(unescaped.data()), m_size(unescaped.size()) {}

    /// Compares without looking for the end first.
    template <std::size_t size>
    [[nodiscard]] bool is(const char (&name)[size]) const {
        constexpr std::size_t length = size - 1;
        if (m_size != unknown) return std::string_view(m_begin, m_size) == name;
        return std::memcmp(m_begin, name, length) == 0 && m_begin[length] == '"';
    }
    operator std::string_view() const {
        if (m_size != unknown) return {m_begin, m_size};
        return {m_begin,
                static_cast<std::size_t>(static_cast<const char*>(::rawmemchr(m_begin, '"')) - m_begin)};
    }

private:
    static constexpr std::size_t unknown = std::string_view::npos;
    const char* m_begin;
    std::size_t m_size = unknown;
};

/// A value without structure. Objects and arrays come as their raw JSON text.
struct JsonScalar {
    JsonKind kind = JsonKind::Null;
    std::string_view
        text; ///< Text: unescaped; Number, Object, Array: as written; valid as long as the element
};
[[nodiscard]] JsonScalar scalarOf(JsonAny& value);

/// textOf() of what is no string.
[[nodiscard]] std::optional<std::string_view> textOfOther(JsonAny& value);

/// The unescaped text of a string, the digits of a number, "true" or "false"; nothing for the others.
[[nodiscard]] inline std::optional<std::string_view> textOf(JsonAny& value) {
    const std::string_view token = value.token();
    if (!token.empty() && token.front() == '"') return value.unquoted(token);
    return textOfOther(value);
}

/// Calls visit(key, value) for each member; the key is valid during the call.
template <class Visit>
void forEachMember(JsonObject object, Visit visit) {
    std::string unescaped;
    for (simdjson::ondemand::field field : object.object) {
        const char* const begin = field.key().raw();
        if (object.hasEscapes && std::string_view(JsonKey(begin)).find('\\') != std::string_view::npos) {
            unescaped = std::string_view(field.unescaped_key());
            visit(JsonKey(std::string_view(unescaped)), JsonAny{field.value(), true});
        } else {
            visit(JsonKey(begin), JsonAny{field.value(), object.hasEscapes});
        }
    }
}

/// forEachMember() of an object; anything else is passed over and false.
template <class Visit>
bool forEachMember(JsonAny& value, Visit visit) {
    JsonObject object;
    if (value.value.get_object().get(object.object) != simdjson::SUCCESS) return false;
    object.hasEscapes = value.hasEscapes;
    forEachMember(object, visit);
    return true;
}

/// Calls visit(value) for each element of an array; anything else is passed over and false.
template <class Visit>
bool forEachElement(JsonAny& value, Visit visit) {
    simdjson::ondemand::array array;
    if (value.value.get_array().get(array) != simdjson::SUCCESS) return false;
    for (simdjson::ondemand::value element : array)
        visit(JsonAny{element, value.hasEscapes});
    return true;
}

} // namespace hallway
