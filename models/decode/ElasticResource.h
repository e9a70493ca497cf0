// Who emitted an event of Elastic APM: its fields of service, host, container and the like (formats.md 4.7).
#pragma once

#include "decode/JsonAttributes.h"
#include "trace/ResourceTable.h"

#include <string>
#include <string_view>

namespace hallway {

/// Collects the fields of one resource, named as in documents.
class ElasticResource {
public:
    void begin();
    /// False if the field is not of a resource. Throws simdjson_error.
    bool take(std::string_view field, JsonAny& value, AttributeList& target);
    /// Adds what is known only when all fields were taken, the service excepted.
    void finish(AttributeList& target);
    /// Adds what a resource that it stands for in part says besides.
    void complete(const Resource& base, const StringPool& strings, AttributeList& target);

    /// Empty if there was none.
    [[nodiscard]] const std::string& service() const { return m_service; }
    /// Anything was taken since begin().
    [[nodiscard]] bool isGiven() const { return m_isGiven; }

private:
    JsonAttributes m_values;
    std::string m_name;
    std::string m_service;
    std::string m_hostname; ///< as the operating system says; the configured one goes first
    bool m_hasHostName = false;
    bool m_isGiven = false;
};

} // namespace hallway
