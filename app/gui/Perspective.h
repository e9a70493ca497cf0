// Which panels are shown, how large, and which of the lower pages are in front.
#pragma once

#include <QList>
#include <QMap>
#include <QString>

#include <vector>

namespace hallway {

struct Perspective {
    QString name{};
    bool tables = true, graph = true, lower = true, inspector = true;
    /// LowerPanel::currentName(); empty: whichever is in front stays there.
    QString leftPage{}, rightPage{};
    /// By the splitter's object name, px or any other unit: only their proportions count. None: as it is.
    QMap<QString, QList<int>> splitters{};
    bool operator==(const Perspective&) const = default;
};

/// Overview, Triage and Debug, with names in the person's language. Triage is what a window begins with.
[[nodiscard]] std::vector<Perspective> builtInPerspectives();

} // namespace hallway
