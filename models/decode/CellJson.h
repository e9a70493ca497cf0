// Maps and arrays that stand as text in one cell of a table.
#pragma once

#include "decode/JsonValue.h"

#include <string>
#include <string_view>

namespace hallway {

/// Appends JSON for what ClickHouse writes in its text formats: `{'k':'it\'s','n':1}`, `['a','b']`. JSON
/// comes through as it is; text that is neither comes through as no JSON.
void appendClickHouseJson(std::string& json, std::string_view text);

/// Reads one cell at a time; it keeps its memory.
class CellJson {
public:
    /// The text to be read, to which appendClickHouseJson() and others append.
    [[nodiscard]] std::string& begin() {
        m_json.clear();
        return m_json;
    }
    /// Calls read(JsonAny) for the object in the text. False if it is none, or ended as none: read() may have
    /// seen a part of it.
    template <class Read>
    bool read(Read&& read) {
        try {
            JsonAny value = open();
            read(value);
            return true;
        } catch (const simdjson::simdjson_error&) {
            return false;
        }
    }

private:
    JsonAny open();

    std::string m_json;
    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
};

} // namespace hallway
