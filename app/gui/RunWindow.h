// The window as one function.
#pragma once

#include "cli/WindowRequest.h"

namespace hallway {

/// Opens the window, or draws it into files where the request says so, and returns the program's exit code
/// when it is closed: 0, 1 if nothing usable was opened for a screenshot, 3 without a display or where a file
/// could not be written. Call it once; `argc` and `argv` must stay until it returns.
[[nodiscard]] int runWindow(const WindowRequest& request, int& argc, char** argv);

} // namespace hallway
