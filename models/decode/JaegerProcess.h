// Reads a process of Jaeger JSON: who emitted spans (formats.md 3.2 to 3.5).
#pragma once

#include "decode/JaegerValues.h"
#include "trace/ResourceTable.h"

#include <string>

namespace hallway {

/// One thread.
class JaegerProcessReader {
public:
    JaegerProcessReader(StringCache& strings, AttributeList& attributes, ResourceTable& resources,
                        JaegerDialect dialect)
        : m_strings(strings), m_attributes(attributes), m_resources(resources), m_values(dialect) {}

    /// Its service name and tags become a resource. Throws simdjson_error.
    [[nodiscard]] ResourceId read(JsonObject object);

private:
    StringCache& m_strings;
    AttributeList& m_attributes;
    ResourceTable& m_resources;
    JaegerValues m_values;
    std::string m_packed;
};

} // namespace hallway
