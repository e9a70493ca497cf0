// A layout with some nodes put elsewhere by hand.
#pragma once

#include "layout/GraphLayout.h"

#include <cstdint>
#include <span>

namespace hallway {

struct MovedNode {
    std::uint32_t node = 0; ///< index into the request's nodes
    LayoutPoint centre;     ///< in the coordinates of the layout before
    bool operator==(const MovedNode&) const = default;
};

/// One curve from border to border that leaves and arrives in the direction of the graph; straight where the
/// head does not lie ahead.
[[nodiscard]] EdgeRoute simpleRoute(const PlacedNode& tail, const PlacedNode& head,
                                    LayoutDirection direction);

struct MovedLayout {
    GraphLayout layout;  ///< begins at (0, 0) again
    LayoutPoint shift{}; ///< by which all of it was moved for that: new = old + shift
};

/// All other nodes stay where they are. Edges at a moved node become simple curves in the direction of the
/// graph; a box with a moved node in it is drawn around its nodes anew.
[[nodiscard]] MovedLayout withMovedNodes(GraphLayout layout, const LayoutRequest& request,
                                         std::span<const MovedNode> moved);

} // namespace hallway
