#include "gui/WindowScreenshots.h"

#include "gui/ErrorText.h"

#include <QDir>
#include <QFile>
#include <QPixmap>

#include <filesystem>
#include <system_error>
#include <utility>

namespace hallway {

namespace {

constexpr int pollInterval = 20;                  // ms
constexpr int nothingUsable = 1, inputOutput = 3; // exit codes, as of the command line

int exitCodeOf(const Error& error) {
    return error.code == ErrorCode::NotRecognised || error.code == ErrorCode::UnsupportedFormat
               ? nothingUsable
               : inputOutput;
}

} // namespace

WindowScreenshots::WindowScreenshots(MainWindow& window, QString folder, QObject* parent)
    : QObject(parent), m_window(window), m_folder(std::move(folder)) {
    m_window.workspace().setMotion(false);
    m_timer.setInterval(pollInterval);
    connect(&m_timer, &QTimer::timeout, this, &WindowScreenshots::whenSettled);
    connect(&m_window.opener(), &OpenController::opened, this, &WindowScreenshots::begin);
    connect(&m_window.opener(), &OpenController::failed, this,
            [this](const Error& error) { emit finished(exitCodeOf(error), sentenceOf(error)); });
}

void WindowScreenshots::begin() {
    const std::vector<EdgeId> edges = edgesByPain(m_window.workspace().capture()->graph());
    if (!edges.empty())
        m_window.workspace().selection().selectEdge(edges.front());
    else if (!m_window.workspace().capture()->spans().traces.empty())
        m_window.workspace().selection().selectTrace(TraceRow(0U));
    m_timer.start();
}

void WindowScreenshots::whenSettled() {
    // Twice in a row: what one job finds may start the next.
    const bool settled =
        m_window.workspace().isSettled() && !m_window.workspace().graphView().canvas().isMoving();
    const bool before = std::exchange(m_wasSettled, settled);
    if (!settled || !before) return;
    m_timer.stop();
    write();
}

void WindowScreenshots::write() {
    Workspace& workspace = m_window.workspace();
    const std::pair<const char*, QWidget*> pictures[] = {
        {"window.png", &m_window},
        {"graph.png", &workspace.graphView()},
        {"waterfall.png", &workspace.waterfallView()},
        {"heatmap.png", workspace.heatmapView().parentWidget()}};
    std::error_code error;
    std::filesystem::create_directories(QFile::encodeName(m_folder).toStdString(), error);
    if (error) {
        emit finished(
            inputOutput,
            sentenceOf({ErrorCode::FileUnwritable, {m_folder.toStdString(), error.message()}, std::nullopt}));
        return;
    }
    for (const auto& [name, widget] : pictures) {
        QFile file(QDir(m_folder).filePath(QLatin1String(name)));
        if (file.open(QIODevice::WriteOnly) && widget->grab().save(&file, "PNG")) continue;
        emit finished(inputOutput,
                      sentenceOf({ErrorCode::FileUnwritable,
                                  {file.fileName().toStdString(), file.errorString().toStdString()},
                                  std::nullopt}));
        return;
    }
    emit finished(0, {});
}

} // namespace hallway
