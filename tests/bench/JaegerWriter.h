// Jaeger's JSON, as its query API and the download of its window give it: {"data":[{traceID, spans,
// processes}]}.
#pragma once

#include "bench/TraceGenerator.h"

#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <vector>

namespace hallway::bench {

class JaegerWriter final : public SpanWriter {
public:
    /// `out` must outlive this.
    explicit JaegerWriter(std::ostream& out);

    void begin(const std::vector<Resource>& resources) override;
    void write(std::span<const Span> spans) override;
    void end() override;

private:
    void closeTrace();

    std::ostream& m_out;
    const std::vector<Resource>* m_resources = nullptr;
    std::optional<TraceId> m_open;     ///< the trace under way
    std::set<std::size_t> m_processes; ///< resources seen in it
};

} // namespace hallway::bench
