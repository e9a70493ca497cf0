// Reads one span object of Jaeger JSON (formats.md 3.2, 3.3).
#pragma once

#include "decode/ElementReader.h"
#include "decode/JaegerProcess.h"
#include "decode/JaegerValues.h"
#include "decode/SpanBench.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// Leaves the resource invalid unless the span carries its own process, and the trace id zero if it has none.
class JaegerSpanReader final : public SpanReader {
public:
    explicit JaegerSpanReader(SpanBench& bench) : m_bench(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override;

private:
    struct Reference {
        TraceId trace; ///< zero: not given, the span's own
        SpanId span;
        bool followsFrom = false;
    };

    void readMember(std::string_view name, JsonAny& value);
    void readReference(JsonAny& value);
    void readTag(const JaegerTag& tag);
    void readLog(JsonAny& value);
    void readWarning(JsonAny& value);
    [[nodiscard]] ScopeId scope();
    [[nodiscard]] bool isOwnTrace(const Reference& reference) const;
    void resolveReferences();
    void resolveStatus();
    void resolveTimes();

    SpanBench& m_bench;
    ElementReader m_elements{m_bench.problems};
    AttributeList m_processAttributes{m_bench.strings, m_bench.problems, AttributeWriter::Pooling::All};
    JaegerProcessReader m_processes{m_bench.strings, m_processAttributes, m_bench.tables.resources};
    JaegerValues m_values;
    SpanRecord* m_record = nullptr;
    StringId m_process;
    std::vector<Reference> m_references;
    std::optional<std::int64_t> m_duration; ///< ns
    bool m_hasDuration = false;
    bool m_error = false; ///< tag error=true
    std::optional<SpanStatus> m_status;
    StringId m_httpMessage;
    StringId m_scopeName;
    StringId m_scopeVersion;
    Scope m_lastScope; ///< the one of the span before is mostly the one of the next
    ScopeId m_lastScopeId;
    std::string m_packed; ///< attributes of a log or link
    std::string m_kept;   ///< the text of a log's field `message`
};

} // namespace hallway
