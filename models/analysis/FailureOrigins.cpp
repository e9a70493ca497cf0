#include "analysis/FailureOrigins.h"

#include "analysis/FailureCounting.h"
#include "analysis/FailureGroups.h"

namespace hallway {

FailureReport failuresOf(const SpanTable& spans, const CallTable& calls, const StringPool& strings,
                         const Subset& subset, unsigned threads) {
    const Requests requests(spans, calls, threads);
    const CallPaths paths(spans, calls, strings, requests, threads);
    const FailureScope scope{spans, calls, strings, requests, paths, subset, threads};
    FailureReport report;
    report.edges = countByEdge(scope);
    report.services = countByService(scope);

    const std::vector<Failure> failures = failuresThatStart(scope);
    report.failures = failures.size();
    TraceSet traces(spans.traces.size());
    for (const Failure& failure : failures)
        traces.insert(failure.trace);
    report.failingTraces = traces.count();
    report.origins = originsOf(failures, scope);
    FailingPaths byPath = failingPathsOf(failures, scope);
    report.paths = std::move(byPath.most);
    report.pathCount = byPath.count;
    return report;
}

} // namespace hallway
