#include "analysis/ComparedCalls.h"

#include <limits>

namespace hallway {

namespace {

constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t nobody = unknown - 1;

} // namespace

SplitCount countOf(const ComparedCalls& calls) {
    SplitCount count;
    for (const ComparedCall& call : calls)
        ++(call.selected ? count.selected : count.others);
    return count;
}

std::vector<InnerSpan> spansInside(const ComparedCalls& calls, const SpanTable& spans) {
    std::vector<std::uint32_t> below(spans.size(),
                                     unknown); // the call that a child of this span is inside of
    std::vector<bool> isCallee(spans.size(), false);
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (!calls[i].callee.valid()) continue;
        below[calls[i].callee.index()] = static_cast<std::uint32_t>(i);
        isCallee[calls[i].callee.index()] = true;
    }
    std::vector<SpanRow> path;
    for (std::size_t row = 0; row < spans.size(); ++row) {
        SpanRow at(row);
        while (at.valid() && below[at.index()] == unknown) {
            path.push_back(at);
            at = spans.parent[at.index()];
        }
        const std::uint32_t owner = at.valid() ? below[at.index()] : nobody;
        for (const SpanRow passed : path)
            below[passed.index()] = owner;
        path.clear();
    }
    std::vector<InnerSpan> inside;
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (below[row] != nobody && !isCallee[row]) inside.push_back({SpanRow(row), below[row]});
    return inside;
}

std::vector<bool> firstOfTraces(const ComparedCalls& calls, const SpanTable& spans) {
    std::vector<bool> seenSelected(spans.traces.size(), false), seenOther(spans.traces.size(), false);
    std::vector<bool> first(calls.size(), false);
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const SpanRow shown = calls[i].callee.valid() ? calls[i].callee : calls[i].caller;
        std::vector<bool>& seen = calls[i].selected ? seenSelected : seenOther;
        const std::size_t trace = spans.traceOf(shown).index();
        first[i] = !seen[trace];
        seen[trace] = true;
    }
    return first;
}

} // namespace hallway
