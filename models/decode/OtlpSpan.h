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
    /// Fills the record; false if the span is broken.
    bool readRecord(std::string_view json, const SpanSlice& slice);
    /// Without a parser; false if the span is not plain enough or there is something to say of it.
    bool readPlain(std::string_view json);
    // The value is a JsonAny or a PlainAny.
    template <class Object>
    void readMembers(Object& object);
    template <class Value>
    void readMember(std::string_view name, Value& value);
    template <class Value>
    void readStatus(Value& value);
    template <class Value>
    void readEvent(Value& value);
    template <class Value>
    void readLink(Value& value);
    template <class Value>
    [[nodiscard]] Timestamp readTime(Value& value, std::string_view what);

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
