#include "analysis/FailureGroups.h"

#include "analysis/FailureChains.h"
#include "analysis/Parallel.h"
#include "analysis/TraceDuration.h"

#include <algorithm>
#include <tuple>

namespace hallway {

namespace {

Timestamp timeOf(const Failure& failure, const FailureScope& scope) {
    return failure.call.valid() ? scope.calls.time[failure.call.index()]
                                : scope.spans.start[failure.span.index()];
}

Failure failureOf(EdgeId edge, CallRow call, const FailureScope& scope) {
    const SpanRow server = scope.calls.server[call.index()], client = scope.calls.client[call.index()];
    const bool serverFailed = server.valid() && scope.spans.flags[server.index()].has(SpanFlag::Failed);
    const SpanRow shown = serverFailed || !client.valid() ? server : client;
    const SpanRow named = server.valid() ? server : client;
    const SpanRow entry = scope.calls.entry[call.index()];
    return {edge,
            call,
            shown,
            scope.spans.traceOf(shown),
            scope.spans.name[named.index()],
            scope.paths.hashOfCall(call),
            scope.isSwallowed(call),
            !entry.valid() || scope.requests.failedToTheTop(entry)};
}

/// By row, the latest failed child in the same local tree; invalid = none.
std::vector<SpanRow> failedChildren(const FailureScope& scope) {
    std::vector<SpanRow> children(scope.spans.size());
    for (std::uint32_t index = 0; index < scope.spans.size(); ++index) {
        const SpanRow parent = scope.spans.parent[index], row(index);
        if (parent.valid() && scope.spans.flags[index].has(SpanFlag::Failed) &&
            scope.requests.entryOf(row) != row)
            children[parent.index()] = row;
    }
    return children;
}

/// Of the calls of an edge.
std::vector<Failure> failuresOn(EdgeId edge, const FailureScope& scope) {
    std::vector<Failure> found;
    const Edge& held = scope.calls.edges[edge.index()];
    for (std::uint32_t row = held.firstCall; row < held.firstCall + held.callCount; ++row)
        if (const CallRow call(row); scope.calls.has(call, CallFlag::FailedHere) && scope.counts(call))
            found.push_back(failureOf(edge, call, scope));
    return found;
}

void addUncalled(std::vector<Failure>& failures, const FailureScope& scope) {
    for (std::uint32_t index = 0; index < scope.spans.size(); ++index) {
        const SpanFlags flags = scope.spans.flags[index];
        const SpanRow span(index);
        if (!flags.has(SpanFlag::Failed) || !flags.has(SpanFlag::Entry) || !scope.counts(span)) continue;
        if (scope.requests.isCalled(span) || scope.requests.failedCallLeaves(span)) continue;
        const SpanRow above = scope.requests.callerOf(span);
        failures.push_back({EdgeId(), CallRow(), span, scope.spans.traceOf(span), scope.spans.name[index],
                            scope.paths.hashOfEntry(span), above.valid() && !scope.requests.failed(above),
                            scope.requests.failedToTheTop(span)});
    }
}

std::uint64_t tracesOf(const std::vector<const Failure*>& group) {
    std::vector<TraceRow> traces;
    traces.reserve(group.size());
    for (const Failure* failure : group)
        traces.push_back(failure->trace);
    std::sort(traces.begin(), traces.end());
    return static_cast<std::uint64_t>(std::unique(traces.begin(), traces.end()) - traces.begin());
}

/// The first by time, then in order of their rows.
std::vector<FailureExample> examplesOf(std::vector<const Failure*> group, const FailureScope& scope) {
    const auto end =
        group.begin() + static_cast<std::ptrdiff_t>(std::min(group.size(), FailureReport::mostExamples));
    std::partial_sort(group.begin(), end, group.end(), [&](const Failure* a, const Failure* b) {
        return std::tuple(timeOf(*a, scope), a->call, a->span) <
               std::tuple(timeOf(*b, scope), b->call, b->span);
    });
    std::vector<FailureExample> examples;
    std::transform(group.begin(), end, std::back_inserter(examples), [](const Failure* failure) {
        return FailureExample{failure->call, failure->span};
    });
    return examples;
}

FailureOrigin originOf(const std::vector<const Failure*>& group, const FailureScope& scope) {
    const Failure& first = *group.front();
    FailureOrigin origin;
    if (first.call.valid()) {
        origin.edge = first.edge;
        origin.node = scope.calls.edges[first.edge.index()].callee;
    } else {
        origin.node = scope.spans.node[first.span.index()];
    }
    origin.operation = first.operation;
    origin.failures = group.size();
    origin.traces = tracesOf(group);
    for (const Failure* failure : group) {
        origin.swallowed += failure->swallowed;
        origin.reachedTop += failure->reachedTop;
        if (failure->call.valid())
            ++origin.byKind[static_cast<std::size_t>(scope.calls.failureKind(failure->call))];
    }
    origin.examples = examplesOf(group, scope);
    return origin;
}

/// Runs visit() for each run of equal keys; `failures` are sorted by them.
template <class Key, class Visit>
void forEachGroup(const std::vector<const Failure*>& failures, Key key, Visit visit) {
    for (auto first = failures.begin(); first != failures.end();) {
        const auto end = std::find_if(first, failures.end(),
                                      [&](const Failure* other) { return key(*other) != key(**first); });
        visit(std::vector<const Failure*>(first, end));
        first = end;
    }
}

template <class Key>
std::vector<const Failure*> sortedBy(const std::vector<Failure>& failures, Key key) {
    std::vector<const Failure*> sorted;
    sorted.reserve(failures.size());
    for (const Failure& failure : failures)
        sorted.push_back(&failure);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Failure* a, const Failure* b) { return key(*a) < key(*b); });
    return sorted;
}

/// Of the traces that hold one, by trace; each is measured once.
std::vector<std::optional<Duration>> durationsOf(const std::vector<Failure>& failures,
                                                 const FailureScope& scope) {
    TraceSet failing(scope.spans.traces.size());
    for (const Failure& failure : failures)
        failing.insert(failure.trace);
    std::vector<std::optional<Duration>> durations(scope.spans.traces.size());
    failing.forEach([&](TraceRow trace) { durations[trace.index()] = traceDuration(trace, scope.spans); });
    return durations;
}

} // namespace

std::vector<Failure> failuresThatStart(const FailureScope& scope) {
    std::vector<std::vector<Failure>> byEdge(scope.calls.edges.size());
    runPieces(byEdge.size(), scope.threads,
              [&](std::size_t edge) { byEdge[edge] = failuresOn(EdgeId(edge), scope); });
    std::vector<Failure> failures;
    for (const std::vector<Failure>& found : byEdge)
        failures.insert(failures.end(), found.begin(), found.end());
    addUncalled(failures, scope);
    const std::vector<SpanRow> below = failedChildren(scope);
    for (Failure& failure : failures)
        while (below[failure.span.index()].valid())
            failure.span = below[failure.span.index()];
    return failures;
}

std::vector<FailureOrigin> originsOf(const std::vector<Failure>& failures, const FailureScope& scope) {
    const auto key = [&](const Failure& failure) {
        const NodeId service =
            failure.call.valid() ? NodeId() : scope.spans.node[failure.span.index()]; // else of the edge
        return std::tuple(failure.edge, service, failure.operation);
    };
    struct Found {
        FailureOrigin origin;
        std::vector<const Failure*> failures;
    };
    std::vector<Found> found;
    forEachGroup(sortedBy(failures, key), key, [&](const std::vector<const Failure*>& group) {
        found.push_back({originOf(group, scope), group});
    });
    std::sort(found.begin(), found.end(), [&](const Found& left, const Found& right) {
        const FailureOrigin &a = left.origin, &b = right.origin;
        if (a.failures != b.failures) return a.failures > b.failures;
        return std::tuple(a.edge.value_or(EdgeId()), a.node, scope.strings.text(a.operation)) <
               std::tuple(b.edge.value_or(EdgeId()), b.node, scope.strings.text(b.operation));
    });
    const std::size_t chained = std::min(found.size(), FailureReport::chained);
    const FailureChains chains(scope);
    runPieces(chained, scope.threads,
              [&](std::size_t index) { found[index].origin.chain = chains.above(found[index].failures); });
    std::vector<FailureOrigin> origins;
    origins.reserve(found.size());
    for (Found& held : found)
        origins.push_back(std::move(held.origin));
    return origins;
}

FailingPaths failingPathsOf(const std::vector<Failure>& failures, const FailureScope& scope) {
    using Group = std::vector<const Failure*>;
    std::vector<Group> found;
    const auto key = [](const Failure& failure) { return failure.path; };
    forEachGroup(sortedBy(failures, key), key, [&](const Group& group) { found.push_back(group); });
    FailingPaths paths{{}, found.size()};
    std::stable_sort(found.begin(), found.end(), [](const Group& a, const Group& b) {
        return a.size() > b.size(); // then by hash
    });
    const auto durations = durationsOf(failures, scope);
    found.resize(std::min(found.size(), FailureReport::mostPaths));
    paths.most.resize(found.size());
    runPieces(found.size(), scope.threads, [&](std::size_t index) {
        const Group& group = found[index];
        FailingPath& path = paths.most[index];
        const Failure& first = *group.front();
        path.path = first.call.valid() ? scope.paths.pathOfCall(first.call)
                                       : scope.paths.pathOfEntry(scope.requests.entryOf(first.span));
        path.failures = group.size();
        path.traces = tracesOf(group);
        path.examples = examplesOf(group, scope);
        const Failure* slowest = nullptr;
        for (const Failure* failure : group) {
            const std::optional<Duration>& duration = durations[failure->trace.index()];
            if (!duration || (path.slowest && *duration <= *path.slowest)) continue;
            path.slowest = duration;
            slowest = failure;
        }
        if (!slowest) return;
        const FailureExample example{slowest->call, slowest->span};
        std::erase(path.examples, example);
        path.examples.insert(path.examples.begin(), example);
        if (path.examples.size() > FailureReport::mostExamples) path.examples.pop_back();
    });
    return paths;
}

} // namespace hallway
