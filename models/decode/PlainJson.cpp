#include "decode/PlainJson.h"

namespace hallway {

void PlainJson::skipBrackets() {
    std::size_t depth = 0;
    std::string_view text;
    for (; m_at != m_end; ++m_at) {
        if (*m_at == '"') {
            ++m_at;
            if (!takeString(text)) return;
            --m_at;
        } else if (*m_at == '{' || *m_at == '[') {
            ++depth;
        } else if ((*m_at == '}' || *m_at == ']') && --depth == 0) {
            ++m_at;
            return;
        }
    }
    refuse();
}

void PlainJson::skipValue() {
    std::string_view text;
    if (take("\""))
        takeString(text);
    else if (take("null") || take("true") || take("false"))
        return;
    else if (m_at != m_end && (*m_at == '{' || *m_at == '['))
        skipBrackets();
    else if (takeNumber().empty())
        refuse();
}

std::optional<std::string_view> textOf(PlainAny& value) {
    PlainJson& json = value.json;
    std::string_view text;
    if (json.take("\"")) return json.takeString(text) ? std::optional(text) : std::nullopt;
    text = json.takeNumber();
    if (!text.empty()) return text;
    if (json.take("true")) return "true";
    if (json.take("false")) return "false";
    return std::nullopt;
}

} // namespace hallway
