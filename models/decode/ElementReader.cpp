#include "decode/ElementReader.h"

#include "decode/JsonText.h"

namespace hallway {

JsonObject ElementReader::open(const JsonElement& element) {
    if (element.hasEscapes && hasBadEscape(element.text)) return openRepaired(element.text);
    const auto error =
        m_parser.iterate(element.text, element.text.size() + simdjson::SIMDJSON_PADDING).get(m_document);
    if (error != simdjson::SUCCESS) return openRepaired(element.text);
    return {m_document.get_object().value(), element.hasEscapes};
}

JsonObject ElementReader::openRepaired(std::string_view text) {
    m_repaired = repairedJson(text);
    const std::size_t size = m_repaired.size();
    m_repaired.append(simdjson::SIMDJSON_PADDING, ' ');
    m_document = m_parser.iterate(m_repaired.data(), size, m_repaired.size()).value();
    if (std::string_view(m_repaired).substr(0, size) != text)
        m_problems.add(ProblemCode::InvalidUtf8,
                       [] { return "text with bytes or escapes that stand for no character"; });
    return {m_document.get_object().value(), true};
}

void ElementReader::refuse(const char* reason) {
    m_problems.add(ProblemCode::BrokenRecord,
                   [reason] { return std::string("a record that is no JSON: ") + reason; });
}

} // namespace hallway
