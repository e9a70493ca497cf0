// OTLP protobuf: one TracesData after the other, either bare or each behind its length as the collector's
// file exporter writes them.
#pragma once

#include "bench/TraceGenerator.h"

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace hallway::bench {

class OtlpProtoWriter final : public SpanWriter {
public:
    enum class Framing { Raw, Framed };

    /// `batch`: spans after which a message is ended. `out` must outlive this. The spans, their order and
    /// what they hold are those of OtlpLinesWriter.
    OtlpProtoWriter(std::ostream& out, std::size_t batch, Framing framing);

    void begin(const std::vector<Resource>& resources) override;
    void write(std::span<const Span> spans) override;
    void end() override;

private:
    void flush();

    std::ostream& m_out;
    std::size_t m_batch;
    Framing m_framing;
    std::size_t m_pending = 0;
    std::vector<std::string> m_resources; ///< as messages
    std::vector<std::string> m_spansOf;   ///< per resource, the content of the ScopeSpans under way
    std::string m_message;                ///< the TracesData under way
};

} // namespace hallway::bench
