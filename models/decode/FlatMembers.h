// Members of an object, and of the objects in it, each under its whole name: search stores nest the fields of
// their documents or join the names with dots, as they please.
#pragma once

#include "decode/JsonValue.h"

#include <string>
#include <string_view>

namespace hallway {

class FlatMembers {
public:
    /// Calls visit(name, value) for each value that is no object, "http.method" of {"http":{"method":"GET"}}
    /// and of {"http.method":"GET"}; the name is valid during the call and begins with `prefix`. Objects more
    /// than 64 deep are visited whole. Throws simdjson_error.
    template <class Visit>
    void forEach(JsonObject object, Visit visit) {
        m_name.clear();
        forEachMember(object, [&](std::string_view name, JsonAny value) { step(name, value, visit, 0); });
    }
    /// The same of a value, which is passed over if it is no object.
    template <class Visit>
    void forEach(JsonAny& object, Visit visit) {
        m_name.clear();
        forEachMember(object, [&](std::string_view name, JsonAny value) { step(name, value, visit, 0); });
    }
    /// The same of a member; what is no object is visited as `prefix` itself.
    template <class Visit>
    void forEach(std::string_view prefix, JsonAny& value, Visit visit) {
        m_name.clear();
        step(prefix, value, visit, 0);
    }

private:
    static constexpr int maximumDepth = 64;

    template <class Visit>
    void step(std::string_view name, JsonAny& value, Visit& visit, int depth) {
        const std::size_t outer = m_name.size();
        if (outer > 0) m_name += '.';
        m_name += name;
        if (depth < maximumDepth && value.kind() == JsonKind::Object)
            forEachMember(value, [&](std::string_view inner, JsonAny member) {
                step(inner, member, visit, depth + 1);
            });
        else
            visit(std::string_view(m_name), value);
        m_name.resize(outer);
    }

    std::string m_name;
};

} // namespace hallway
