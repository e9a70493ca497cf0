// Back and forward through the steps of an investigation.
#pragma once

#include "base/FormatText.h"
#include "items/History.h"

#include <QElapsedTimer>
#include <QObject>

namespace hallway {

class Workspace;

/// Writes down where the person goes in a workspace and takes them there again. GUI thread.
class HistoryController : public QObject {
    Q_OBJECT

public:
    explicit HistoryController(Workspace& workspace, QObject* parent = nullptr);

    void begin(); ///< another capture: there is nothing to go back to
    void goBack() { show(m_history.goBack()); }
    void goForward() { show(m_history.goForward()); }
    void goTo(std::size_t index) { show(m_history.goTo(index)); }
    void setUtcOffset(format::UtcOffset offset) { m_offset = offset; } ///< in words of ranges; nullptr = UTC

    [[nodiscard]] const History& history() const { return m_history; }

signals:
    void changed();

private:
    void record();
    void show(const Step* step);
    [[nodiscard]] Step stepNow() const;
    [[nodiscard]] QString wordsFor(const Step& step) const;

    Workspace& m_workspace;
    History m_history;
    QElapsedTimer m_clock;
    format::UtcOffset m_offset = nullptr;
    bool m_showing = false;
};

} // namespace hallway
