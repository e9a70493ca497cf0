#include "report/CriticalPathReport.h"

#include <algorithm>

namespace hallway {

namespace {

class Rows {
public:
    void add(CriticalPathRow row) {
        if (row.own > Duration::zero()) m_rows.push_back(std::move(row));
    }
    void add(const PathShare& share, std::optional<EdgeId> edge, NodeId node) {
        add({edge, node, CallPath::none, share.own, share.through, share.traces, share.examples});
    }
    [[nodiscard]] std::vector<CriticalPathRow> sorted() && {
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [](const CriticalPathRow& a, const CriticalPathRow& b) { return a.own > b.own; });
        return std::move(m_rows);
    }

private:
    std::vector<CriticalPathRow> m_rows;
};

} // namespace

std::vector<CriticalPathRow> criticalPathRows(const CriticalShares& shares, const CallTable& calls,
                                              PathGrouping by) {
    Rows rows;
    if (by == PathGrouping::Service) {
        for (std::size_t node = 0; node < shares.services.size(); ++node)
            rows.add(shares.services[node], std::nullopt, NodeId(node));
        return std::move(rows).sorted();
    }
    for (std::size_t edge = 0; edge < shares.edges.size(); ++edge)
        rows.add(shares.edges[edge], EdgeId(edge), calls.edges[edge].callee);
    for (std::size_t node = 0; node < shares.uncalled.size(); ++node)
        rows.add(shares.uncalled[node], std::nullopt, NodeId(node));
    return std::move(rows).sorted();
}

std::vector<CriticalPathRow> criticalPathRows(const CallPathTree& tree, const SpanTable& spans) {
    Rows rows;
    for (std::uint32_t index = 0; index < tree.paths.size(); ++index) {
        const CallPath& path = tree.paths[index];
        CriticalPathRow row;
        row.node = path.service;
        row.path = index;
        row.own = path.critical;
        row.through = path.criticalBelow;
        row.traces = path.traces;
        if (path.heaviest.valid())
            row.examples.push_back({spans.traceOf(path.heaviest), path.heaviest, path.heaviestTime});
        rows.add(std::move(row));
    }
    return std::move(rows).sorted();
}

std::string_view wordOf(PathGrouping grouping) {
    switch (grouping) {
    case PathGrouping::Edge:
        return "edge";
    case PathGrouping::Service:
        return "service";
    case PathGrouping::Path:
        break;
    }
    return "path";
}

CriticalPathReport criticalPathReportOf(const Capture& capture, const Subset& subset, PathGrouping by,
                                        std::size_t limit) {
    CriticalPathReport report;
    report.by = by;
    if (by == PathGrouping::Path) {
        report.tree = callPathTreeOf(capture.spans(), capture.strings(), subset);
        report.traces = report.tree.traces;
        report.roots = report.tree.roots;
        report.time = report.tree.pathTime;
        report.rows = criticalPathRows(report.tree, capture.spans());
    } else {
        const CriticalShares shares =
            criticalSharesOf(capture.spans(), capture.calls(), capture.strings(), subset);
        report.traces = shares.traces;
        report.roots = shares.roots;
        report.time = shares.time;
        report.rows = criticalPathRows(shares, capture.calls(), by);
    }
    if (report.rows.size() > limit) report.rows.resize(limit);
    return report;
}

} // namespace hallway
