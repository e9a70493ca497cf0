// Reads one span object of Jaeger JSON (formats.md 3.2 to 3.5).
#pragma once

#include "decode/ElementReader.h"
#include "decode/JaegerProcess.h"
#include "decode/JaegerValues.h"
#include "decode/SpanBench.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// Leaves the resource invalid unless the span carries its own process (a document has none then), and the
/// trace id zero if it has none.
class JaegerSpanReader : public SpanReader {
public:
    explicit JaegerSpanReader(SpanBench& bench, JaegerDialect dialect = JaegerDialect::Query)
        : m_bench(bench), m_dialect(dialect) {}

    void read(std::string_view json, const SpanSlice& slice) override;

private:
    struct Reference {
        TraceId trace; ///< zero: not given, the span's own
        SpanId span;
        bool followsFrom = false;
    };

    void readMember(std::string_view name, JsonAny& value);
    [[nodiscard]] SpanId spanIdIn(JsonAny& value) const;
    /// 0 where there is none.
    [[nodiscard]] Timestamp timeIn(JsonAny& value, std::string_view what);
    void readDuration(JsonAny& value);
    void readReference(JsonAny& value);
    void readTag(const JaegerTag& tag);
    void readLog(JsonAny& value);
    void readWarning(JsonAny& value);
    [[nodiscard]] ScopeId scope();
    void checkProcess();
    [[nodiscard]] bool isOwnTrace(const Reference& reference) const;
    void resolveReferences();
    void resolveStatus();
    void resolveTimes();

    SpanBench& m_bench;
    JaegerDialect m_dialect;
    ElementReader m_elements{m_bench.problems};
    AttributeList m_processAttributes{m_bench.strings, m_bench.problems, AttributeWriter::Pooling::All};
    JaegerProcessReader m_processes{m_bench.strings, m_processAttributes, m_bench.tables.resources,
                                    m_dialect};
    JaegerValues m_values{m_dialect};
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

class JaegerDocumentReader final : public JaegerSpanReader {
public:
    explicit JaegerDocumentReader(SpanBench& bench) : JaegerSpanReader(bench, JaegerDialect::Document) {}
};

class JaegerProtoSpanReader final : public JaegerSpanReader {
public:
    explicit JaegerProtoSpanReader(SpanBench& bench) : JaegerSpanReader(bench, JaegerDialect::Proto) {}
};

} // namespace hallway
