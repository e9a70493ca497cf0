#include "decode/CellJson.h"

#include "decode/JsonText.h"
#include "decode/RowText.h"

#include <algorithm>

namespace hallway {

namespace {

/// Where the string that begins at the front of `text` is closed.
std::size_t closingQuote(std::string_view text) {
    const char quote = text.front();
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == quote && quote == '\'' && text.substr(at + 1).starts_with(quote))
            ++at; // doubled
        else if (text[at] == quote)
            return at;
    }
    return text.size();
}

std::string meaningOf(std::string_view inside) {
    std::string text;
    while (!inside.empty()) {
        const std::size_t at = std::min(inside.find_first_of("\\'"), inside.size());
        text += inside.substr(0, at);
        inside.remove_prefix(at);
        if (inside.starts_with('\''))
            text += '\'';
        else
            appendUnescaped(text, inside.substr(0, 2));
        inside.remove_prefix(std::min<std::size_t>(2, inside.size()));
    }
    return text;
}

} // namespace

void appendClickHouseJson(std::string& json, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find_first_of("'\""), text.size());
        json += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) return;
        const std::size_t close = closingQuote(text);
        if (text.front() == '\'')
            appendJsonString(json, meaningOf(text.substr(1, close - 1)));
        else
            json += text.substr(0, close + 1);
        text.remove_prefix(std::min(close + 1, text.size()));
    }
}

JsonAny CellJson::open() {
    const bool hasEscapes = m_json.find('\\') != std::string::npos;
    if (hasEscapes && hasBadEscape(m_json)) m_json = repairedJson(m_json);
    const std::size_t size = m_json.size();
    m_json.append(simdjson::SIMDJSON_PADDING, ' ');
    m_document = m_parser.iterate(m_json.data(), size, m_json.size()).value();
    return {m_document.get_value().value(), hasEscapes};
}

} // namespace hallway
