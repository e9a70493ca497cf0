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
        text += format::share(progress.bytesDone, progress.bytesTotal) + " of " +
                format::bytes(progress.bytesTotal) + ", ";
    return text + format::countExact(progress.spans) + " spans";
}

} // namespace

bool StandardOutput::write(std::string_view part) {
    while (!m_closed && !part.empty()) {
        const ::ssize_t done = ::write(STDOUT_FILENO, part.data(), part.size());
        if (done >= 0) {
            part.remove_prefix(static_cast<std::size_t>(done));
            continue;
        }
        if (errno == EINTR) continue;
        m_closed = true;
        if (errno != EPIPE)
            m_exit = complain(
                {ErrorCode::FileUnwritable, {"standard output", std::strerror(errno)}, std::nullopt});
    }
    return !m_closed;
}

ExitCode print(std::string_view result) {
    StandardOutput output;
    output.write(result);
    return output.exit();
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
