#include "icicle/SpanIcicle.h"

#include "analysis/CriticalPath.h"
#include "icicle/IcicleNames.h"
#include "icicle/RowPacking.h"

#include <algorithm>
#include <numeric>

namespace hallway {

namespace {

double nanoseconds(Duration time) { return static_cast<double>(time.count()); }

/// By time, parents before children that seem to begin before them.
void placeRows(std::vector<IcicleCell>& cells) {
    std::vector<double> begins(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
        begins[i] = cells[i].parent == IcicleCell::none ? cells[i].from
                                                        : std::max(cells[i].from, begins[cells[i].parent]);
    std::vector<std::uint32_t> order(cells.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return begins[a] < begins[b]; });
    RowPacking rows(cells.size() + 1);
    for (const std::uint32_t index : order) {
        IcicleCell& cell = cells[index];
        const std::uint32_t least = cell.parent == IcicleCell::none ? 0 : cells[cell.parent].row + 1;
        // What begins before its parent is placed late: it may not cover what came before.
        cell.row = rows.place(least, cell.from, cell.to);
    }
}

} // namespace

Icicle spanIcicleOf(const SpanTree& tree, const SpanTable& spans, const CallTable& calls,
                    const StringPool& strings) {
    Icicle icicle;
    icicle.isTimeline = true;
    icicle.whole = std::max(1.0, nanoseconds(tree.end - tree.start));
    icicle.cells.resize(tree.spans.size());
    IcicleNames names(icicle, calls, strings);
    for (std::uint32_t index = 0; index < tree.spans.size(); ++index) {
        const TreeSpan& span = tree.spans[index];
        const std::size_t row = span.row.index();
        IcicleCell& cell = icicle.cells[index];
        cell.parent = span.parent;
        cell.subtreeSize = span.subtreeSize;
        cell.from = nanoseconds(span.start - tree.start);
        cell.to = nanoseconds(span.end - tree.start);
        cell.service = names.service(spans.node[row]);
        cell.operation = names.operation(spans.name[row]);
        cell.hasValue = spans.hasDuration(span.row);
        cell.value = cell.hasValue ? spans.duration(span.row).count() : 0;
        if (!spans.flags[row].has(SpanFlag::Failed)) continue;
        cell.failed = 1;
        if (cell.parent != IcicleCell::none)
            icicle.cells[cell.parent].passedOn = true; // seen where it failed
    }
    placeRows(icicle.cells);
    for (const PathSection& section : criticalPathOf(tree, spans, strings))
        icicle.sections.push_back({icicle.cells[section.span].row, nanoseconds(section.from - tree.start),
                                   nanoseconds(section.to - tree.start)});
    indexRows(icicle);
    return icicle;
}

} // namespace hallway
