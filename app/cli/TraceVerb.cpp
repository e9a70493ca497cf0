#include "cli/Drawing.h"
#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/Csv.h"
#include "report/Json.h"
#include "report/TraceText.h"
#include "waterfall/WaterfallPicture.h"

namespace hallway::cli {

namespace {

std::string textOf(const WholeTrace& trace, OutputFormat format) {
    switch (format) {
    case OutputFormat::Json:
        return traceJson(trace);
    case OutputFormat::Csv:
        return traceCsv(trace);
    case OutputFormat::Table:
        break;
    }
    return traceText(trace);
}

/// On adjusted clocks, as the critical path is.
ExitCode draw(const Capture& capture, TraceRow trace, const PictureOptions& options) {
    const auto details = capture.details(trace);
    if (!details) return complain(details.error());
    const TraceEntry& entry = capture.spans().traces[trace.index()];
    std::vector<SpanMarks> marks;
    for (std::size_t i = 0; i < details->size(); ++i)
        marks.push_back(spanMarksOf(SpanRow(entry.firstSpan + i), (*details)[i]));

    const OffscreenGui gui;
    const SpanTree tree = spanTreeOf(trace, capture.spans(), ClockMode::Adjusted);
    const auto shown = std::make_shared<const WaterfallTrace>(waterfallTraceOf(
        tree, ClockMode::Adjusted, capture.spans(), capture.calls(), capture.strings(), marks));
    WaterfallPictureOptions look;
    look.theme = options.theme();
    return writePictureTo(options, waterfallPicture(shown, options.textFor(capture), look),
                          *pictureFormatOf(options.target));
}

} // namespace

ExitCode runTrace(Arguments arguments) {
    Parser parser(
        "hallway trace", "FILE... TRACE_ID [OPTIONS]",
        "Prints one trace as an indented tree with bars, or as JSON with all attributes; -o draws it.",
        "hallway trace traces.json 5b8efff798038103d269b633813fc60c");
    FileArguments files;
    parser.addList("FILE", files.paths, 2,
                   "Trace exports, folders or archives of them, or - for standard input; the last one is the "
                   "id of the trace");
    parser.addLimits(files.limits);
    const RangeOptions range(parser);
    OutputFormat format = OutputFormat::Table;
    parser.addChoice<OutputFormat>("--format", format,
                                   {{"text", OutputFormat::Table},
                                    {"table", OutputFormat::Table},
                                    {"csv", OutputFormat::Csv},
                                    {"json", OutputFormat::Json}},
                                   "How to print the trace (default: text)");
    PictureOptions picture;
    picture.addTo(parser);
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (const auto error = range.check()) return parser.refuse(*error);
    if (!picture.target.empty() && !pictureFormatOf(picture.target))
        return parser.refuse(unknownEnding(picture.target, ".png, .svg or .pdf"));
    const std::string id = files.paths.back();
    files.paths.pop_back();

    if (const auto error = ownInput(files.paths, picture.target)) return parser.refuse(*error);
    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto trace = capture.findTrace(id);
    const auto subset = range.subset(capture);
    if (!subset) return complain(subset.error());
    if (!trace || !subset->hasTrace(*trace) || !overlaps(capture.spans(), *trace, subset->range))
        return complain({ErrorCode::TraceNotFound, {id}, std::nullopt});
    if (!picture.target.empty()) return worse(input.exit, draw(capture, *trace, picture));
    const auto whole = wholeTraceOf(capture, *trace);
    if (!whole) return complain(whole.error());
    return worse(input.exit, print(textOf(*whole, format)));
}

} // namespace hallway::cli
