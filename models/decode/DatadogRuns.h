// Spans of Datadog on their way to the pipeline. Of a trace's 128-bit id, each span holds the lower half and
// perhaps only one of them, in `_dd.p.tid`, the upper.
#pragma once

#include "decode/JsonFormat.h"
#include "decode/OtlpBlocks.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>

namespace hallway {

/// Lives on the walking thread. Spans of one trace that stand behind one another wait for the upper half of
/// their id; later ones of the same trace get it too.
class DatadogRuns {
public:
    explicit DatadogRuns(JsonFile& file) : m_file(file) {}

    /// The object that stands next is a span.
    void take();
    /// No span of the trace of the last one stands next.
    void end();

private:
    class Run;

    struct Ids {
        std::uint64_t trace = 0;            ///< lower half; 0: none, or an id that is no number
        std::optional<std::uint64_t> upper; ///< `_dd.p.tid`
    };
    [[nodiscard]] Ids idsOf(const JsonElement& element);
    void begin(std::uint64_t trace);

    JsonFile& m_file;
    SyntheticTraces m_traces{m_file.context.strings, m_file.bench.problems};
    std::shared_ptr<Run> m_run;
    std::uint64_t m_runs = 0;
    std::unordered_map<std::uint64_t, std::uint64_t> m_uppers; ///< of traces seen
};

} // namespace hallway
