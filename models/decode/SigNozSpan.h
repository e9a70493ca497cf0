// Reads one span of SigNoz: snake_case and camelCase, in a waterfall or as a row of a query's list.
#pragma once

#include "decode/InnerJson.h"
#include "decode/JsonAttributes.h"
#include "decode/SpanBuilder.h"

#include <string>
#include <string_view>
#include <vector>

namespace hallway {

class SigNozSpanReader final : public SpanReader {
public:
    explicit SigNozSpanReader(SpanBench& bench) : m_bench(bench), m_span(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override;

private:
    struct Reference {
        TraceId trace;
        SpanId span;
        bool isChildOf = false;
    };

    void readMember(std::string_view name, JsonAny& value);
    bool readIdentity(std::string_view name, JsonAny& value);
    bool readTimes(std::string_view name, JsonAny& value);
    bool readAttributes(std::string_view name, JsonAny& value);
    void readResource(JsonAny& value);
    void readEvent(JsonAny& value);
    void readEventMember(std::string_view name, JsonAny& value);
    void readReference(JsonAny& value);
    void resolveReferences();

    SpanBench& m_bench;
    SpanBuilder m_span;
    InnerJson m_inner{m_bench.problems};
    JsonAttributes m_attributes;
    std::vector<Reference> m_references;
    std::string m_eventName;
    Timestamp m_eventTime;
    bool m_hasError = false;
    bool m_isLog = false;
};

} // namespace hallway
