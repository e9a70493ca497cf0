#include "cli/Parser.h"

#include "base/FormatText.h"
#include "cli/ErrorText.h"
#include "cli/Terminal.h"

#include <algorithm>

namespace hallway::cli {

namespace {

constexpr int noUpperLimit = 1 << 20;

} // namespace

Parser::Parser(std::string name, const std::string& description, const std::string& example)
    : m_name(std::move(name)), m_app(description, m_name) {
    m_app.footer("Example:\n  " + example);
    m_app.set_help_flag("-h,--help", "Print this and end");
    m_app.get_formatter()->column_width(34);
}

CLI::Option* Parser::addList(const std::string& name, std::vector<std::string>& target, int required,
                             const std::string& description) {
    // Without extra arguments CLI11 takes "[a]" as the text it is, not as a list.
    return m_app.add_option(name, target, description)
        ->expected(std::max(required, 1), noUpperLimit)
        ->allow_extra_args(false)
        ->required(required > 0)
        ->type_name("…");
}

std::optional<ExitCode> Parser::parse(std::vector<std::string> arguments) {
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
