// Where words go: results to stdout, everything else to stderr.
#pragma once

#include "base/Progress.h"
#include "cli/ExitCode.h"

#include <string_view>

namespace hallway::cli {

/// Results, on stdout, part by part. A reader that has enough (`| head`) is no error; a full disk is, and is
/// said.
class StandardOutput {
public:
    /// False: nothing more can be written.
    bool write(std::string_view part);
    [[nodiscard]] ExitCode exit() const { return m_exit; }

private:
    bool m_closed = false;
    ExitCode m_exit = ExitCode::Fine;
};

/// A whole result, on stdout.
[[nodiscard]] ExitCode print(std::string_view result);

/// A line on stderr. The text must be printable already.
void say(std::string_view sentence);
/// Says the sentence of an error and gives its exit code.
[[nodiscard]] ExitCode complain(const Error& error);

/// One line on stderr that is overwritten and vanishes with its owner; nothing at all where stderr is no
/// terminal.
class ProgressLine {
public:
    ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine();
    void show(const Progress& progress);

private:
    bool m_isTerminal;
    bool m_isShown = false;
};

} // namespace hallway::cli
