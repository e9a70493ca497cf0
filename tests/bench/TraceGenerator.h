// Realistic traces out of nothing but options: the same options give the same bytes, everywhere.
#pragma once

#include "base/Time.h"
#include "bench/GeneratedSpan.h"
#include "bench/Topology.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hallway::bench {

struct GeneratorOptions {
    std::uint64_t spans = 10'000; ///< made exactly, at least 1
    std::size_t services = 14;    ///< at least 1; the shop has 14, more are added in layers
    std::size_t rareCalls = 0;    ///< more edges between the layers: so many for each endpoint, rarely used
    std::uint64_t seed = 1;
    bool oneTrace = false; ///< all in one trace: one root with thousands of children
    /// Levels below the root of the chain of nested spans that such a trace begins with; as many as there are
    /// spans for.
    std::uint64_t depth = 200;
    bool lean = false; ///< three or four attributes a span instead of twelve
    Timestamp start = timestampOf(1'773'316'200'000'000'000); ///< 2026-03-12T11:50:00Z; whole microseconds
    Duration duration = std::chrono::minutes(20);             ///< the requests' starts are spread over it
};

/// When things go wrong: after 45 % of the time, for a quarter of it.
[[nodiscard]] TimeRange incidentOf(const GeneratorOptions& options);

/// Takes what is generated. `begin` comes first, `end` last.
class SpanWriter {
public:
    virtual ~SpanWriter() = default;
    /// The list lives until `end`.
    virtual void begin(const std::vector<Resource>& resources) = 0;
    /// Some spans of one trace, not empty. A trace may come in several pieces, with no other in between.
    virtual void write(std::span<const Span> spans) = 0;
    virtual void end() = 0;
};

/// Memory does not grow with the number of spans.
void generate(const GeneratorOptions& options, SpanWriter& writer);
/// Of this system instead of `options.services` of the shop.
void generate(const GeneratorOptions& options, const Topology& topology, SpanWriter& writer);

} // namespace hallway::bench
