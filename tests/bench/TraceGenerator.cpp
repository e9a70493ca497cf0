#include "bench/TraceGenerator.h"

#include "bench/Population.h"
#include "bench/Random.h"
#include "bench/RequestSimulator.h"
#include "bench/Topology.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hallway::bench {

namespace {

using namespace std::chrono_literals;

constexpr Duration healthCheck = 800us;

Timestamp wholeMicroseconds(Timestamp time) { return std::chrono::floor<std::chrono::microseconds>(time); }

/// Hands spans on and counts them; time goes on as they become more.
class Progress {
public:
    Progress(const GeneratorOptions& options, SpanWriter& writer) : m_options(options), m_writer(writer) {}

    [[nodiscard]] std::uint64_t left() const { return m_options.spans - m_written; }

    void write(std::span<const Span> spans) {
        m_writer.write(spans);
        m_written += spans.size();
    }

    /// When the next request starts: evenly, give or take a few seconds.
    [[nodiscard]] Timestamp now(Random& random) const {
        const double share = static_cast<double>(m_written) / static_cast<double>(m_options.spans);
        const auto even = static_cast<std::int64_t>(static_cast<double>(m_options.duration.count()) * share);
        return wholeMicroseconds(m_options.start + Duration(even) + random.around(jitter()));
    }

private:
    [[nodiscard]] Duration jitter() const { return std::min<Duration>(2s, m_options.duration / 100); }

    const GeneratorOptions& m_options;
    SpanWriter& m_writer;
    std::uint64_t m_written = 0;
};

std::size_t pickDemand(const Topology& topology, Random& random) {
    std::uint64_t total = 0;
    for (const Demand& demand : topology.demand) {
        total += demand.weight;
    }
    std::uint64_t at = random.below(total);
    for (const Demand& demand : topology.demand) {
        if (at < demand.weight) {
            return demand.endpoint;
        }
        at -= demand.weight;
    }
    return 0;
}

std::uint64_t countSpans(const Traces& traces) {
    std::uint64_t count = 0;
    for (const std::vector<Span>& trace : traces) {
        count += trace.size();
    }
    return count;
}

/// A request that would be more than what is left is replaced by health checks, so that none is cut short.
void generateMany(const Topology& topology, RequestSimulator& simulator, Random& random, Progress& progress) {
    while (progress.left() > 0) {
        const Timestamp start = progress.now(random);
        const Traces traces = simulator.request(pickDemand(topology, random), start);
        if (countSpans(traces) > progress.left()) {
            const Span check = simulator.single(nullptr, "GET /healthz", start, healthCheck);
            progress.write({&check, 1});
            continue;
        }
        for (const std::vector<Span>& trace : traces) {
            progress.write(trace);
        }
    }
}

/// The root comes last, when its end is known; its children before it.
void generateOne(const GeneratorOptions& options, const Topology& topology, RequestSimulator& simulator,
                 Random& random, Progress& progress) {
    Span root = simulator.single(nullptr, "POST /replay", options.start, healthCheck);
    const auto keep = [&](std::span<const Span> spans) {
        for (const Span& span : spans) {
            root.end = std::max(root.end, span.end);
        }
        progress.write(spans);
    };

    const std::uint64_t depth = std::min(options.depth, options.spans - 1);
    Span parent = root;
    for (std::uint64_t level = 1; level <= depth; ++level) {
        Span nested =
            simulator.single(&parent, "visit level " + std::to_string(level), parent.start + 10us, 1ms);
        nested.end = nested.start + 1s + (depth - level) * Duration(20us);
        keep({&nested, 1});
        parent = std::move(nested);
    }
    while (progress.left() > 1) {
        const Timestamp start = progress.now(random);
        const std::vector<Span> spans = simulator.requestWithin(root, pickDemand(topology, random), start);
        if (spans.size() > progress.left() - 1) {
            const Span step = simulator.single(&root, "checkpoint", start, healthCheck);
            keep({&step, 1});
        } else {
            keep(spans);
        }
    }
    progress.write({&root, 1});
}

} // namespace

TimeRange incidentOf(const GeneratorOptions& options) {
    return {options.start + options.duration / 20 * 9, options.start + options.duration / 20 * 14};
}

void generate(const GeneratorOptions& options, SpanWriter& writer) {
    generate(options, makeTopology(options.services, options.seed, options.rareCalls), writer);
}

void generate(const GeneratorOptions& options, const Topology& topology, SpanWriter& writer) {
    Random random(options.seed);
    const Population population(topology, options.lean, Random(random.next()));
    RequestSimulator simulator(topology, population, incidentOf(options), options.lean,
                               Random(random.next()));
    Progress progress(options, writer);
    writer.begin(population.resources());
    if (options.oneTrace) {
        generateOne(options, topology, simulator, random, progress);
    } else {
        generateMany(topology, simulator, random, progress);
    }
    writer.end();
}

} // namespace hallway::bench
