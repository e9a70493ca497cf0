// Reads JSON that stands as text within other JSON.
#pragma once

#include "decode/ElementReader.h"

#include <string>
#include <string_view>

namespace hallway {

class InnerJson {
public:
    explicit InnerJson(RecordProblems& problems) : m_elements(problems) {}

    /// As ElementReader::read(). `text` is copied: it may be part of what this has read before.
    template <class Read>
    bool read(std::string_view text, Read&& read) {
        std::string copy;
        copy.reserve(text.size() + simdjson::SIMDJSON_PADDING);
        copy = text;
        m_text = std::move(copy);
        const std::size_t size = m_text.size();
        m_text.append(simdjson::SIMDJSON_PADDING, ' ');
        const std::string_view inside = std::string_view(m_text).substr(0, size);
        return m_elements.read({inside, 0, inside.find('\\') != inside.npos}, read);
    }

private:
    ElementReader m_elements;
    std::string m_text;
};

} // namespace hallway
