#include "gui/Perspective.h"

#include <QCoreApplication>

namespace hallway {

std::vector<Perspective> builtInPerspectives() {
    const auto said = [](const char* text) { return QCoreApplication::translate("Perspective", text); };
    const QString columns = QStringLiteral("columns"), rows = QStringLiteral("rows"),
                  lower = QStringLiteral("lower");
    Perspective overview{.name = said(QT_TRANSLATE_NOOP("Perspective", "Overview")), .lower = false};
    overview.splitters = {{columns, {300, 860, 280}}};
    Perspective triage{.name = said(QT_TRANSLATE_NOOP("Perspective", "Triage"))};
    triage.leftPage = QStringLiteral("WaterfallView");
    triage.rightPage = QStringLiteral("HeatmapPanel");
    triage.splitters = {{columns, {300, 860, 280}}, {rows, {400, 380}}, {lower, {520, 340}}};
    Perspective debug{.name = said(QT_TRANSLATE_NOOP("Perspective", "Debug")), .tables = false};
    debug.leftPage = triage.leftPage;
    debug.rightPage = triage.rightPage;
    debug.splitters = {{columns, {300, 1080, 360}}, {rows, {220, 560}}, {lower, {760, 320}}};
    return {overview, triage, debug};
}

} // namespace hallway
