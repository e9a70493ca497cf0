#include "analysis/Heatmap.h"
#include "bench/cases/Cases.h"
#include "session/CaptureOpener.h"

#include <malloc.h>

#include <algorithm>
#include <stdexcept>

namespace hallway::bench {

namespace {

std::shared_ptr<const Capture> open(const std::string& file) {
    auto outcome = CaptureOpener(defaultCacheFolder()).open({{file}, {}, {}});
    if (!outcome) throw std::runtime_error(file + " cannot be opened");
    return outcome->capture;
}

std::size_t allocatedBytes() {
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/// Bytes that a copy of a value allocates.
template <class T>
std::size_t allocatedBy(const T& value) {
    const std::size_t before = allocatedBytes();
    const T copy = value; // NOLINT(performance-unnecessary-copy-initialization): its memory is what counts
    const std::size_t after = allocatedBytes();
    return std::max(after, before) - before;
}

} // namespace

Measurement openCapture(const std::string& file) {
    std::shared_ptr<const Capture> capture;
    const Seconds time = timed([&] { capture = open(file); });
    const std::size_t dictionaries =
        allocatedBy(capture->calls().nodes) + allocatedBy(capture->calls().edges);
    const std::size_t tables = allocatedBy(capture->spans()) + allocatedBy(capture->calls()) - dictionaries;
    return {time,
            1,
            {{"fromCache", capture->fromCache() ? 1 : 0},
             {"spans", static_cast<double>(capture->spans().size())},
             {"calls", static_cast<double>(capture->calls().size())},
             {"tableBytes", static_cast<double>(tables)},
             {"dictionaryBytes", static_cast<double>(dictionaries)}}};
}

namespace {

/// Says how many calls the graph counts.
template <class Derive>
Measurement measureGraph(Derive&& derive) {
    double calls = 0;
    Measurement measured = repeated([&] {
        return timed([&] {
            const ServiceGraph graph = derive();
            calls = 0;
            for (const GraphEdge& edge : graph.edges)
                calls += static_cast<double>(edge.calls);
        });
    });
    measured.figures = {{"calls", calls}};
    return measured;
}

} // namespace

Measurement deriveFilter(const std::string& file) {
    const auto capture = open(file);
    const SpanTable& spans = capture->spans();
    SpanSet chosen(spans.size());
    for (std::size_t row = 0; row < spans.size(); row += 2)
        chosen.insert(SpanRow(row));
    return measureGraph([&] { return deriveGraph(spans, capture->calls(), {}, &chosen); });
}

Measurement deriveRange(const std::string& file) {
    const auto capture = open(file);
    const auto& figures = capture->figures();
    if (!figures.start || !figures.end) throw std::runtime_error(file + " has no times");
    // The middle three quarters: most of the work of a whole capture, and both ends to be found.
    const Duration eighth = (*figures.end - *figures.start) / 8;
    const TimeRange range{*figures.start + eighth, *figures.end - eighth};
    return measureGraph([&] { return deriveGraph(capture->spans(), capture->calls(), range); });
}

Measurement binHeatmap(const std::string& file) {
    constexpr std::size_t wanted = 1'000'000;
    const auto capture = open(file);
    std::vector<LatencySample> samples;
    while (samples.size() < wanted) {
        const std::size_t before = samples.size();
        for (std::size_t edge = 0; edge < capture->calls().edges.size() && samples.size() < wanted; ++edge) {
            auto some = samplesOf(EdgeId(edge), capture->calls(), capture->spans(), {}).samples;
            some.resize(std::min(some.size(), wanted - samples.size()));
            samples.insert(samples.end(), some.begin(), some.end());
        }
        if (samples.size() == before) throw std::runtime_error(file + " has no calls");
    }
    std::stable_sort(samples.begin(), samples.end(),
                     [](const LatencySample& a, const LatencySample& b) { return a.time < b.time; });
    double filled = 0;
    Measurement measured = repeated([&] {
        return timed([&] {
            const Heatmap heatmap = heatmapOf(samples, TimeRange{});
            filled = static_cast<double>(
                heatmap.counts.size() -
                static_cast<std::size_t>(std::count(heatmap.counts.begin(), heatmap.counts.end(), 0U)));
        });
    });
    measured.figures = {{"calls", static_cast<double>(samples.size())}, {"filledCells", filled}};
    return measured;
}

} // namespace hallway::bench
