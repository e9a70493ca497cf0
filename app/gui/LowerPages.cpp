#include "gui/LowerPages.h"

namespace hallway {

void addLeftPages(LowerPanel&, SelectionModel&) {}

void addRightPages(LowerPanel&, SelectionModel&) {}

} // namespace hallway
