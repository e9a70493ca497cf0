#include "base/FormatText.h"
#include "cli/DurationArgument.h"
#include "cli/Figures.h"
#include "cli/FilterErrorText.h"
#include "cli/SourceArgument.h"
#include "report/DifferenceReport.h"
#include "session/DifferenceScan.h"

#include <optional>

namespace hallway::cli {

namespace {

struct Request {
    bool failed = false;
    std::optional<LatencyLimit> slowerThan;
    std::string against; ///< a filter; "" = the rest
};

void addOptions(Parser& parser, Request& request) {
    parser.app().add_flag("--failed", request.failed, "The failed calls against the others");
    const auto takeLimit = [&request](const std::string& typed) {
        request.slowerThan = parseLatencyLimit(typed);
        if (!request.slowerThan)
            throw CLI::ValidationError(
                "--slower-than wants a duration such as 250ms or a percentile such as p95, not \"" + typed +
                "\"");
    };
    parser.app()
        .add_option_function<std::string>("--slower-than", takeLimit, "The slow calls against the others")
        ->type_name("p95|250ms");
    parser.app()
        .add_option("--against", request.against,
                    "What the calls of --where are held against (default: the rest)")
        ->type_name("FILTER");
}

/// What is wrong with the options together; "" = nothing.
std::string faultOf(const Request& request, const RangeOptions& range) {
    const bool isChosen = request.failed || request.slowerThan;
    if (request.failed && request.slowerThan)
        return "--failed and --slower-than are two ways to choose calls; one is needed";
    if (!request.against.empty() && (isChosen || range.where().empty()))
        return "--against goes with --where, which names the calls that are compared with its own";
    if (!isChosen && range.where().empty() && range.range().isEverything())
        return "Which calls? One of --failed, --slower-than, --where, --from and --to says it";
    return {};
}

/// What is compared with what, and in words.
struct Comparison {
    ComparedCalls calls;
    std::string selected, others;
    ChosenBy chosenBy = ChosenBy::Anything;
    Subset within; ///< what both sides are part of
};

/// Makes comparisons of the calls of a source.
struct Comparer {
    const Capture& capture;
    const CallSource& source;
    const RangeOptions& options;

    [[nodiscard]] std::vector<SourcedCall> calls(const Subset& within) const {
        return callsOf(source, capture.calls(), capture.spans(), within);
    }
    [[nodiscard]] Comparison byFailure(const Subset& within) const {
        return {compare(calls(within), [](const SourcedCall& call) { return call.failed; }), "failed", "",
                ChosenBy::Failure, within};
    }
    [[nodiscard]] Comparison byLatency(const Subset& within, const LatencyLimit& limit) const {
        const std::vector<SourcedCall> all = calls(within);
        const Duration least = durationOf(limit, all).value_or(Duration::max());
        return {compare(all, [&](const SourcedCall& call) { return call.latency && *call.latency > least; }),
                "slower than " + format::duration(least), "", ChosenBy::Anything, within};
    }
    [[nodiscard]] Comparison byRange(const TimeRange& range) const {
        return {compare(calls({}), [&](const SourcedCall& call) { return range.contains(call.time); }),
                "in the range", "outside of it", ChosenBy::Anything, Subset()};
    }
    /// `others` without what is selected as well; null = the rest.
    [[nodiscard]] Comparison byFilter(const Subset& selected, const Subset* others,
                                      const std::string& against) const {
        std::vector<SourcedCall> all = calls(options.range());
        if (others)
            std::erase_if(
                all, [&](const SourcedCall& call) { return !isOf(call, selected) && !isOf(call, *others); });
        return {compare(all, [&](const SourcedCall& call) { return isOf(call, selected); }),
                "of " + options.where(), against.empty() ? "" : "of " + against, ChosenBy::Anything,
                Subset(options.range())};
    }
};

Result<Subset> subsetOf(const std::string& filter, const RangeOptions& options, const Capture& capture) {
    const auto parsed = Filter::parse(filter);
    if (!parsed) return fail(errorOf(parsed.error(), filter));
    const auto match = matchOf(*parsed, capture);
    if (!match) return fail(match.error());
    return Subset(options.range(), std::make_shared<const Chosen>(chosenBy(*match, options.mode(), capture)));
}

Result<Comparison> comparisonOf(const Request& request, const Comparer& comparer) {
    const auto subset = comparer.options.subset(comparer.capture);
    if (!subset) return fail(subset.error());
    if (request.failed) return comparer.byFailure(*subset);
    if (request.slowerThan) return comparer.byLatency(*subset, *request.slowerThan);
    if (comparer.options.where().empty()) return comparer.byRange(subset->range);
    if (request.against.empty()) return comparer.byFilter(*subset, nullptr, "");
    const auto others = subsetOf(request.against, comparer.options, comparer.capture);
    if (!others) return fail(others.error());
    return comparer.byFilter(*subset, &*others, request.against);
}

} // namespace

ExitCode runDifferences(Arguments arguments) {
    Parser parser(
        "hallway differences",
        "FILE... --failed|--slower-than LATENCY|--where FILTER|--from TIME --to TIME [OPTIONS]",
        "Prints by which attributes some calls differ from the others: the failed ones, the slow\n"
        "ones, those a filter names, or those of a range. With --failed and --slower-than filter and\n"
        "range limit both sides; a range alone is held against the rest of the capture.",
        "hallway differences traces.json --edge checkout:payments --slower-than p95");
    Request request;
    FigureOptions options(parser);
    const SourceOptions sourceOptions(parser);
    addOptions(parser, request);
    if (const auto exit = parse(parser, options, std::move(arguments))) return *exit;
    if (const auto error = sourceOptions.check()) return parser.refuse(*error);
    if (const std::string fault = faultOf(request, options.range); !fault.empty())
        return parser.refuse(fault);
    if (const auto against = Filter::parse(request.against); !request.against.empty() && !against)
        return parser.refuse(errorOf(against.error(), request.against));

    const OpenInput input = openInput(options.files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto source = sourceOptions.source(capture);
    if (!source) return complain(source.error());
    const auto comparison = comparisonOf(request, {capture, *source, options.range});
    if (!comparison) return complain(comparison.error());
    auto differences = differencesOf(capture, comparison->calls, comparison->chosenBy);
    if (!differences) return complain(differences.error());
    const DifferenceReport report{nameOf(*source, capture), comparison->selected, comparison->others,
                                  endsOf(*source, capture.calls()), std::move(*differences)};
    const auto json = [&] { return differencesJson(capture, report, comparison->within); };
    const auto csv = [&] { return differencesCsv(capture, report); };
    const auto table = [&] { return differencesTable(capture, report); };
    return worse(input.exit, printAs(options.format, json, csv, table));
}

} // namespace hallway::cli
