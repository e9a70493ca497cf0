// hallway-layout: reads a layout request on stdin and writes the layout on stdout, both JSON
// (layout/LayoutMessages.h). Exit 0 fine, 1 request refused, 2 called wrongly, 3 could not read or write;
// then one line on stderr says why. Under what terms it links Graphviz: LICENSE.exception beside this file.
#include "layout/LayoutMessages.h"
#include "layout_helper/DotEngine.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace {

enum ExitCode { Fine = 0, Refused = 1, WrongUsage = 2, NoInputOrOutput = 3 };

constexpr std::size_t kLongestRequest = 64 * 1024 * 1024; ///< bytes

/// A layout nobody waits for any more must not go on burning a core.
void endWithParent() {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

int complain(ExitCode code, const std::string& why) {
    std::fprintf(stderr, "hallway-layout: %s\n", why.c_str());
    return code;
}

/// Nothing if stdin cannot be read. One byte beyond the limit is kept, for the caller to see.
std::optional<std::string> readAll(std::FILE* file) {
    std::string text;
    std::array<char, 64 * 1024> part{};
    while (text.size() <= kLongestRequest) {
        const std::size_t count = std::fread(part.data(), 1, part.size(), file);
        text.append(part.data(), count);
        if (count < part.size()) break;
    }
    if (std::ferror(file)) return std::nullopt;
    return text;
}

int run() {
    const std::optional<std::string> input = readAll(stdin);
    if (!input) return complain(NoInputOrOutput, "cannot read the request");
    if (input->size() > kLongestRequest) return complain(Refused, "the request is too long");

    const auto request = hallway::layoutRequestFromJson(*input);
    if (!request) return complain(Refused, request.error().arguments.front());
    const auto layout = hallway::layoutWithDot(*request);
    if (!layout) return complain(Refused, layout.error().arguments.front());

    const std::string answer = hallway::toJson(*layout) + '\n';
    if (std::fwrite(answer.data(), 1, answer.size(), stdout) != answer.size() || std::fflush(stdout) != 0)
        return complain(NoInputOrOutput, "cannot write the layout");
    return Fine;
}

} // namespace

int main(int argc, char**) {
    endWithParent();
    if (argc > 1) return complain(WrongUsage, "reads a layout request on stdin and takes no arguments");
    const int code = run();
    // Graphviz keeps memory of its own to the end; the system takes it back faster than exit handlers do.
    std::quick_exit(code);
}
