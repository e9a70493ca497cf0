// Walks the plan of an endpoint and leaves behind the spans that its services would have exported.
#pragma once

#include "bench/GeneratedSpan.h"
#include "bench/Population.h"
#include "bench/Random.h"
#include "bench/SpanAttributes.h"
#include "bench/Topology.h"

#include <cstddef>
#include <vector>

namespace hallway::bench {

/// One request of a user: its own trace, then those of consumers that are only linked to it.
using Traces = std::vector<std::vector<Span>>;

class RequestSimulator {
public:
    /// In `incident` the peers that the topology says so of fail or are slow. The references must outlive
    /// this.
    RequestSimulator(const Topology& topology, const Population& population, TimeRange incident, bool lean,
                     Random random);

    /// A user asks for endpoint `endpoint` of the first service. Parents stand before their children.
    [[nodiscard]] Traces request(std::size_t endpoint, Timestamp start);

    /// The same as one more call of `job`, a span of the first service; consumers are children here, too.
    [[nodiscard]] std::vector<Span> requestWithin(const Span& job, std::size_t endpoint, Timestamp start);

    /// A span of the first service alone: a health check, or the `parent`'s own work where one is given.
    [[nodiscard]] Span single(const Span* parent, std::string name, Timestamp start, Duration median);

private:
    using Index = std::size_t; ///< in m_spans

    struct Answer {
        Timestamp end;
        Outcome failure;
    };
    struct Delivery {
        Index producer = 0;
        std::size_t topic = 0;
        std::size_t consumer = 0;
        Timestamp arrival;
    };

    Index open(TraceId trace, SpanId parent, std::size_t resource, std::string name, Kind kind,
               Timestamp start);
    Index openChild(Index parent, std::string name, Kind kind, Timestamp start);
    void close(Index span, Timestamp end, const Outcome& outcome, bool startedHere);

    Answer work(Index span, const Endpoint& endpoint);
    Answer handle(std::size_t service, std::size_t endpoint, Index client, Timestamp arrival);
    Answer run(Index parent, const Step& step, Timestamp start);
    Answer attempt(Index parent, const Step& step, Timestamp start, unsigned attempt);
    Answer call(Index parent, const Step& step, Timestamp start, unsigned attempt);
    Answer query(Index parent, const Step& step, Timestamp start);
    Answer external(Index parent, const Step& step, Timestamp start, unsigned attempt);
    Answer invoke(Index parent, const Step& step, Timestamp start);
    Answer publish(Index parent, const Step& step, Timestamp start);
    Answer compute(Index parent, const Step& step, Timestamp start);
    void consume(const Delivery& delivery, bool byLink);

    /// What is wrong with an instance at that time.
    struct Trouble {
        int slowdown = 1;
        unsigned failPermille = 0;
    };
    [[nodiscard]] Trouble troubleOf(std::size_t resource, Timestamp time) const;
    [[nodiscard]] Style styleOf(std::size_t resource) const;
    [[nodiscard]] std::vector<Span> take();

    const Topology& m_topology;
    const Population& m_population;
    TimeRange m_incident;
    bool m_lean;
    Random m_random;
    std::vector<Span> m_spans;         ///< of the request under way
    std::vector<Delivery> m_delivered; ///< messages sent by it
};

} // namespace hallway::bench
