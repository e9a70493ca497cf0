// The 24 px at the bottom: how much is open, what was wrong with it, and what is going on.
#pragma once

#include "base/Progress.h"
#include "session/Capture.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QToolButton;

namespace hallway {

class StatusLine : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setCapture(const Capture* capture); ///< null: none is open; only read during the call
    void setNote(const QString& text);       ///< stays until the next one, e.g. "Import cancelled."
    void setPointer(const QString& text);    ///< the time under the pointer
    void setZone(const QString& text);       ///< "UTC"
    void showImport(const Progress& progress);
    void hideImport();
    void setWarningIcon(const QIcon& icon);

signals:
    void problemsClicked();
    void cancelClicked();

private:
    QLabel *m_counts, *m_note, *m_pointer, *m_zone, *m_import;
    QToolButton *m_problems, *m_cancel;
    QProgressBar* m_bar;
};

} // namespace hallway
