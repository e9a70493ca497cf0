// The settings that all windows share, in memory and on disk.
#pragma once

#include "gui/Settings.h"

#include <QObject>

#include <functional>

namespace hallway {

/// Nobody fights over them: each change reads the file anew, touches only its own field and writes it back,
/// so that what another window or another program of Hallway changed meanwhile stays. GUI thread.
class SettingsStore : public QObject {
    Q_OBJECT

public:
    /// Reads them. An empty path: nothing is remembered on disk.
    explicit SettingsStore(QString path, QObject* parent = nullptr);

    [[nodiscard]] const Settings& now() const { return m_now; }
    void change(const std::function<void(Settings&)>& edit);

signals:
    void changed(const hallway::Settings& now, const hallway::Settings& before);

private:
    QString m_path;
    Settings m_now;
};

} // namespace hallway
