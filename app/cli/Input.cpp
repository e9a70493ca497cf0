#include "cli/Input.h"

#include "cli/ErrorText.h"
#include "cli/FilterErrorText.h"
#include "cli/Interrupts.h"
#include "cli/Terminal.h"
#include "cli/TimeArgument.h"

#include <csignal>
#include <filesystem>
#include <system_error>

namespace hallway::cli {

namespace {

/// A folder or an archive may hold thousands of files that are no exports.
constexpr std::size_t mostNamed = 20;

/// Of several files, one that could not be read makes the result incomplete; one that is no export does not.
ExitCode exitBeside(const Error& error) {
    return exitCodeOf(error.code) == ExitCode::InputOutput ? ExitCode::InputOutput : ExitCode::Fine;
}

void addTime(Parser& parser, const std::string& name, Timestamp& target, std::string& typed,
             const std::string& description) {
    const auto take = [name, &target, &typed](const std::string& text) {
        const auto time = parseTime(text);
        if (!time)
            throw CLI::ValidationError(
                name + " wants a time such as 2026-11-22T12:04:41Z or nanoseconds since 1970, not \"" + text +
                "\"");
        target = *time;
        typed = text;
    };
    parser.app().add_option_function<std::string>(name, take, description)->type_name("TIME");
}

} // namespace

FilterOptions::FilterOptions(Parser& parser) {
    parser.app()
        .add_option(
            "--where", m_where,
            "Only what this filter names, e.g. '{ duration > 1s && status = error }' (docs/filter.md)")
        ->type_name("FILTER");
    parser.addChoice<FilterMode>(
        "--count", m_mode, {{"traces", FilterMode::WholeTraces}, {"spans", FilterMode::MatchingSpans}},
        "With --where: figures of the whole traces that hold a matching span (default), or "
        "of the matching spans and their calls alone");
}

std::optional<Error> FilterOptions::check() const {
    if (m_where.empty()) return std::nullopt;
    const auto filter = Filter::parse(m_where);
    return filter ? std::nullopt : std::optional(errorOf(filter.error(), m_where));
}

Result<std::shared_ptr<const Chosen>> FilterOptions::chosen(const Capture& capture) const {
    if (m_where.empty()) return std::shared_ptr<const Chosen>();
    const auto filter = Filter::parse(m_where);
    if (!filter) return fail(errorOf(filter.error(), m_where));
    const auto match = matchOf(*filter, capture);
    if (!match) return fail(match.error());
    return std::make_shared<const Chosen>(chosenBy(*match, m_mode, capture));
}

RangeOptions::RangeOptions(Parser& parser) {
    addTime(parser, "--from", m_range.from, m_typedFrom,
            "Only what is at or after this time (ISO 8601, no zone = UTC, or ns since 1970)");
    addTime(parser, "--to", m_range.to, m_typedTo, "Only what is before this time");
    m_filter.emplace(parser);
}

std::optional<Error> RangeOptions::check() const {
    if (m_range.from > m_range.to)
        return Error{ErrorCode::BadArgument,
                     {"--to", m_typedTo, "a time that is not before --from (" + m_typedFrom + ")"},
                     std::nullopt};
    return m_filter->check();
}

Result<Subset> RangeOptions::subset(const Capture& capture) const {
    auto chosen = m_filter->chosen(capture);
    if (!chosen) return fail(chosen.error());
    return Subset(m_range, std::move(*chosen));
}

std::optional<Error> ownInput(const std::vector<std::string>& files, const std::string& target) {
    for (const std::string& file : files) {
        std::error_code ignored;
        if (!target.empty() && std::filesystem::equivalent(file, target, ignored))
            return Error{
                ErrorCode::BadArgument, {"-o", target, "another file than the ones read"}, std::nullopt};
    }
    return std::nullopt;
}

OpenInput openInput(const FileArguments& files) {
    const CaptureOpener opener(defaultCacheFolder());
    OpenRequest request;
    request.paths = files.paths;
    request.limits = files.limits;
    Result<OpenOutcome> outcome = fail(ErrorCode::Internal);
    int interruptedBy = 0;
    {
        const Interrupts interrupts;
        ProgressLine line;
        request.progress = [&line](const Progress& progress) { line.show(progress); };
        request.cancel = interrupts.token();
        outcome = opener.open(request);
        interruptedBy = interrupts.caught();
    }
    if (interruptedBy != 0) {
        outcome = fail(ErrorCode::Cancelled); // lets go of what is temporary
        std::raise(interruptedBy);            // and ends as the shell expects of this signal
    }
    if (!outcome) return {nullptr, complain(outcome.error())};

    OpenInput opened{outcome->capture, ExitCode::Fine};
    std::size_t named = 0;
    for (const Error& error : outcome->unreadable) {
        if (named++ < mostNamed) say(sentenceOf(error));
        opened.exit = worse(opened.exit, exitBeside(error));
    }
    if (named > mostNamed) say("And " + std::to_string(named - mostNamed) + " more files could not be read.");
    for (const Source& source : outcome->capture->sources())
        for (const Problem& problem : source.problems)
            say(sentenceOf(source, problem));
    return opened;
}

} // namespace hallway::cli
