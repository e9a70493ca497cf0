// What the window remembers between two starts.
#pragma once

#include "base/Result.h"
#include "cli/WindowRequest.h"
#include "graph/GraphFigures.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace hallway {

struct Settings {
    static constexpr std::size_t mostRecent = 10;

    std::vector<QStringList> recent; ///< captures, latest first; each is the list of its files
    WindowRequest::ThemeChoice theme = WindowRequest::ThemeChoice::System;
    LabelMeasure measure = LabelMeasure::P99;
    bool localTime = false;
    int width = 0, height = 0; ///< px; 0 = never stored
    bool maximized = false;
    QMap<QString, QList<int>> splitters; ///< sizes by the splitter's object name

    bool operator==(const Settings&) const = default;

    /// Puts a capture in front; the oldest ones go.
    void addRecent(const QStringList& files);
};

/// $XDG_CONFIG_HOME/hallway/settings.json. Needs the application's name.
[[nodiscard]] QString settingsPath();

/// A file that is missing, damaged or hostile gives defaults, and so does each field of it that makes no
/// sense.
[[nodiscard]] Settings readSettings(const QString& path);
/// Errors: FileUnwritable, DiskFull.
[[nodiscard]] Status writeSettings(const QString& path, const Settings& settings);

} // namespace hallway
