#include "report/ShapeTexts.h"

#include "base/FormatText.h"
#include "base/Hash.h"
#include "report/CaptureNames.h"
#include "report/Csv.h"
#include "report/JsonParts.h"
#include "report/TextTable.h"

#include <array>

namespace hallway {

using namespace json;

namespace {

using Align = TextTable::Align;
constexpr std::size_t mostChanges = 100; ///< of one shape

std::string_view wordOf(PathChange change) { return change == PathChange::Added ? "added" : "missing"; }

/// Calls visit(line, step it hangs on or null) for the lines that differ, the first of them.
template <class Visit>
void forEachChange(const ShapeDifference& difference, Visit visit) {
    std::vector<const PathLine*> above; // by depth
    std::size_t changes = 0;
    for (const PathLine& line : difference.lines) {
        above.resize(line.depth);
        const PathLine* const parent = above.empty() ? nullptr : above.back();
        above.push_back(&line);
        if (line.change == PathChange::Same) continue;
        if (++changes > mostChanges) return;
        visit(line, parent);
    }
}

/// Calls visit(group, shape, difference) for each that has one.
template <class Visit>
void forEachShape(const ShapeOverview& overview, Visit visit) {
    for (std::size_t group = 0; group < overview.differences.size(); ++group)
        for (std::size_t shape = 0; shape < overview.differences[group].size(); ++shape)
            visit(overview.report.groups[group], overview.report.groups[group].shapes[shape],
                  overview.differences[group][shape]);
}

Json changesOf(const ShapeDifference& difference, const CaptureNames& names) {
    Json changes = Json::array();
    forEachChange(difference, [&](const PathLine& line, const PathLine* parent) {
        changes.push_back(
            {{"change", wordOf(line.change)},
             {"service", names.label(line.step.node)},
             {"operation", names.operation(line.step.operation)},
             {"below_service", parent ? Json(names.label(parent->step.node)) : Json()},
             {"below_operation", parent ? Json(names.operation(parent->step.operation)) : Json()}});
    });
    return changes;
}

Json shapeOf(const TraceShape& shape, const ShapeDifference& difference, const CaptureNames& names,
             std::uint64_t tracesOfGroup) {
    return {{"shape", hexOf(shape.hash)},
            {"paths", shape.paths},
            {"traces", shape.traces},
            {"share", static_cast<double>(shape.traces) / static_cast<double>(tracesOfGroup)},
            {"failed", shape.failed},
            {"duration_ns", valueOf(shape.duration)},
            {"slowest_trace_id", names.traceId(shape.slowest)},
            {"median_trace_id", names.traceId(shape.median)},
            {"paths_added", difference.added},
            {"paths_missing", difference.missing},
            {"changes", changesOf(difference, names)}};
}

std::string durationText(const std::optional<Distribution>& durations, Duration Distribution::*figure) {
    if (!durations) return std::string(format::absent);
    const bool isUncertain = figure == &Distribution::p99 && !isCertainP99(durations->samples);
    return (isUncertain ? "~" : "") + format::duration((*durations).*figure);
}

} // namespace

std::string shapesJson(const Capture& capture, const ShapeOverview& overview, const Subset& subset) {
    const CaptureNames names(capture);
    Json document = documentOf("hallway.shapes/1", capture, subset);
    document["traces"] = overview.report.traces;
    document["total_shapes"] = overview.report.shapes;
    document["total_roots"] = overview.report.groups.size();
    Json& roots = document["roots"] = Json::array();
    for (std::size_t index = 0; index < overview.differences.size(); ++index) {
        const ShapeGroup& group = overview.report.groups[index];
        Json shapes = Json::array();
        for (std::size_t i = 0; i < overview.differences[index].size(); ++i)
            shapes.push_back(shapeOf(group.shapes[i], overview.differences[index][i], names, group.traces));
        roots.push_back({{"service", names.label(group.root.node)},
                         {"operation", names.operation(group.root.operation)},
                         {"traces", group.traces},
                         {"total_shapes", group.shapes.size()},
                         {"shapes", std::move(shapes)}});
    }
    return textOf(document);
}

std::string shapesCsv(const Capture& capture, const ShapeOverview& overview) {
    const CaptureNames names(capture);
    CsvWriter csv;
    for (const char* column :
         {"root_service", "root_operation", "shape", "paths", "traces", "failed", "duration_samples",
          "duration_p50_ns", "duration_p95_ns", "duration_p99_ns", "duration_max_ns", "paths_added",
          "paths_missing", "slowest_trace_id", "median_trace_id"})
        csv.text(column);
    csv.endRow();
    forEachShape(
        overview, [&](const ShapeGroup& group, const TraceShape& shape, const ShapeDifference& difference) {
            csv.text(names.label(group.root.node));
            csv.text(names.operation(group.root.operation));
            csv.text(hexOf(shape.hash));
            csv.count(shape.paths);
            csv.count(shape.traces);
            csv.count(shape.failed);
            if (shape.duration) {
                csv.count(shape.duration->samples);
                for (const Duration figure :
                     {shape.duration->p50, shape.duration->p95, shape.duration->p99, shape.duration->max})
                    csv.integer(figure.count());
            } else {
                for (int i = 0; i < 5; ++i)
                    csv.absent();
            }
            csv.count(difference.added);
            csv.count(difference.missing);
            csv.text(names.traceId(shape.slowest));
            csv.text(names.traceId(shape.median));
            csv.endRow();
        });
    return csv.content();
}

std::string shapesTable(const Capture& capture, const ShapeOverview& overview) {
    constexpr std::size_t mostShown = 4; // changes of one shape
    const CaptureNames names(capture);
    TextTable table({{"ROOT"},
                     {"TRACES", Align::Right},
                     {"SHARE", Align::Right},
                     {"FAILED", Align::Right},
                     {"P50", Align::Right},
                     {"P99", Align::Right},
                     {"PATHS", Align::Right},
                     {"BESIDE THE MOST FREQUENT"},
                     {"SHAPE"},
                     {"SLOWEST"}});
    forEachShape(overview, [&](const ShapeGroup& group, const TraceShape& shape,
                               const ShapeDifference& difference) {
        std::string changes;
        std::uint64_t shown = 0;
        forEachChange(difference, [&](const PathLine& line, const PathLine*) {
            if (shown++ >= mostShown) return;
            changes += (changes.empty() ? "" : ", ") +
                       std::string(line.change == PathChange::Added ? "+ " : "- ") +
                       names.stepText(line.step.node, line.step.operation);
        });
        const std::uint64_t all = difference.added + difference.missing;
        if (all > mostShown) changes += ", " + format::countExact(all - mostShown) + " more";
        const bool isMain = &shape == &group.shapes.front();
        table.addRow({names.stepText(group.root.node, group.root.operation), format::countExact(shape.traces),
                      format::share(shape.traces, group.traces), format::share(shape.failed, shape.traces),
                      durationText(shape.duration, &Distribution::p50),
                      durationText(shape.duration, &Distribution::p99), format::countExact(shape.paths),
                      isMain ? "most frequent" : changes, hexOf(shape.hash), names.traceId(shape.slowest)});
    });
    return "Shapes: " + format::countExact(overview.report.shapes) + " of " +
           format::countExact(overview.report.traces) + " traces\n" + table.text();
}

} // namespace hallway
