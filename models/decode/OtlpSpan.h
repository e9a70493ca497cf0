// Reads one span object of OTLP JSON (formats.md 1.2, 1.3).
#pragma once

#include "decode/JsonWorkbench.h"
#include "decode/OtlpValues.h"
#include "decode/TimeBands.h"

#include <string>

namespace hallway {

class OtlpSpanReader {
public:
    explicit OtlpSpanReader(JsonWorkbench& bench) : m_bench(bench) {}

    /// Reads the element that stands next; a broken one is counted and left out.
    void read(ResourceId resource, ScopeId scope);

    [[nodiscard]] const TimeBands& times() const { return m_times; }
    [[nodiscard]] OtlpValues& values() { return m_values; }

private:
    void readMembers(JsonObject object);
    void readMember(std::string_view name, JsonAny& value);
    void readStatus(JsonAny& value);
    void readEvent(JsonAny& value);
    void readLink(JsonAny& value);
    [[nodiscard]] Timestamp readTime(JsonAny& value, std::string_view what);

    JsonWorkbench& m_bench;
    OtlpValues m_values;
    TimeBands m_times;
    SpanRecord* m_record = nullptr;
    std::string m_kind;       ///< as written
    std::string m_statusCode; ///< as written
    bool m_oldError = false;  ///< deprecatedCode is not zero
    std::string m_packed;     ///< attributes of an event or link
};

} // namespace hallway
