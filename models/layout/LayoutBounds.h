// The box around parts of a drawing, and moving them.
#pragma once

#include "layout/GraphLayout.h"

#include <limits>

namespace hallway {

struct LayoutBounds {
    double left = std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    void include(LayoutPoint point);
    void include(const PlacedNode& node);
    void include(const PlacedBox& box);
    /// Its control points and the centre of its label.
    void include(const EdgeRoute& route);
    /// Only if something was included.
    [[nodiscard]] LayoutSize size() const { return {right - left, bottom - top}; }
};

void move(PlacedNode& node, LayoutPoint by);
void move(EdgeRoute& route, LayoutPoint by);
void move(PlacedBox& box, LayoutPoint by);

} // namespace hallway
