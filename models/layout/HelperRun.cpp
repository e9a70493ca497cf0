#include "layout/HelperRun.h"

#include <QProcess>

#include <optional>

namespace hallway {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPoll = 3;                             ///< ms between looks at the token and the clock
constexpr qint64 kLongestAnswer = 256 * 1024 * 1024; ///< bytes
constexpr qsizetype kLongestComplaint = 4 * 1024;    ///< bytes of stderr that are kept

std::string inSeconds(std::chrono::milliseconds limit) {
    return QByteArray::number(static_cast<double>(limit.count()) / 1000, 'g', 6).toStdString();
}

/// The first line, with everything unprintable taken out: it may end up on a screen.
std::string firstLine(const QByteArray& complaint) {
    std::string line = complaint.split('\n').constFirst().left(200).toStdString();
    std::erase_if(line, [](char c) { return c < ' ' || c > '~'; });
    return line.empty() ? "the layout helper failed" : line;
}

/// Why waiting must end now; nothing while it may go on.
class Patience {
public:
    Patience(std::chrono::milliseconds limit, const CancelToken& cancel) : m_limit(limit), m_cancel(cancel) {}

    [[nodiscard]] std::optional<Error> exhausted() const {
        if (m_cancel.cancelled()) return Error{ErrorCode::Cancelled, {}, std::nullopt};
        const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_start);
        if (waited >= m_limit) return Error{ErrorCode::LayoutTimedOut, {inSeconds(m_limit)}, std::nullopt};
        return std::nullopt;
    }

private:
    Clock::time_point m_start = Clock::now();
    std::chrono::milliseconds m_limit;
    CancelToken m_cancel;
};

void end(QProcess& process) {
    process.kill();
    process.waitForFinished();
}

} // namespace

Result<std::string> runHelper(const std::filesystem::path& program, std::string_view input,
                              std::chrono::milliseconds limit, const CancelToken& cancel) {
    const Patience patience(limit, cancel);
    if (auto why = patience.exhausted()) return fail(*std::move(why));

    QProcess process;
    process.start(QString::fromStdString(program.string()), {});
    if (!process.waitForStarted())
        return fail(ErrorCode::LayoutFailed, {process.errorString().toStdString()});
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();

    QByteArray complaint;
    while (!process.waitForFinished(kPoll) && process.state() != QProcess::NotRunning) {
        if (auto why = patience.exhausted()) {
            end(process);
            return fail(*std::move(why));
        }
        if (process.bytesAvailable() > kLongestAnswer) {
            end(process);
            return fail(ErrorCode::LayoutFailed, {"the layout helper does not stop writing"});
        }
        complaint = (complaint + process.readAllStandardError()).left(kLongestComplaint);
    }
    complaint = (complaint + process.readAllStandardError()).left(kLongestComplaint);

    if (process.exitStatus() != QProcess::NormalExit)
        return fail(ErrorCode::LayoutFailed, {"the layout helper crashed"});
    if (process.exitCode() != 0) return fail(ErrorCode::LayoutFailed, {firstLine(complaint)});
    return process.readAllStandardOutput().toStdString();
}

} // namespace hallway
