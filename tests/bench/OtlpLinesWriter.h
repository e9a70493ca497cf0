// OTLP JSON Lines: one ExportTraceServiceRequest a line, as a collector's batches look on disk.
#pragma once

#include "bench/TraceGenerator.h"

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace hallway::bench {

class OtlpLinesWriter final : public SpanWriter {
public:
    /// `batch`: spans after which a line is ended. `out` must outlive this.
    OtlpLinesWriter(std::ostream& out, std::size_t batch);

    void begin(const std::vector<Resource>& resources) override;
    void write(std::span<const Span> spans) override;
    void end() override;

private:
    void flush();

    std::ostream& m_out;
    std::size_t m_batch;
    std::size_t m_pending = 0;
    const std::vector<Resource>* m_resources = nullptr;
    std::vector<std::string> m_spansOf; ///< per resource, the spans of the line under way
};

} // namespace hallway::bench
