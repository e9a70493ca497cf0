#include "analysis/CriticalPath.h"
#include "analysis/SpanTree.h"
#include "bench/cases/Cases.h"
#include "session/CaptureOpener.h"

#include <algorithm>
#include <ranges>
#include <stdexcept>

namespace hallway::bench {

Measurement walkLargestTrace(const std::string& file, std::size_t leastDepth) {
    const auto outcome = CaptureOpener(defaultCacheFolder()).open({{file}, {}, {}, {}});
    if (!outcome) throw std::runtime_error(file + " cannot be opened");
    const SpanTable& spans = outcome->capture->spans();
    const StringPool& strings = outcome->capture->strings();
    if (spans.traces.empty()) throw std::runtime_error(file + " has no traces");
    const auto spansOf = [&](std::size_t trace) { return spans.traces[trace].spanCount; };
    const TraceRow trace(
        *std::ranges::max_element(std::views::iota(std::size_t{0}, spans.traces.size()), {}, spansOf));

    std::vector<Seconds> tree, path, self;
    std::uint32_t depth = 0;
    std::size_t sections = 0;
    Duration alone{};
    Measurement measured = repeated([&] {
        SpanTree walked;
        tree.push_back(timed([&] { walked = spanTreeOf(trace, spans, ClockMode::Adjusted); }));
        path.push_back(timed([&] { sections = criticalPathOf(walked, spans, strings).size(); }));
        self.push_back(timed([&] {
            alone = {};
            for (const auto& time : selfTimes(walked, spans))
                alone += time.value_or(Duration());
        }));
        depth = 0;
        for (const TreeSpan& span : walked.spans)
            depth = std::max(depth, span.depth);
        return tree.back() + path.back() + self.back();
    });
    if (depth < leastDepth)
        throw std::runtime_error("the largest trace of " + file + " is only " + std::to_string(depth) +
                                 " levels deep");
    measured.figures = {{"spans", spansOf(trace.index())},
                        {"depth", depth},
                        {"treeSeconds", medianOf(tree).count()},
                        {"pathSeconds", medianOf(path).count()},
                        {"selfSeconds", medianOf(self).count()},
                        {"pathSections", static_cast<double>(sections)},
                        {"selfTime", static_cast<double>(alone.count())}};
    return measured;
}

} // namespace hallway::bench
