#include "gui/OpenController.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace hallway {

namespace {

/// The folder Hallway was started in may change its meaning, so paths are kept absolute; "-" stays.
QStringList absolute(const QStringList& paths) {
    QStringList result;
    for (const QString& path : paths)
        result << (path == QLatin1String("-") ? path : QFileInfo(path).absoluteFilePath());
    result.removeDuplicates();
    return result;
}

std::vector<std::string> encoded(const QStringList& paths) {
    std::vector<std::string> result;
    for (const QString& path : paths)
        result.push_back(QFile::encodeName(path).toStdString());
    return result;
}

} // namespace

OpenController::OpenController(std::string cacheFolder, ExpansionLimits limits, const QStringList& paths,
                               QObject* parent)
    : QObject(parent), m_opener(std::move(cacheFolder)), m_limits(limits) {
    if (!paths.isEmpty()) open(paths);
}

void OpenController::open(const QStringList& paths) { start(absolute(paths)); }

void OpenController::add(const QStringList& paths) { start(absolute(m_paths + paths)); }

void OpenController::reload() {
    if (m_capture) start(m_paths);
}

void OpenController::adopt(std::shared_ptr<const Capture> capture, const QStringList& paths) {
    m_capture = std::move(capture);
    m_paths = paths;
    emit opened({});
}

void OpenController::cancel() {
    if (!isOpening()) return;
    ++m_number;
    m_jobs.cancel();
    emit cancelled();
}

void OpenController::start(const QStringList& paths) {
    const quint64 number = ++m_number;
    const ProgressListener report = [this, number](const Progress& progress) {
        QMetaObject::invokeMethod(
            this,
            [this, number, progress] {
                if (number == m_number && isOpening()) emit progressed(progress);
            },
            Qt::QueuedConnection);
    };
    m_jobs.run(
        [opener = m_opener,
         request = OpenRequest{encoded(paths), report, {}, m_limits}](const CancelToken& cancel) {
            OpenRequest mine = request;
            mine.cancel = cancel;
            return opener.open(mine);
        },
        [this, paths](Result<OpenOutcome> outcome) {
            if (!outcome) {
                emit failed(outcome.error());
                return;
            }
            auto before = std::exchange(m_capture, std::move(outcome->capture));
            m_paths = paths;
            emit opened(outcome->unreadable);
            m_farewell.run([held = std::move(before)](const CancelToken&) { return held == nullptr; },
                           [](bool) {});
        });
    emit started(paths);
}

} // namespace hallway
