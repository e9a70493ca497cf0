// Reads one span object of Jaeger JSON (formats.md 3.2, 3.3).
#pragma once

#include "decode/JaegerValues.h"
#include "decode/JsonWorkbench.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway {

class JaegerSpanReader {
public:
    explicit JaegerSpanReader(JsonWorkbench& bench) : m_bench(bench) {}

    /// Reads the element that stands next; a broken one is counted and left out. The record keeps an invalid
    /// resource unless the span carries its own process, and a zero trace id if it has none. Returns the id
    /// of its process (invalid: none named), or nothing for a broken element.
    std::optional<StringId> read();
    /// Reads a process; its service name and tags become a resource.
    [[nodiscard]] ResourceId readProcess(JsonObject object);

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
    [[nodiscard]] bool isOwnTrace(const Reference& reference) const;
    void resolveReferences();
    void resolveStatus();
    void resolveTimes();

    JsonWorkbench& m_bench;
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
    std::string m_packed; ///< attributes of a log, link or process
    std::string m_kept;   ///< the text of a log's field `message`
};

} // namespace hallway
