// Opening captures in the background: what is open stays open until the new one is there.
#pragma once

#include "items/JobRunner.h"
#include "session/CaptureOpener.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace hallway {

/// GUI thread. One import at a time: a new one cancels the one before.
class OpenController : public QObject {
    Q_OBJECT

public:
    /// `cacheFolder` as in CaptureOpener; `limits` hold for all files. Opening `paths`, if any, begins at
    /// once, while the window is still being built; started() is not sent for them.
    explicit OpenController(std::string cacheFolder, ExpansionLimits limits = {},
                            const QStringList& paths = {}, QObject* parent = nullptr);

    void open(const QStringList& paths); ///< files and folders, joined into one capture
    void add(const QStringList& paths);  ///< joined with what is open
    void reload();                       ///< reads what changed; does nothing while nothing is open
    /// What another window has open, without reading it again. Not null.
    void adopt(std::shared_ptr<const Capture> capture, const QStringList& paths);
    /// Back to what was open before.
    void cancel();

    [[nodiscard]] bool isOpening() const { return m_jobs.isBusy(); }
    /// Null until the first one is open.
    [[nodiscard]] const std::shared_ptr<const Capture>& capture() const { return m_capture; }
    /// Absolute paths of what is open.
    [[nodiscard]] const QStringList& paths() const { return m_paths; }

signals:
    void started(const QStringList& paths);
    void progressed(const hallway::Progress& progress);
    /// capture() is another one now. `unreadable`: of several files, those that could not be used.
    void opened(const std::vector<hallway::Error>& unreadable);
    void failed(const hallway::Error& error);
    void cancelled();

private:
    void start(const QStringList& paths);

    CaptureOpener m_opener;
    ExpansionLimits m_limits;
    std::shared_ptr<const Capture> m_capture;
    QStringList m_paths;
    quint64 m_number = 0; ///< of the latest import: late progress of others is dropped
    JobRunner m_farewell; ///< lets go of the capture before: freeing that much takes many frames
    JobRunner m_jobs;     ///< last: its thread reports to this object
};

} // namespace hallway
