// Draws the window and its views into PNG files once everything in it has come to rest.
#pragma once

#include "gui/MainWindow.h"

#include <QObject>
#include <QTimer>

namespace hallway {

/// Opens the worst edge of the capture first, so that every view has something to show.
class WindowScreenshots : public QObject {
    Q_OBJECT

public:
    /// Writes window.png, graph.png, waterfall.png and heatmap.png into `folder`, which is created.
    WindowScreenshots(MainWindow& window, QString folder, QObject* parent = nullptr);

signals:
    /// `sentence`: why it failed; empty when all is written.
    void finished(int exitCode, const QString& sentence);

private:
    void begin();
    void whenSettled();
    void write();

    MainWindow& m_window;
    QString m_folder;
    QTimer m_timer;
    bool m_wasSettled = false;
};

} // namespace hallway
