#include "analysis/CallBuilder.h"
#include "analysis/ServiceGraph.h"
#include "bench/DecodedCapture.h"
#include "bench/cases/Cases.h"

#include <stdexcept>

namespace hallway::bench {

Measurement buildCallsOf(const std::string& file) {
    const auto source = openForReading(file);
    if (!source) throw std::runtime_error(file + " cannot be read");
    DecodedCapture capture(**source);
    std::size_t calls = 0, edges = 0;
    Measurement measured = repeated([&] {
        CallInput input = capture.callInput();
        return timed([&] {
            const auto built = buildCalls(std::move(input));
            if (!built) throw std::runtime_error("building calls failed");
            const ServiceGraph graph = deriveGraph(built->spans, built->calls, {});
            calls = built->calls.size();
            edges = graph.edges.size();
        });
    });
    measured.figures = {{"spans", static_cast<double>(capture.spans())},
                        {"calls", static_cast<double>(calls)},
                        {"edges", static_cast<double>(edges)}};
    return measured;
}

} // namespace hallway::bench
