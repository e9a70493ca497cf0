#include "gui/SelectedComparison.h"

#include "analysis/ServiceGraph.h"
#include "gui/SelectedCalls.h"

#include <algorithm>

namespace hallway {

bool canCompare(const Selection& selection) {
    if (selection.compared == Compared::Box) return selection.box.has_value();
    return selection.compared != Compared::Range || selection.range.has_value();
}

Compared hurtingCalls(const Selection& selection, const Capture& capture) {
    const std::vector<SourcedCall> calls = callsOf(selection, capture);
    const auto failed =
        std::count_if(calls.begin(), calls.end(), [](const auto& call) { return call.failed; });
    return healthOf(static_cast<std::uint64_t>(failed), calls.size()) >= Health::Degraded ? Compared::Failed
                                                                                          : Compared::Slow;
}

SelectedComparison comparisonOf(const Selection& selection, const Capture& capture) {
    constexpr std::uint64_t p95 = 95'000; // thousandths of a percent
    Selection within = selection;
    if (selection.compared == Compared::Range) within.range.reset();
    const std::vector<SourcedCall> calls = callsOf(within, capture);
    switch (selection.compared) {
    case Compared::Box:
        return {
            compare(calls,
                    [&](const SourcedCall& call) { return selection.box && liesIn(*selection.box, call); }),
            ChosenBy::Anything, std::nullopt};
    case Compared::Failed:
        return {compare(calls, [](const SourcedCall& call) { return call.failed; }), ChosenBy::Failure,
                std::nullopt};
    case Compared::Slow: {
        const auto limit = latencyAt(calls, p95);
        return {
            compare(calls,
                    [&](const SourcedCall& call) { return limit && call.latency && *call.latency > *limit; }),
            ChosenBy::Anything, limit};
    }
    case Compared::Range:
        break;
    }
    const TimeRange range = selection.range.value_or(TimeRange{});
    return {compare(calls, [&](const SourcedCall& call) { return range.contains(call.time); }),
            ChosenBy::Anything, std::nullopt};
}

} // namespace hallway
