#include "cli/Terminal.h"

#include "base/FormatText.h"
#include "cli/ErrorText.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include <unistd.h>

namespace hallway::cli {

namespace {

void toStderr(std::string_view text) {
    // Nobody is left to hear that stderr cannot be written.
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

std::string describe(const Progress& progress) {
    std::string text = "Reading " + format::elideMiddle(format::printable(progress.subject), 40) + ": ";
    if (progress.bytesTotal > 0)
        text += format::share(progress.bytesDone, progress.bytesTotal) + " of " + format::bytes(progress.bytesTotal) + ", ";
    return text + format::countExact(progress.spans) + " spans";
}

} // namespace

ExitCode print(std::string_view result) {
    while (!result.empty()) {
        const ::ssize_t done = ::write(STDOUT_FILENO, result.data(), result.size());
        if (done >= 0) {
            result.remove_prefix(static_cast<std::size_t>(done));
            continue;
        }
        if (errno == EINTR) continue;
        if (errno == EPIPE) return ExitCode::Fine;
        return complain({ErrorCode::FileUnwritable, {"standard output", std::strerror(errno)}, std::nullopt});
    }
    return ExitCode::Fine;
}

void say(std::string_view sentence) { toStderr(std::string(sentence) + "\n"); }

ExitCode complain(const Error& error) {
    say(sentenceOf(error));
    return exitCodeOf(error.code);
}

ProgressLine::ProgressLine() : m_isTerminal(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    if (m_isShown) toStderr("\r\033[K");
}

void ProgressLine::show(const Progress& progress) {
    if (!m_isTerminal) return;
    m_isShown = true;
    toStderr("\r\033[K" + describe(progress));
}

} // namespace hallway::cli
