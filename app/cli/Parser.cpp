#include "cli/Parser.h"

#include "base/FormatText.h"
#include "cli/ErrorText.h"
#include "cli/FilterErrorText.h"
#include "cli/Terminal.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace hallway::cli {

namespace {

/// CLI11 takes an argument such as "[a,b]" for a list of its own, so it is not shown the bracket.
constexpr char mark = '\1';

bool looksLikeList(std::string_view argument) { return argument.starts_with('[') && argument.ends_with(']'); }

/// "500MB", multiples of 1000; a number alone is bytes.
std::optional<std::uint64_t> parseSize(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    if (error != std::errc() || value == 0) return std::nullopt;
    if (unit.ends_with('B')) unit.remove_suffix(1);
    std::uint64_t factor = 1;
    if (unit == "K") unit = "k"; // as it is often written
    constexpr std::string_view prefixes = "kMGT";
    if (!unit.empty()) {
        const std::size_t prefix = prefixes.find(unit);
        if (unit.size() != 1 || prefix == prefixes.npos) return std::nullopt;
        for (std::size_t i = 0; i <= prefix; ++i)
            factor *= 1000;
    }
    if (value > std::numeric_limits<std::uint64_t>::max() / factor) return std::nullopt;
    return value * factor;
}

std::string unmarked(std::string argument) {
    if (argument.starts_with(mark)) argument.erase(0, 1);
    return argument;
}

class HelpFormatter final : public CLI::Formatter {
public:
    explicit HelpFormatter(std::string usage) : m_usage(std::move(usage)) { column_width(34); }
    std::string make_usage(const CLI::App*, std::string name) const override {
        return "Usage: " + name + " " + m_usage + "\n";
    }

private:
    std::string m_usage;
};

} // namespace

Parser::Parser(std::string name, const std::string& usage, const std::string& description,
               const std::string& example)
    : m_name(std::move(name)), m_app(description + "\n", m_name) {
    m_app.footer("Example:\n  " + example);
    m_app.set_help_flag("-h,--help", "Print this and end");
    m_app.formatter(std::make_shared<HelpFormatter>(usage));
}

CLI::Option* Parser::addList(const std::string& name, std::vector<std::string>& target, int required,
                             const std::string& description) {
    auto* const option = m_app.add_option(name, target, description)->type_name("")->required(required > 0);
    return required > 0 ? option->expected(required, -1) : option;
}

void Parser::addFiles(FileArguments& target) {
    addList("FILE", target.paths, 1,
            "Trace exports, folders or archives of them, or - for standard input; together one capture");
    addLimits(target.limits);
}

void Parser::addLimits(ExpansionLimits& target) {
    const auto takeSize = [&target](const std::string& typed) {
        const auto bytes = parseSize(typed);
        if (!bytes)
            throw CLI::ValidationError("--max-unpacked wants a size such as 500MB or 64GB, not \"" + typed +
                                       "\"");
        target.maximum = *bytes;
    };
    m_app
        .add_option("--max-expansion", target.ratio,
                    "Stop reading a compressed file that expands to more than so many times its size "
                    "(default: 200)")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
        ->type_name("RATIO");
    m_app
        .add_option_function<std::string>(
            "--max-unpacked", takeSize,
            "Stop reading a compressed file that expands to more than this, e.g. 500MB (default: 64GB)")
        ->type_name("SIZE");
}

void Parser::addFormat(OutputFormat& target) {
    addChoice<OutputFormat>(
        "--format", target,
        {{"table", OutputFormat::Table}, {"csv", OutputFormat::Csv}, {"json", OutputFormat::Json}},
        "How to print the result (default: table)");
}

std::optional<ExitCode> Parser::parse(std::vector<std::string> arguments) {
    for (std::string& argument : arguments)
        if (looksLikeList(argument)) argument.insert(0, 1, mark);
    for (CLI::Option* option : m_app.get_options())
        option->transform(unmarked, "");
    std::reverse(arguments.begin(), arguments.end()); // what CLI11 wants
    try {
        m_app.parse(std::move(arguments));
        return std::nullopt;
    } catch (const CLI::CallForHelp&) {
        return print(m_app.help());
    } catch (const CLI::CallForVersion& version) {
        return print(std::string(version.what()) + "\n");
    } catch (const CLI::ParseError& error) {
        return refuse(std::string_view(error.what()));
    }
}

ExitCode Parser::refuse(std::string_view sentence) const {
    std::string text = format::printable(sentence);
    if (!text.ends_with('.')) text += '.';
    say(m_name + ": " + text + " Try \"" + m_name + " --help\".");
    return ExitCode::WrongUsage;
}

ExitCode Parser::refuse(const Error& error) const {
    if (error.code == ErrorCode::BadFilter) say(excerptOf(error));
    return refuse(std::string_view(sentenceOf(error)));
}

} // namespace hallway::cli
