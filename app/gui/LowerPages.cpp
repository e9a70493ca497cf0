#include "gui/LowerPages.h"

#include "gui/FindingsPage.h"
#include "gui/StatisticsPage.h"

namespace hallway {

void addLeftPages(LowerPanel& panel, SelectionModel& selection) {
    panel.addPage(makeFailuresPage(selection));
    panel.addPage(makeSuspectsPage(selection));
    panel.addPage(makeShapesPage(selection));
    panel.addPage(new StatisticsPage(selection));
}

void addRightPages(LowerPanel&, SelectionModel&) {}

} // namespace hallway
