#include "base/FormatText.h"
#include "report/CriticalPathReport.h"
#include "report/Csv.h"
#include "report/JsonParts.h"
#include "report/TextTable.h"

#include <algorithm>

namespace hallway {

namespace {

using json::Json;
using Align = TextTable::Align;

constexpr std::size_t stepsForPeople = 3;
constexpr std::uint32_t halfOfSteps = 12; ///< of a path deeper than twice that, the middle is left out
constexpr std::string_view restName = "(more)";

/// From the root down; the last one may be a rest.
struct Steps {
    std::vector<const CallPath*> shown;
    std::size_t omitted = 0;      ///< left out
    std::size_t omittedAfter = 0; ///< behind so many of `shown`
};

/// A row with what its ids mean.
class Line {
public:
    Line(const Capture& capture, const CriticalPathReport& report, const CriticalPathRow& row)
        : m_capture(capture), m_report(report), m_row(row) {}

    [[nodiscard]] const std::string& callee() const { return labelOf(m_row.node); }
    [[nodiscard]] std::optional<std::string> caller() const {
        return m_row.edge ? std::optional(labelOf(edge().caller)) : std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> callClass() const {
        return m_row.edge ? std::optional(std::string(wordOf(edge().callClass))) : std::nullopt;
    }
    [[nodiscard]] const CallPath& path() const { return m_report.tree.paths[m_row.path]; }
    /// Bounded: there may be thousands of paths, each as long as a trace is deep.
    [[nodiscard]] Steps steps() const {
        Steps steps;
        const std::uint32_t last = path().depth;
        for (std::uint32_t at = m_row.path; at != CallPath::none; at = m_report.tree.paths[at].parent) {
            const CallPath& step = m_report.tree.paths[at];
            if (step.depth < halfOfSteps || step.depth + halfOfSteps > last) steps.shown.push_back(&step);
        }
        std::reverse(steps.shown.begin(), steps.shown.end());
        steps.omitted = last + 1 - steps.shown.size();
        if (steps.omitted > 0) steps.omittedAfter = halfOfSteps;
        return steps;
    }
    [[nodiscard]] std::string_view operation(const CallPath& path) const {
        return m_capture.strings().text(path.operation);
    }
    [[nodiscard]] const std::string& labelOf(NodeId node) const {
        return m_capture.calls().nodes[node.index()].label;
    }
    /// "web:shop > cart:GetCart"; with a limit the last ones only.
    [[nodiscard]] std::string pathText(std::size_t most = SIZE_MAX) const {
        const Steps all = steps();
        const std::size_t first = all.shown.size() > most ? all.shown.size() - most : 0;
        std::string text = first > 0 ? "… > " : "";
        for (std::size_t i = first; i < all.shown.size(); ++i) {
            if (i > first) text += " > ";
            if (all.omitted > 0 && i == all.omittedAfter)
                text += "(" + format::countExact(all.omitted) + " more) > ";
            const CallPath& step = *all.shown[i];
            text += step.isRest() ? std::string(restName)
                                  : labelOf(step.service) + ":" + std::string(operation(step));
        }
        return text;
    }
    [[nodiscard]] std::string traceId(const PathExample& example) const {
        return textOf(m_capture.spans().traces[example.trace.index()].id, m_capture.strings());
    }
    [[nodiscard]] std::string spanId(const PathExample& example) const {
        return textOf(m_capture.spans().spanId(example.span), m_capture.strings());
    }

private:
    [[nodiscard]] const Edge& edge() const { return m_capture.calls().edges[m_row.edge->index()]; }

    const Capture& m_capture;
    const CriticalPathReport& m_report;
    const CriticalPathRow& m_row;
};

std::optional<double> shareOf(const CriticalPathReport& report, Duration time) {
    if (report.time == Duration::zero()) return std::nullopt;
    return static_cast<double>(time.count()) / static_cast<double>(report.time.count());
}

void addSteps(Json& object, const Line& line) {
    const Steps steps = line.steps();
    Json& path = object["path"] = Json::array();
    for (const CallPath* const step : steps.shown)
        path.push_back(step->isRest() ? Json()
                                      : Json{{"service", line.labelOf(step->service)},
                                             {"operation", line.operation(*step)}});
    object["omitted_steps"] = steps.omitted;
    object["omitted_after"] = steps.omittedAfter;
}

Json rowJson(const Capture& capture, const CriticalPathReport& report, const CriticalPathRow& row) {
    const Line line(capture, report, row);
    Json object = Json::object();
    if (report.by == PathGrouping::Edge) {
        object["caller"] = json::valueOf(line.caller());
        object["callee"] = line.callee();
        object["class"] = json::valueOf(line.callClass());
    } else if (report.by == PathGrouping::Service) {
        object["service"] = line.callee();
    } else {
        addSteps(object, line);
        object["spans"] = line.path().spans;
        object["failed"] = line.path().failed;
        object["total_ns"] = line.path().total.count();
        object["self_ns"] = line.path().self.count();
    }
    const auto share = shareOf(report, row.own);
    object["critical_ns"] = row.own.count();
    object["share"] = share ? Json(*share) : Json();
    object["through_ns"] = row.through.count();
    object["traces"] = json::valueOf(row.traces);
    Json& examples = object["examples"] = Json::array();
    for (const PathExample& example : row.examples)
        examples.push_back({{"trace_id", line.traceId(example)},
                            {"span_id", line.spanId(example)},
                            {"critical_ns", example.time.count()}});
    return object;
}

Json whatIfJson(const WhatIfRecord& record) {
    const WhatIf& answer = record.answer;
    return {{"calls", record.calls},
            {"change", textOf(record.change)},
            {"traces", answer.traces},
            {"touched", answer.touched},
            {"changed", answer.changed},
            {"saved_ns", answer.saved.count()},
            {"before_ns", json::valueOf(answer.before)},
            {"after_ns", json::valueOf(answer.after)}};
}

void addCells(CsvWriter& csv, const std::optional<Distribution>& figures) {
    if (!figures) {
        for (int i = 0; i < 5; ++i)
            csv.absent();
        return;
    }
    csv.count(figures->samples);
    for (const Duration figure : {figures->p50, figures->p95, figures->p99, figures->max})
        csv.integer(figure.count());
}

std::string whatIfCsv(const WhatIfRecord& record) {
    CsvWriter csv;
    for (const std::string_view name :
         {"calls", "change", "traces", "touched", "changed", "saved_ns", "before_samples", "before_p50_ns",
          "before_p95_ns", "before_p99_ns", "before_max_ns", "after_samples", "after_p50_ns", "after_p95_ns",
          "after_p99_ns", "after_max_ns"})
        csv.text(name);
    csv.endRow();
    csv.text(record.calls);
    csv.text(textOf(record.change));
    csv.count(record.answer.traces);
    csv.count(record.answer.touched);
    csv.count(record.answer.changed);
    csv.integer(record.answer.saved.count());
    addCells(csv, record.answer.before);
    addCells(csv, record.answer.after);
    csv.endRow();
    return csv.content();
}

std::vector<std::string_view> csvColumns(PathGrouping by) {
    std::vector<std::string_view> columns;
    if (by == PathGrouping::Edge)
        columns = {"caller", "callee", "class"};
    else if (by == PathGrouping::Service)
        columns = {"service"};
    else
        columns = {"path", "spans", "failed", "total_ns", "self_ns"};
    for (const std::string_view name : {"critical_ns", "share", "through_ns", "traces", "example_trace_id",
                                        "example_span_id", "example_critical_ns"})
        columns.push_back(name);
    return columns;
}

void addNames(CsvWriter& csv, const Line& line, PathGrouping by) {
    if (by == PathGrouping::Edge) {
        csv.text(line.caller().value_or(""));
        csv.text(line.callee());
        csv.text(line.callClass().value_or(""));
    } else if (by == PathGrouping::Service) {
        csv.text(line.callee());
    } else {
        csv.text(line.pathText());
        csv.count(line.path().spans);
        csv.count(line.path().failed);
        csv.integer(line.path().total.count());
        csv.integer(line.path().self.count());
    }
}

std::string countOf(const std::optional<std::uint64_t>& count) {
    return count ? format::countExact(*count) : std::string(format::absent);
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return format::countExact(count) + " " + std::string(count == 1 ? one : many);
}

std::string shareText(Duration part, Duration whole) {
    return format::share(static_cast<std::uint64_t>(part.count()), static_cast<std::uint64_t>(whole.count()));
}

std::string whatIfText(const WhatIfRecord& record) {
    const WhatIf& answer = record.answer;
    TextTable table({{""},
                     {"ROOTS", Align::Right},
                     {"P50", Align::Right},
                     {"P95", Align::Right},
                     {"P99", Align::Right},
                     {"MAX", Align::Right}});
    const auto add = [&table](const std::string& name, const std::optional<Distribution>& figures) {
        const std::string absent(format::absent);
        if (!figures) return table.addRow({name, "0", absent, absent, absent, absent});
        table.addRow({name, format::countExact(figures->samples), format::duration(figures->p50),
                      (isCertainP95(figures->samples) ? "" : "~") + format::duration(figures->p95),
                      (isCertainP99(figures->samples) ? "" : "~") + format::duration(figures->p99),
                      format::duration(figures->max)});
    };
    add("before", answer.before);
    add("after", answer.after);
    return "\nIf " + format::printable(record.calls) + " took " +
           (record.change.less > Duration::zero() ? format::duration(record.change.less) + " less"
                                                  : textOf(record.change) + " of its time") +
           ", " + format::countExact(answer.changed) + " of " + counted(answer.traces, "trace", "traces") +
           " would be shorter (" + format::countExact(answer.touched) + " with such a call):\n" +
           table.text();
}

} // namespace

std::string criticalPathJson(const Capture& capture, const CriticalPathReport& report, const Subset& subset) {
    Json document = json::documentOf("hallway.critical-path/1", capture, subset);
    document["by"] = wordOf(report.by);
    document["traces"] = report.traces;
    document["roots"] = report.roots;
    document["path_ns"] = report.time.count();
    Json& rows = document["rows"] = Json::array();
    for (const CriticalPathRow& row : report.rows)
        rows.push_back(rowJson(capture, report, row));
    document["what_if"] = report.whatIf ? whatIfJson(*report.whatIf) : Json();
    return json::textOf(document);
}

std::string criticalPathCsv(const Capture& capture, const CriticalPathReport& report) {
    if (report.whatIf) return whatIfCsv(*report.whatIf);
    CsvWriter csv;
    for (const std::string_view name : csvColumns(report.by))
        csv.text(name);
    csv.endRow();
    for (const CriticalPathRow& row : report.rows) {
        const Line line(capture, report, row);
        addNames(csv, line, report.by);
        csv.integer(row.own.count());
        csv.real(*shareOf(report, row.own)); // a row has time, so there is some
        csv.integer(row.through.count());
        if (row.traces)
            csv.count(*row.traces);
        else
            csv.absent();
        csv.text(row.examples.empty() ? "" : line.traceId(row.examples.front()));
        csv.text(row.examples.empty() ? "" : line.spanId(row.examples.front()));
        if (row.examples.empty())
            csv.absent();
        else
            csv.integer(row.examples.front().time.count());
        csv.endRow();
    }
    return csv.content();
}

std::string criticalPathTable(const Capture& capture, const CriticalPathReport& report) {
    std::vector<TextTable::Column> columns{{"SHARE", Align::Right},
                                           {"ON PATH", Align::Right},
                                           {"THROUGH", Align::Right},
                                           {"TRACES", Align::Right}};
    if (report.by == PathGrouping::Edge)
        for (const char* const title : {"CALLER", "CALLEE", "CLASS"})
            columns.push_back({title});
    else
        columns.push_back({report.by == PathGrouping::Service ? "SERVICE" : "PATH"});
    columns.push_back({"EXAMPLE"});
    TextTable table(std::move(columns));
    for (const CriticalPathRow& row : report.rows) {
        const Line line(capture, report, row);
        std::vector<std::string> cells{shareText(row.own, report.time), format::duration(row.own),
                                       shareText(row.through, report.time), countOf(row.traces)};
        if (report.by == PathGrouping::Edge)
            cells.insert(cells.end(), {line.caller().value_or(std::string(format::absent)), line.callee(),
                                       line.callClass().value_or(std::string(format::absent))});
        else
            cells.push_back(report.by == PathGrouping::Service ? line.callee()
                                                               : line.pathText(stepsForPeople));
        cells.push_back(row.examples.empty() ? std::string(format::absent)
                                             : line.traceId(row.examples.front()));
        table.addRow(cells);
    }
    return table.text() + "\n" + format::duration(report.time) + " on the critical paths of " +
           counted(report.traces, "trace", "traces") + " (" + counted(report.roots, "root", "roots") +
           ").\n" + (report.whatIf ? whatIfText(*report.whatIf) : std::string());
}

} // namespace hallway
