#include "analysis/TracePath.h"

#include "analysis/ClockSkew.h"
#include "analysis/CriticalPath.h"

namespace hallway {

TracePath tracePathOf(TraceRow trace, const SpanTable& spans, const StringPool& strings) {
    TracePath path;
    path.tree = spanTreeOf(trace, spans, ClockMode::Raw);
    path.self = selfTimes(path.tree, spans);
    path.tree.shifts = adjustClocks(path.tree.spans, spans, std::chrono::seconds(1));
    path.critical.assign(path.tree.spans.size(), Duration::zero());
    for (const PathSection& section : criticalPathOf(path.tree, spans, strings))
        path.critical[section.span] += section.to - section.from;
    return path;
}

} // namespace hallway
