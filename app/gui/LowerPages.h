// Which pages the lower panels have beside the waterfall and the heatmap: a line for each.
#pragma once

#include "gui/LowerPanel.h"
#include "items/SelectionModel.h"

namespace hallway {

void addLeftPages(LowerPanel& panel, SelectionModel& selection);  ///< behind the waterfall
void addRightPages(LowerPanel& panel, SelectionModel& selection); ///< behind the heatmap

} // namespace hallway
