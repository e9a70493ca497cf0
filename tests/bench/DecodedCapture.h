// A generated export and what the program makes of it step by step: the inputs of the measured loops.
#pragma once

#include "analysis/CallBuilder.h"
#include "base/File.h"
#include "base/StringPool.h"
#include "bench/TraceGenerator.h"
#include "trace/ResourceTable.h"
#include "trace/SpanBatch.h"

#include <string>
#include <vector>

namespace hallway::bench {

/// The text of an export.
[[nodiscard]] std::string otlpJsonLines(const GeneratorOptions& options);
[[nodiscard]] std::string jaegerJson(const GeneratorOptions& options);

/// Decoded batches with the tables that they refer to.
class DecodedCapture {
public:
    /// Stops the program with a message if the text is refused: it is our own.
    explicit DecodedCapture(std::string_view text);
    explicit DecodedCapture(ByteSource& source);
    DecodedCapture(const DecodedCapture&) = delete;
    DecodedCapture& operator=(const DecodedCapture&) = delete;

    [[nodiscard]] std::size_t spans() const { return m_spans; }
    /// Afresh each time, for buildCalls consumes it.
    [[nodiscard]] CallInput callInput();

private:
    StringPool m_strings;
    ResourceTable m_resources;
    ScopeTable m_scopes;
    std::vector<SpanBatch> m_batches;
    std::size_t m_spans = 0;
};

} // namespace hallway::bench
