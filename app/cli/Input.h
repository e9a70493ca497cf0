// FILE… --from --to --where --count: what nearly every verb takes, and opening it.
#pragma once

#include "analysis/Subset.h"
#include "base/Result.h"
#include "base/Time.h"
#include "cli/ExitCode.h"
#include "cli/Parser.h"
#include "session/CaptureOpener.h"
#include "session/FilterRun.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hallway::cli {

/// Error of the usage: the file to write is one of those read. Exports are only ever read.
[[nodiscard]] std::optional<Error> ownInput(const std::vector<std::string>& files, const std::string& target);

/// --where --count. Owns what was typed; the parser refers to it while it parses.
class FilterOptions {
public:
    explicit FilterOptions(Parser& parser);
    FilterOptions(const FilterOptions&) = delete;
    FilterOptions& operator=(const FilterOptions&) = delete;
    /// As typed; "" = none.
    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] FilterMode mode() const { return m_mode; }
    /// What the filter leaves of an open capture; null without one. Errors: BadFilter, CacheDamaged.
    [[nodiscard]] Result<std::shared_ptr<const Chosen>> chosen(const Capture& capture) const;
    /// What is wrong with it.
    [[nodiscard]] std::optional<Error> check() const;

private:
    std::string m_where;
    FilterMode m_mode = FilterMode::WholeTraces;
};

/// --from --to and the filter. Owns what was typed; the parser refers to it while it parses.
class RangeOptions {
public:
    explicit RangeOptions(Parser& parser);
    RangeOptions(const RangeOptions&) = delete;
    RangeOptions& operator=(const RangeOptions&) = delete;
    [[nodiscard]] const TimeRange& range() const { return m_range; }
    /// As typed; "" = none.
    [[nodiscard]] const std::string& where() const { return m_filter->where(); }
    [[nodiscard]] FilterMode mode() const { return m_filter->mode(); }
    /// What was asked for, of an open capture. Errors: BadFilter, CacheDamaged.
    [[nodiscard]] Result<Subset> subset(const Capture& capture) const;
    /// What is wrong with them.
    [[nodiscard]] std::optional<Error> check() const;

private:
    TimeRange m_range;
    std::string m_typedFrom, m_typedTo;
    std::optional<FilterOptions> m_filter; // added behind the times
};

struct OpenInput {
    std::shared_ptr<const Capture> capture; ///< null: nothing could be opened
    ExitCode exit = ExitCode::Fine;         ///< also what became of files beside those that were opened
};

/// Opens files as one capture; progress, problems and what could not be read go to stderr.
[[nodiscard]] OpenInput openInput(const FileArguments& files);

} // namespace hallway::cli
