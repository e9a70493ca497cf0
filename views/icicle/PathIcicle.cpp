#include "icicle/PathIcicle.h"

#include "icicle/IcicleNames.h"

#include <algorithm>

namespace hallway {

namespace {

std::int64_t ownOf(const CallPath& path, PathMeasure measure) {
    switch (measure) {
    case PathMeasure::TotalTime:
        return path.total.count();
    case PathMeasure::SelfTime:
        return path.self.count();
    case PathMeasure::CriticalTime:
        return path.critical.count();
    case PathMeasure::Spans:
        break;
    }
    return static_cast<std::int64_t>(path.spans);
}

/// Of a path with all below it.
bool addsUp(PathMeasure measure) {
    return measure == PathMeasure::SelfTime || measure == PathMeasure::CriticalTime;
}

/// By index of the tree.
std::vector<std::int64_t> widthsOf(const CallPathTree& tree, PathMeasure measure) {
    std::vector<std::int64_t> widths(tree.paths.size(), 0); // until its turn: of its children together
    for (std::size_t i = tree.paths.size(); i-- > 0;) {
        const std::int64_t own = ownOf(tree.paths[i], measure);
        widths[i] = addsUp(measure) ? widths[i] + own : std::max(widths[i], own);
        if (tree.paths[i].parent != CallPath::none) widths[tree.paths[i].parent] += widths[i];
    }
    return widths;
}

} // namespace

Icicle pathIcicleOf(const CallPathTree& tree, PathMeasure measure, const CallTable& calls,
                    const StringPool& strings) {
    Icicle icicle;
    icicle.unit = measure == PathMeasure::Spans ? IcicleUnit::Count : IcicleUnit::Time;
    icicle.cells.resize(tree.paths.size());
    IcicleNames names(icicle, calls, strings);
    const std::vector<std::int64_t> widths = widthsOf(tree, measure);
    std::vector<double> next(tree.paths.size()); // where the next child of each begins
    for (std::size_t i = 0; i < tree.paths.size(); ++i) {
        const CallPath& path = tree.paths[i];
        IcicleCell& cell = icicle.cells[i];
        double& begin = path.parent == CallPath::none ? icicle.whole : next[path.parent];
        cell.parent = path.parent;
        cell.subtreeSize = path.subtreeSize;
        cell.row = path.depth;
        cell.from = next[i] = begin;
        cell.to = begin += static_cast<double>(widths[i]);
        cell.value = addsUp(measure) ? widths[i] : ownOf(path, measure);
        cell.spans = path.spans;
        cell.failed = path.failed;
        if (path.isRest()) continue;
        cell.service = names.service(path.service);
        cell.operation = names.operation(path.operation);
    }
    indexRows(icicle);
    return icicle;
}

} // namespace hallway
