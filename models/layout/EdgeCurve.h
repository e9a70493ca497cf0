// Small geometry on the curves of edges, for engines and painters.
#pragma once

#include "layout/GraphLayout.h"

#include <cstddef>
#include <optional>

namespace hallway {

/// The point at `t` (0 … 1 over the whole chain, every segment an equal part).
[[nodiscard]] LayoutPoint pointOn(const EdgeRoute& route, double t);

/// The direction of travel at `t`, of length 1; (1, 0) where the curve stands still.
[[nodiscard]] LayoutPoint directionOn(const EdgeRoute& route, double t);

/// Where the straight line from the centre of `node` towards `target` leaves its box.
[[nodiscard]] LayoutPoint borderTowards(const PlacedNode& node, LayoutPoint target);

/// The point of the box's border nearest to `point`.
[[nodiscard]] LayoutPoint nearestOnBorder(const PlacedNode& node, LayoutPoint point);

/// One straight segment from border to border.
[[nodiscard]] EdgeRoute straightRoute(const PlacedNode& tail, const PlacedNode& head);

/// A loop over the right end of the node's top side. `nth` counts the loops of one node from 0; later ones
/// lie around the earlier. With a label box, its centre is put above the loop.
[[nodiscard]] EdgeRoute selfLoop(const PlacedNode& node, std::size_t nth, std::optional<LayoutSize> label);

/// How far a loop of selfLoop() reaches above its node, px.
[[nodiscard]] double selfLoopHeight(std::size_t nth, std::optional<LayoutSize> label);

/// True if the middle parts of the two curves stay within `distance` px of each other: drawn as they are,
/// a two-way pair would look like one line.
[[nodiscard]] bool runTogether(const EdgeRoute& a, const EdgeRoute& b, double distance);

/// The same curve, `distance` px to the right of its direction of travel. look.md section 4: painters move
/// both edges of a two-way pair by (width + 3) / 2 if they run together; widths are known to them alone. Ends
/// may leave the borders by a little: nearestOnBorder() brings them back.
[[nodiscard]] EdgeRoute movedToTheRight(const EdgeRoute& route, double distance);

} // namespace hallway
