#include "gui/LowerPages.h"

#include "gui/StatisticsPage.h"

namespace hallway {

void addLeftPages(LowerPanel& panel, SelectionModel& selection) {
    panel.addPage(new StatisticsPage(selection));
}

void addRightPages(LowerPanel&, SelectionModel&) {}

} // namespace hallway
