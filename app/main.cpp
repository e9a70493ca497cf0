// hallway: a verb runs without a window, everything else opens it.
#include "cli/CommandLine.h"
#include "cli/Terminal.h"
#ifdef HALLWAY_WITH_WINDOW
#include "gui/RunWindow.h"
#endif

#include <algorithm>

int main(int argc, char** argv) {
    using namespace hallway;
    const auto outcome = cli::runCommandLine(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
    if (const auto* exit = std::get_if<cli::ExitCode>(&outcome)) return static_cast<int>(*exit);
#ifdef HALLWAY_WITH_WINDOW
    return runWindow(std::get<WindowRequest>(outcome), argc, argv);
#else
    cli::say("This Hallway was built without its window; \"hallway --help\" lists what it can do.");
    return static_cast<int>(cli::ExitCode::InputOutput);
#endif
}
