// Reads one cut-out element with simdjson; repairs what simdjson refuses and tries once more.
#pragma once

#include "decode/JsonScanner.h"
#include "decode/JsonValue.h"
#include "decode/RecordProblems.h"

#include <string>

namespace hallway {

class ElementReader {
public:
    explicit ElementReader(RecordProblems& problems) : m_problems(problems) {}

    /// Calls read(JsonObject). False if the element is no JSON object: counted as BrokenRecord, and what
    /// read() has done so far must be taken back. Text that had to be repaired is counted as InvalidUtf8.
    template <class Read>
    bool read(const JsonElement& element, Read&& read) {
        m_problems.setOffset(element.offset);
        try {
            read(open(element));
            return true;
        } catch (const simdjson::simdjson_error& error) {
            refuse(error.what());
            return false;
        }
    }

private:
    JsonObject open(const JsonElement& element);
    JsonObject openRepaired(std::string_view text);
    void refuse(const char* reason);

    RecordProblems& m_problems;
    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
    std::string m_repaired;
};

} // namespace hallway
