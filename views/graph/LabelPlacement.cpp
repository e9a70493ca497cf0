#include "graph/LabelPlacement.h"

#include "layout/EdgeCurve.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hallway {

namespace {

// Along the curve, and off it in px of the plain scale.
constexpr std::array alongTries{.5, .44, .56, .38, .62, .32, .68, .26, .74, .2, .8};
constexpr std::array offTries{0.0, -12.0, 12.0, -20.0, 20.0};
constexpr double fromCards = 2, fromPlates = 3, fromBorder = 4; // px
constexpr double costPerPixelOff = 0.22, costPerWay = 3;
constexpr double costOfNearLine = 0.5;  // a foreign line beside the plate: whose figure is it?
constexpr double costOfOwnTip = 4;      // without its head a line has no direction
constexpr double besideLine = 6;        // px
constexpr double areaPerLabel = 45'000; // px² at middle zoom
constexpr std::size_t leastMiddle = 6, mostMiddle = 24, mostFar = 5;
constexpr std::size_t mayCoverLines = 12;

/// The sampled points of all curves on screen, in square cells, so that "how many lines lie under this plate"
/// needs a look at a few cells only.
class SampleGrid {
public:
    SampleGrid(const GraphScene& scene, const GraphViewport& view, const QRectF& area) : m_area(area) {
        m_columns = static_cast<int>(area.width() / cellSize) + 1;
        m_rows = static_cast<int>(area.height() / cellSize) + 1;
        m_cells.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
        for (std::uint32_t edge = 0; edge < scene.edges.size(); ++edge) {
            for (const QPointF& sample : scene.edges[edge].samples) {
                const QPointF at = view.toScreen(sample);
                if (area.contains(at)) m_cells[cellOf(column(at.x()), row(at.y()))].push_back({edge, at});
            }
        }
    }

    /// Samples of other edges than `own` within `plate`.
    [[nodiscard]] int covered(const QRectF& plate, std::uint32_t own) const {
        int count = 0;
        for (int y = row(plate.top()); y <= row(plate.bottom()); ++y)
            for (int x = column(plate.left()); x <= column(plate.right()); ++x)
                for (const Sample& sample : m_cells[cellOf(x, y)])
                    if (sample.edge != own && plate.contains(sample.at)) ++count;
        return count;
    }

private:
    static constexpr double cellSize = 32; // px
    struct Sample {
        std::uint32_t edge;
        QPointF at;
    };
    [[nodiscard]] int column(double x) const {
        return std::clamp(static_cast<int>((x - m_area.left()) / cellSize), 0, m_columns - 1);
    }
    [[nodiscard]] int row(double y) const {
        return std::clamp(static_cast<int>((y - m_area.top()) / cellSize), 0, m_rows - 1);
    }
    [[nodiscard]] std::size_t cellOf(int x, int y) const {
        return static_cast<std::size_t>(y * m_columns + x);
    }

    QRectF m_area;
    int m_columns = 0, m_rows = 0;
    std::vector<std::vector<Sample>> m_cells;
};

struct Place {
    PlacedLabel label;
    double cost = 0;
    int covered = 0;
};

class Placement {
public:
    Placement(const GraphScene& scene, const GraphViewport& view, const QRectF& area, const Fonts& fonts)
        : m_scene(scene), m_view(view), m_area(area), m_fonts(fonts), m_samples(scene, view, area) {
        for (const SceneNode& node : scene.nodes) {
            const QRectF card = view.toScreen(node.card);
            if (card.intersects(area))
                m_cards.push_back(card.adjusted(-fromCards, -fromCards, fromCards, fromCards));
        }
        for (const SceneBox& box : scene.boxes)
            if (const QRectF title = titlePlace(box, view, fonts); title.intersects(area))
                m_cards.push_back(title);
    }

    void keepClear(const QRectF& plate) {
        m_plates.push_back(plate.adjusted(-fromPlates, -fromPlates, fromPlates, fromPlates));
    }

    [[nodiscard]] std::optional<Place> best(std::uint32_t edge, bool isLong) const {
        const SceneEdge& labelled = m_scene.edges[edge];
        const QSizeF size =
            plateSize(isLong ? labelled.longLabel : labelled.shortLabel, labelled.health, m_fonts);
        std::optional<Place> best;
        const auto consider = [&](QPointF anchor, QPointF offset, double cost) {
            PlacedLabel label{edge, isLong, anchor, offset, size};
            const QRectF plate = label.plate(m_view);
            if (!isFree(plate)) return;
            const int covered = m_samples.covered(plate, edge);
            const int near = m_samples.covered(plate.adjusted(0, -besideLine, 0, besideLine), edge) - covered;
            cost += covered + near * costOfNearLine;
            if (plate.contains(m_view.toScreen(labelled.route.tip()))) cost += costOfOwnTip;
            if (!best || cost < best->cost) best = Place{label, cost, covered};
        };
        // The room that the layout kept for it.
        if (labelled.route.label) consider({labelled.route.label->x, labelled.route.label->y}, {}, 0);
        if (labelled.tail == labelled.head) {
            const QRectF loop = labelled.bounds;
            const QPointF right(loop.right(), loop.center().y());
            const QPointF above(loop.center().x(), loop.top());
            consider(right, {size.width() / 2 + fromCards + 2, 0}, 0);
            consider(above, {0, -size.height() / 2 - fromCards}, costPerWay);
            return best;
        }
        for (const double along : alongTries) {
            const LayoutPoint point = pointOn(labelled.route, along);
            for (const double off : offTries)
                consider({point.x, point.y}, {0, off * m_fonts.scale},
                         costPerPixelOff * std::abs(off) + costPerWay * std::abs(along - 0.5));
        }
        return best;
    }

private:
    [[nodiscard]] bool isFree(const QRectF& plate) const {
        if (!m_area.adjusted(fromBorder, fromBorder, -fromBorder, -fromBorder).contains(plate)) return false;
        const auto hits = [&plate](const QRectF& taken) { return taken.intersects(plate); };
        return std::none_of(m_cards.begin(), m_cards.end(), hits) &&
               std::none_of(m_plates.begin(), m_plates.end(), hits);
    }

    const GraphScene& m_scene;
    const GraphViewport& m_view;
    QRectF m_area;
    const Fonts& m_fonts;
    SampleGrid m_samples;
    std::vector<QRectF> m_cards, m_plates; ///< with the distance to keep
};

std::size_t mostLabels(ZoomForm form, const QRectF& area, std::size_t edges) {
    switch (form) {
    case ZoomForm::Near:
        return edges;
    case ZoomForm::Middle:
        return std::clamp(static_cast<std::size_t>(area.width() * area.height() / areaPerLabel), leastMiddle,
                          mostMiddle);
    case ZoomForm::Far:
        return mostFar;
    }
    return edges;
}

} // namespace

QRectF PlacedLabel::plate(const GraphViewport& view) const {
    const QPointF middle = view.toScreen(anchor) + offset;
    return {middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()};
}

LabelCandidates labelCandidates(const GraphScene& scene, const GraphViewport& view, const QRectF& area,
                                const GraphHit& selected, const GraphHit& hovered) {
    LabelCandidates candidates;
    std::vector<bool> taken(scene.edges.size(), false);
    const auto take = [&](std::uint32_t edge) {
        if (taken[edge] || scene.edges[edge].shortLabel.empty()) return;
        taken[edge] = true;
        candidates.edges.push_back(edge);
    };
    for (const GraphHit* hit : {&hovered, &selected})
        if (const auto* edge = std::get_if<EdgeHit>(hit)) take(edge->edge);
    if (const auto* node = std::get_if<NodeHit>(&selected))
        for (const std::uint32_t edge : scene.byPain)
            if (scene.edges[edge].tail == node->node || scene.edges[edge].head == node->node) take(edge);
    candidates.favoured = candidates.edges.size();

    candidates.most = mostLabels(zoomFormOf(view.zoom), area, scene.edges.size());
    for (const std::uint32_t edge : scene.byPain) {
        if (candidates.edges.size() - candidates.favoured >= 2 * candidates.most) break;
        if (view.toScreen(scene.edges[edge].bounds).adjusted(-1, -1, 1, 1).intersects(area)) take(edge);
    }
    return candidates;
}

std::vector<PlacedLabel> placeLabels(const GraphScene& scene, const GraphViewport& view, const QRectF& area,
                                     const LabelCandidates& candidates, const Fonts& fonts) {
    Placement placement(scene, view, area, fonts);
    const ZoomForm form = zoomFormOf(view.zoom);
    const bool near = form == ZoomForm::Near;
    if (form == ZoomForm::Far) {
        // The names at the ends of labelled edges are the only ones that are written: they stay free.
        for (std::size_t i = 0; i < std::min(candidates.edges.size(), candidates.favoured + candidates.most);
             ++i)
            for (const std::uint32_t end :
                 {scene.edges[candidates.edges[i]].tail, scene.edges[candidates.edges[i]].head})
                placement.keepClear(
                    farNamePlace(scene.nodes[end], view.toScreen(scene.nodes[end].card), area, fonts));
    }
    std::vector<PlacedLabel> labels;
    for (std::size_t i = 0; i < candidates.edges.size(); ++i) {
        if (i >= candidates.favoured && labels.size() >= candidates.most) break;
        std::optional<Place> place;
        if (near || i < candidates.favoured) place = placement.best(candidates.edges[i], true);
        if (!place) place = placement.best(candidates.edges[i], false);
        if (!place || (i >= std::max(mayCoverLines, candidates.favoured) && place->covered > 0)) continue;
        placement.keepClear(place->label.plate(view));
        labels.push_back(place->label);
    }
    return labels;
}

std::optional<PlacedLabel> placeLabel(const GraphScene& scene, const GraphViewport& view, const QRectF& area,
                                      std::uint32_t edge, std::span<const PlacedLabel> placed,
                                      const Fonts& fonts) {
    if (scene.edges[edge].shortLabel.empty()) return std::nullopt;
    Placement placement(scene, view, area, fonts);
    for (const PlacedLabel& label : placed)
        if (label.edge != edge) placement.keepClear(label.plate(view));
    for (const bool isLong : {true, false})
        if (const std::optional<Place> place = placement.best(edge, isLong)) return place->label;
    return std::nullopt;
}

} // namespace hallway
