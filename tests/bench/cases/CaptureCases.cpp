#include "analysis/Heatmap.h"
#include "bench/cases/Cases.h"
#include "session/CaptureOpener.h"

#include <algorithm>
#include <stdexcept>

namespace hallway::bench {

namespace {

std::shared_ptr<const Capture> open(const std::string& file) {
    auto outcome = CaptureOpener(defaultCacheFolder()).open({{file}, {}, {}, {}});
    if (!outcome) throw std::runtime_error(file + " cannot be opened");
    return outcome->capture;
}

/// What columns hold on to, filled or not.
template <class... Columns>
std::size_t heldBy(const Columns&... columns) {
    return ((columns.capacity() * sizeof(typename Columns::value_type)) + ... + 0);
}

/// On the heap; a short text lies within its string.
std::size_t heldByText(const std::string& text) {
    static const std::size_t within = std::string().capacity();
    return text.capacity() > within ? text.capacity() + 1 : 0;
}

// Bindings of all members: a column that is added does not compile until it is counted.
std::size_t tableBytes(const SpanTable& table) {
    const auto& [start, end, id, parent, node, name, host, storeRow, flags, kindAndStatus, traces] = table;
    const auto& [idHigh, idLow, idIsOpaque, endSpan] = traces;
    return heldBy(start, end, id, parent, node, name, host, storeRow, flags, kindAndStatus, idHigh, idLow,
                  idIsOpaque, endSpan);
}

std::size_t tableBytes(const CallTable& table) {
    const auto& [client, server, entry, time, flags, delivered, delivery, nodes, edges] = table;
    return heldBy(client, server, entry, time, flags, delivered, delivery);
}

std::size_t dictionaryBytes(const CallTable& table) {
    std::size_t bytes = heldBy(table.nodes, table.edges);
    for (const Node& node : table.nodes)
        for (const std::string* text : {&node.name, &node.nameSpace, &node.label, &node.system})
            bytes += heldByText(*text);
    return bytes;
}

} // namespace

Measurement openCapture(const std::string& file) {
    std::shared_ptr<const Capture> capture;
    const Seconds time = timed([&] { capture = open(file); });
    const std::size_t tables = tableBytes(capture->spans()) + tableBytes(capture->calls());
    return {time,
            1,
            {{"fromCache", capture->fromCache() ? 1 : 0},
             {"spans", static_cast<double>(capture->spans().size())},
             {"calls", static_cast<double>(capture->calls().size())},
             {"tableBytes", static_cast<double>(tables)},
             {"dictionaryBytes", static_cast<double>(dictionaryBytes(capture->calls()))}}};
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
    std::size_t kept = 0;
    // Most of the work of a whole capture, and as irregular as what a person filters by: ids are random.
    for (std::size_t row = 0; row < spans.size(); ++row) {
        if (spans.id[row] % 16 == 0) continue;
        chosen.insert(SpanRow(row));
        ++kept;
    }
    if (kept * 10 < spans.size() * 9) throw std::runtime_error("the ids in " + file + " are not random");
    Measurement measured = measureGraph([&] {
        const Subset subset({}, std::make_shared<const Chosen>(chosenSpans(chosen, spans, capture->calls())));
        return deriveGraph(spans, capture->calls(), subset);
    });
    measured.figures.emplace_back("spansKept", static_cast<double>(kept));
    return measured;
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
