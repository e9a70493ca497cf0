// Where the boxes and curves of a graph lie: what is asked of a layout engine and what it answers.
// Pure numbers: lengths are device independent px, x grows to the right, y grows downwards.
#pragma once

#include "base/Error.h"
#include "base/Result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

struct LayoutPoint {
    double x = 0;
    double y = 0;
    bool operator==(const LayoutPoint&) const = default;
};

struct LayoutSize {
    double width = 0;
    double height = 0;
    bool operator==(const LayoutSize&) const = default;
};

/// A node is known by its index in LayoutRequest::nodes; engines never see its name.
struct NodeToPlace {
    LayoutSize size;                                 ///< the card as the caller measured it
    std::optional<std::uint32_t> box = std::nullopt; ///< the innermost one it stands in: index into boxes
    bool operator==(const NodeToPlace&) const = default;
};

/// tail and head are indices into LayoutRequest::nodes. Several edges may join the same two nodes, and an
/// edge may return to its own node.
struct EdgeToRoute {
    std::uint32_t tail = 0;
    std::uint32_t head = 0;
    std::optional<LayoutSize> label; ///< room to keep free on the curve; look.md section 5.5
    int weight = 1;                  ///< the heavier, the straighter and shorter: 0 … 1000
    int minLength = 1;               ///< ranks from tail to head, at least: 1 … 100
    bool operator==(const EdgeToRoute&) const = default;
};

/// A frame around nodes, none of which may be in another frame that is not around or in this one.
struct BoxToDraw {
    std::optional<std::uint32_t> parent; ///< the box around it, which stands before it
    LayoutSize title;                    ///< room kept free at its top left
    bool operator==(const BoxToDraw&) const = default;
};

enum class LayoutDirection : std::uint8_t {
    LeftToRight, ///< callers left of their callees
    TopDown,     ///< callers above
};

struct LayoutRequest {
    std::vector<NodeToPlace> nodes;
    std::vector<EdgeToRoute> edges;
    std::vector<BoxToDraw> boxes; ///< each holds a node, or a box that does
    LayoutDirection direction = LayoutDirection::LeftToRight;
    double rankSeparation =
        42; ///< px between columns (rows, if top down); 104 in exports (look.md section 5.5)
    double nodeSeparation = 7; ///< px between the nodes of a column; 18 in exports
    bool operator==(const LayoutRequest&) const = default;
};

/// What every engine accepts at most; more is refused before any work.
struct LayoutLimits {
    static constexpr std::size_t nodes = 20'000;
    static constexpr std::size_t edges = 100'000;
    static constexpr std::size_t boxes = 2'000;
    static constexpr double length = 10'000; ///< px, of any one side or distance
    static constexpr int weight = 1'000;
    static constexpr int minLength = 100;
};

/// LayoutFailed (naming the first offence) unless all indices, sizes and counts are within LayoutLimits.
[[nodiscard]] Status checkLayoutRequest(const LayoutRequest& request);

struct PlacedNode {
    LayoutPoint centre;
    LayoutSize size; ///< as asked

    [[nodiscard]] double left() const { return centre.x - size.width / 2; }
    [[nodiscard]] double right() const { return centre.x + size.width / 2; }
    [[nodiscard]] double top() const { return centre.y - size.height / 2; }
    [[nodiscard]] double bottom() const { return centre.y + size.height / 2; }
    bool operator==(const PlacedNode&) const = default;
};

/// A chain of cubic Bézier curves from the border of the tail to the border of the head.
struct EdgeRoute {
    /// The start, then three points a segment (two controls and an end): 1 + 3n points, n at least 1.
    std::vector<LayoutPoint> curve;
    std::optional<LayoutPoint> label; ///< centre of the room kept free; only if the edge asked for it

    [[nodiscard]] std::size_t segments() const { return curve.size() / 3; }
    [[nodiscard]] LayoutPoint start() const { return curve.front(); }
    /// Where the tip of the arrow head belongs: the last point of the curve. Painters shorten the line.
    [[nodiscard]] LayoutPoint tip() const { return curve.back(); }
    bool operator==(const EdgeRoute&) const = default;
};

enum class LayoutEngineUsed {
    Graphviz,
    Layered, ///< the plain fallback
};

struct PlacedBox {
    LayoutPoint corner; ///< top left
    LayoutSize size;
    bool operator==(const PlacedBox&) const = default;
};

/// nodes, edges and boxes in the order of the request; everything lies in (0, 0) … (size.width, size.height).
struct GraphLayout {
    std::vector<PlacedNode> nodes;
    std::vector<EdgeRoute> edges;
    std::vector<PlacedBox> boxes; ///< none from the fallback, which cannot keep nodes together
    LayoutSize size;
    LayoutEngineUsed engine = LayoutEngineUsed::Graphviz;
    std::optional<Error> fallbackReason; ///< why the fallback had to draw; the view says so
    bool operator==(const GraphLayout&) const = default;
};

/// Moves everything so that the drawing begins at (0, 0), and sets its size. The box of the control points
/// counts, so curves lie inside too.
void normalise(GraphLayout& layout);

} // namespace hallway
