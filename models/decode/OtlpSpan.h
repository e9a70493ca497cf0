// Reads one span object of OTLP JSON (formats.md 1.2, 1.3).
#pragma once

#include "decode/ElementReader.h"
#include "decode/OtlpValues.h"
#include "decode/SpanBench.h"

#include <string>

namespace hallway {

class OtlpSpanReader final : public SpanReader {
public:
    explicit OtlpSpanReader(SpanBench& bench) : m_bench(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override;

private:
    void readMembers(JsonObject object);
    void readMember(std::string_view name, JsonAny& value);
    void readStatus(JsonAny& value);
    void readEvent(JsonAny& value);
    void readLink(JsonAny& value);
    [[nodiscard]] Timestamp readTime(JsonAny& value, std::string_view what);

    SpanBench& m_bench;
    ElementReader m_elements{m_bench.problems};
    OtlpValues m_values;
    std::string_view m_element; ///< the span's text
    SpanRecord* m_record = nullptr;
    std::string m_kind;       ///< as written
    std::string m_statusCode; ///< as written
    bool m_oldError = false;  ///< deprecatedCode is not zero
    std::string m_packed;     ///< attributes of an event or link
};

} // namespace hallway
