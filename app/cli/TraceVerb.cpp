#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/Csv.h"
#include "report/Json.h"
#include "report/TraceText.h"

namespace hallway::cli {

namespace {

std::string textOf(const WholeTrace& trace, OutputFormat format) {
    switch (format) {
    case OutputFormat::Json: return traceJson(trace);
    case OutputFormat::Csv: return traceCsv(trace);
    case OutputFormat::Table: break;
    }
    return traceText(trace);
}

} // namespace

ExitCode runTrace(Arguments arguments) {
    Parser parser("hallway trace", "FILE... TRACE_ID [OPTIONS]",
                  "Prints one trace as an indented tree with bars, or as JSON with all attributes.",
                  "hallway trace traces.json 5b8efff798038103d269b633813fc60c");
    std::vector<std::string> files;
    parser.addList("FILE", files, 2, "Trace exports, folders of them, or - for standard input; the last one is the id of the trace");
    const RangeOptions range(parser);
    OutputFormat format = OutputFormat::Table;
    parser.addChoice<OutputFormat>("--format", format,
                                   {{"text", OutputFormat::Table},
                                    {"table", OutputFormat::Table},
                                    {"csv", OutputFormat::Csv},
                                    {"json", OutputFormat::Json}},
                                   "How to print the trace (default: text)");
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (const auto error = range.check()) return parser.refuse(*error);
    const std::string id = files.back();
    files.pop_back();

    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto trace = capture.findTrace(id);
    if (!trace || !overlaps(capture.spans(), *trace, range.range()))
        return complain({ErrorCode::TraceNotFound, {id}, std::nullopt});
    const auto whole = wholeTraceOf(capture, *trace);
    if (!whole) return complain(whole.error());
    return worse(input.exit, print(textOf(*whole, format)));
}

} // namespace hallway::cli
