#include "cli/Parser.h"

#include "base/FormatText.h"
#include "cli/ErrorText.h"
#include "cli/Terminal.h"

#include <algorithm>

namespace hallway::cli {

namespace {

/// CLI11 takes an argument such as "[a,b]" for a list of its own, so it is not shown the bracket.
constexpr char mark = '\1';

bool looksLikeList(std::string_view argument) { return argument.starts_with('[') && argument.ends_with(']'); }

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

void Parser::addFiles(std::vector<std::string>& target) {
    addList("FILE", target, 1,
            "Trace exports, folders of them, or - for standard input; together one capture");
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

ExitCode Parser::refuse(const Error& error) const { return refuse(std::string_view(sentenceOf(error))); }

} // namespace hallway::cli
