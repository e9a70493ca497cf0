#include "report/FailureTexts.h"

#include "base/FormatText.h"
#include "report/CaptureNames.h"
#include "report/Csv.h"
#include "report/TextTable.h"

#include <algorithm>
#include <span>

namespace hallway {

namespace {

using Align = TextTable::Align;

template <class Row>
std::span<const Row> first(const std::vector<Row>& rows, std::size_t limit) {
    return {rows.data(), std::min(rows.size(), limit)};
}

std::string whereText(const FailureOrigin& origin, const CaptureNames& names) {
    return origin.edge ? names.edgeText(*origin.edge) : names.label(origin.node);
}

/// "gateway: GET / > checkout: place > …"
std::string pathText(const RequestPath& path, const CaptureNames& names) {
    std::string text;
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        if (path.omitted > 0 && i == path.omittedAfter)
            text += " > (" + format::countExact(path.omitted) + " more)";
        if (i > 0) text += " > ";
        text += names.stepText(path.steps[i].node, path.steps[i].operation);
    }
    return text;
}

std::string kindOf(const ExceptionGroup& group) { return group.type.empty() ? "exception" : group.type; }
std::string messageOf(const ExceptionGroup& group) {
    return group.isRest ? "(further messages)" : group.shape;
}

std::string heading(const std::string& what, std::size_t shown, std::uint64_t total) {
    std::string text = what + ": " + format::countExact(total);
    if (shown < total) text += ", the first " + format::countExact(shown);
    return text + "\n";
}

} // namespace

std::string failuresCsv(const Capture& capture, const FailureAnswer& answer) {
    const CaptureNames names(capture);
    CsvWriter csv;
    for (const char* column : {"kind", "where", "what", "count", "traces", "reached_top", "swallowed",
                               "example_trace_id", "example_span_id"})
        csv.text(column);
    csv.endRow();
    const auto example = [&](std::optional<SpanRow> span) {
        csv.text(span ? names.traceId(*span) : "");
        csv.text(span ? names.spanId(*span) : "");
        csv.endRow();
    };
    for (const FailureOrigin& origin : first(answer.failures.origins, answer.limit)) {
        csv.text("origin");
        csv.text(whereText(origin, names));
        csv.text(names.operation(origin.operation));
        for (const std::uint64_t count :
             {origin.failures, origin.traces, origin.reachedTop, origin.swallowed})
            csv.count(count);
        example(origin.examples.front().span);
    }
    for (const ExceptionGroup& group : first(answer.exceptions.groups, answer.limit)) {
        csv.text("exception");
        csv.text(kindOf(group));
        csv.text(messageOf(group));
        csv.count(group.count);
        for (int i = 0; i < 3; ++i)
            csv.absent();
        example(group.examples.empty() ? std::nullopt : std::optional(group.examples.front()));
    }
    for (const FailingPath& path : first(answer.failures.paths, answer.limit)) {
        csv.text("path");
        csv.text(pathText(path.path, names));
        csv.absent();
        csv.count(path.failures);
        csv.count(path.traces);
        csv.absent();
        csv.absent();
        example(path.examples.front().span);
    }
    return csv.content();
}

std::string failuresTable(const Capture& capture, const FailureAnswer& answer) {
    const CaptureNames names(capture);
    const FailureReport& failures = answer.failures;
    if (failures.failures == 0 && answer.exceptions.exceptions == 0) return "Nothing failed.\n";

    TextTable origins({{"STARTS ON"},
                       {"OPERATION"},
                       {"FAILURES", Align::Right},
                       {"TRACES", Align::Right},
                       {"REACHED TOP", Align::Right},
                       {"SWALLOWED", Align::Right},
                       {"EXAMPLE"}});
    for (const FailureOrigin& origin : first(failures.origins, answer.limit))
        origins.addRow({whereText(origin, names), std::string(names.operation(origin.operation)),
                        format::countExact(origin.failures), format::countExact(origin.traces),
                        format::share(origin.reachedTop, origin.failures),
                        format::share(origin.swallowed, origin.failures),
                        names.traceId(origin.examples.front().span)});
    TextTable exceptions({{"EXCEPTION"}, {"MESSAGE"}, {"COUNT", Align::Right}, {"SERVICE"}, {"EXAMPLE"}});
    for (const ExceptionGroup& group : first(answer.exceptions.groups, answer.limit)) {
        std::string services = names.label(group.services.front().first);
        if (group.services.size() > 1)
            services += " and " + format::countExact(group.services.size() - 1) + " more";
        exceptions.addRow({kindOf(group), messageOf(group), format::countExact(group.count), services,
                           group.examples.empty() ? "" : names.traceId(group.examples.front())});
    }
    TextTable paths({{"FAILURES", Align::Right},
                     {"TRACES", Align::Right},
                     {"SHARE", Align::Right},
                     {"SLOWEST", Align::Right},
                     {"PATH"}});
    for (const FailingPath& path : first(failures.paths, answer.limit))
        paths.addRow({format::countExact(path.failures), format::countExact(path.traces),
                      format::share(path.traces, failures.failingTraces),
                      path.slowest ? format::duration(*path.slowest) : std::string(format::absent),
                      pathText(path.path, names)});
    return heading("Where failures start", origins.rows(), failures.origins.size()) + origins.text() + "\n" +
           heading("Exceptions by type and kind of message", exceptions.rows(),
                   answer.exceptions.groups.size()) +
           exceptions.text() + "\n" +
           heading("Failing call paths, shares of " + format::countExact(failures.failingTraces) +
                       " failing traces",
                   paths.rows(), failures.pathCount) +
           paths.text();
}

} // namespace hallway
