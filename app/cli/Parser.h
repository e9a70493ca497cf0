// One verb's arguments: CLI11 with our habits about help and errors.
#pragma once

#include "base/Error.h"
#include "base/ExpansionLimits.h"
#include "cli/ExitCode.h"
#include "report/OutputFormat.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hallway::cli {

/// FILE… and what holds for reading them.
struct FileArguments {
    std::vector<std::string> paths;
    ExpansionLimits limits;
};

class Parser {
public:
    /// `name`: "hallway edges"; `usage`: what follows it; `example`: a whole command line, shown at the end
    /// of --help.
    Parser(std::string name, const std::string& usage, const std::string& description,
           const std::string& example);

    [[nodiscard]] CLI::App& app() { return m_app; }

    /// The positional arguments; at least so many are required.
    CLI::Option* addList(const std::string& name, std::vector<std::string>& target, int required,
                         const std::string& description);
    /// FILE…, at least one, and addLimits().
    void addFiles(FileArguments& target);
    /// --max-expansion, --max-unpacked.
    void addLimits(ExpansionLimits& target);
    /// An option that takes one of a few words.
    template <class Value>
    CLI::Option* addChoice(const std::string& name, Value& target,
                           std::vector<std::pair<std::string, Value>> choices,
                           const std::string& description);

    /// --format, for a verb that prints records.
    void addFormat(OutputFormat& target);

    /// Nothing: go on. Else help or a sentence was printed, and the program ends with this code.
    [[nodiscard]] std::optional<ExitCode> parse(std::vector<std::string> arguments);
    /// Says what is wrong, with the way to the help.
    [[nodiscard]] ExitCode refuse(std::string_view sentence) const;
    [[nodiscard]] ExitCode refuse(const Error& error) const;

private:
    std::string m_name;
    CLI::App m_app;
};

template <class Value>
CLI::Option* Parser::addChoice(const std::string& name, Value& target,
                               std::vector<std::pair<std::string, Value>> choices,
                               const std::string& description) {
    std::string words;
    for (const auto& [word, value] : choices)
        words += (words.empty() ? "" : "|") + word;
    const auto choose = [&target, words, name, held = std::move(choices)](const std::string& typed) {
        for (const auto& [word, value] : held) {
            if (word != typed) continue;
            target = value;
            return;
        }
        throw CLI::ValidationError(name + " is one of " + words + ", not \"" + typed + "\"");
    };
    return m_app.add_option_function<std::string>(name, choose, description)->type_name(words);
}

} // namespace hallway::cli
