// `hallway …`: a verb is run here, anything else asks for the window.
#pragma once

#include "cli/ExitCode.h"
#include "cli/WindowRequest.h"

#include <string>
#include <variant>
#include <vector>

namespace hallway::cli {

/// `arguments`: behind the program's name. Only the first one can be a verb, so that a file of that name can
/// be opened
/// (`./edges`). Runs a verb to its end; an exit code also after --help, --version and wrong usage.
[[nodiscard]] std::variant<ExitCode, WindowRequest> runCommandLine(std::vector<std::string> arguments);

} // namespace hallway::cli
