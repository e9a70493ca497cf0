#include "gui/LowerPages.h"

#include "gui/CallPathsPage.h"
#include "gui/DifferencesPage.h"
#include "gui/FindingsPage.h"
#include "gui/IciclePage.h"
#include "gui/StatisticsPage.h"

namespace hallway {

void addLeftPages(LowerPanel& panel, SelectionModel& selection) {
    panel.addPage(new IciclePage(selection));
    panel.addPage(new CallPathsPage(selection));
    panel.addPage(makeFailuresPage(selection));
    panel.addPage(makeSuspectsPage(selection));
    panel.addPage(makeShapesPage(selection));
    panel.addPage(new StatisticsPage(selection));
}

void addRightPages(LowerPanel& panel, SelectionModel& selection) {
    panel.addPage(new DifferencesPage(selection, &panel));
}

} // namespace hallway
