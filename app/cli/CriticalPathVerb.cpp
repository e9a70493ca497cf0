#include "analysis/CallsOfSpans.h"
#include "cli/Figures.h"
#include "cli/NodeArgument.h"
#include "report/CriticalPathReport.h"

#include <algorithm>
#include <limits>

namespace hallway::cli {

namespace {

/// "A:B=-100ms".
struct Question {
    std::string calls;
    CallChange change;
};

Result<Question> questionOf(const std::string& typed) {
    const std::size_t sign = typed.rfind('=');
    if (sign == std::string::npos || sign == 0)
        return fail(ErrorCode::BadArgument,
                    {"--what-if", typed, "A:B=-100ms or A:B=50%, where A:B is an edge or service:operation"});
    const auto change = callChangeOf(typed.substr(sign + 1), "--what-if");
    if (!change) return fail(change.error());
    return Question{typed.substr(0, sign), *change};
}

/// The spans of the calls that are meant: of an edge, or else of an operation of a service.
Result<SpanSet> spansMeant(const Capture& capture, const std::string& typed) {
    const SpanTable& spans = capture.spans();
    SpanSet meant(spans.size());
    const std::vector<EdgeId> edges = edgesBetween(capture.calls(), typed);
    for (const EdgeId edge : edges)
        meant |= spansOfCalls(edge, spans, capture.calls());
    if (!edges.empty()) return meant;

    const OperationArgument named = operationNamed(capture.calls(), typed);
    const StringId operation = capture.strings().find(named.operation);
    for (std::size_t row = 0; operation.valid() && row < spans.size(); ++row)
        if (spans.name[row] == operation &&
            std::find(named.services.begin(), named.services.end(), spans.node[row]) != named.services.end())
            meant.insert(SpanRow(row));
    if (!meant.empty()) return meant;
    const auto edge = findEdge(capture.calls(), typed, std::nullopt); // says what there is
    return edge ? fail(ErrorCode::EdgeNotFound, {typed}) : fail(edge.error());
}

} // namespace

ExitCode runCriticalPath(Arguments arguments) {
    Parser parser("hallway critical-path", "FILE... [OPTIONS]",
                  "Prints what the traces waited for: which calls, services or call paths their critical "
                  "paths were spent in.\n"
                  "With --what-if also how long they would have taken had a call taken less.",
                  "hallway critical-path traces.json --what-if checkout:payments=50%");
    FigureOptions options(parser);
    PathGrouping by = PathGrouping::Edge;
    parser.addChoice<PathGrouping>(
        "--by", by,
        {{"edge", PathGrouping::Edge}, {"service", PathGrouping::Service}, {"path", PathGrouping::Path}},
        "What the time is added up by (default: edge)");
    std::size_t limit = std::numeric_limits<std::size_t>::max();
    parser.app().add_option("--limit", limit, "At most so many rows")->type_name("N");
    std::string typed;
    parser.app()
        .add_option("--what-if", typed,
                    "Time the traces anew: the calls A:B (or service:operation) take so much less, such as "
                    "-100ms, or a share of their time, such as 50%")
        ->type_name("A:B=CHANGE");
    if (const auto exit = parse(parser, options, std::move(arguments))) return *exit;
    std::optional<Question> question;
    if (!typed.empty()) {
        const auto read = questionOf(typed);
        if (!read) return parser.refuse(read.error());
        question = *read;
    }

    const OpenFigures input = openFigures(options);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    CriticalPathReport report = criticalPathReportOf(capture, input.subset, by, limit);
    if (question) {
        const auto meant = spansMeant(capture, question->calls);
        if (!meant) return complain(meant.error());
        report.whatIf = WhatIfRecord{question->calls, question->change,
                                     whatIf(*meant, question->change, capture.spans(), input.subset)};
    }
    const auto json = [&] { return criticalPathJson(capture, report, input.subset); };
    const auto csv = [&] { return criticalPathCsv(capture, report); };
    const auto table = [&] { return criticalPathTable(capture, report); };
    return worse(input.exit, printAs(options.format, json, csv, table));
}

} // namespace hallway::cli
