// What the window remembers between two starts.
#pragma once

#include "base/Result.h"
#include "base/Time.h"
#include "cli/WindowRequest.h"
#include "graph/GraphFigures.h"
#include "gui/Perspective.h"
#include "items/AppliedFilter.h"
#include "items/TableLayout.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace hallway {

/// What a person looked at last, in words that outlive the ids of a capture.
struct LastView {
    QStringList files{};
    QString filter{};
    FilterMode mode = FilterMode::WholeTraces;
    QString node{};             ///< label of the selected service
    QString caller{}, callee{}; ///< labels of the selected edge's ends
    QString trace{};            ///< id of the open trace
    std::optional<TimeRange> range{};
    bool operator==(const LastView&) const = default;
};

struct NamedFilter {
    QString name, text;
    bool operator==(const NamedFilter&) const = default;
};

struct Settings {
    static constexpr std::size_t mostRecent = 10, mostPerspectives = 30, mostSavedFilters = 200;
    static constexpr qsizetype mostFilters = 50;
    static constexpr int leastText = 80, mostText = 200; ///< percent

    std::vector<QStringList> recent; ///< captures, latest first; each is the list of its files
    WindowRequest::ThemeChoice theme = WindowRequest::ThemeChoice::System;
    bool highContrast = false;
    bool noMotion = false;
    int textPercent = 100; ///< leastText … mostText
    LabelMeasure measure = LabelMeasure::P99;
    bool localTime = false;
    int width = 0, height = 0; ///< px; 0 = never stored
    bool maximized = false;
    /// As the last window had them; `name` is the perspective they began with.
    std::optional<Perspective> panels;
    std::vector<Perspective> perspectives; ///< the person's own
    QStringList filterHistory;             ///< latest first, each once
    std::vector<NamedFilter> savedFilters; ///< by name
    QMap<QString, TableLayout> tables;     ///< by the table's name
    bool reopens = false;                  ///< at the next start, what was open
    LastView lastView;
    struct HeatmapLook {
        bool linear = false; ///< latency axis
        bool share = false;  ///< shade by the share of the column
        bool failures = true;
        bool operator==(const HeatmapLook&) const = default;
    };
    HeatmapLook heatmap;

    bool operator==(const Settings&) const = default;

    /// Puts a capture in front; the oldest ones go.
    void addRecent(const QStringList& files);
    void addFilter(const QString& text); ///< to the history; likewise
    /// Takes the place of the one with this name, if there is one; the oldest go.
    void save(const Perspective& perspective);
    void save(const NamedFilter& filter); ///< likewise
};

/// $XDG_CONFIG_HOME/hallway/settings.json. Needs the application's name.
[[nodiscard]] QString settingsPath();

/// A file that is missing, damaged or hostile gives defaults, and so does each field of it that makes no
/// sense.
[[nodiscard]] Settings readSettings(const QString& path);
/// Errors: FileUnwritable, DiskFull.
[[nodiscard]] Status writeSettings(const QString& path, const Settings& settings);

} // namespace hallway
