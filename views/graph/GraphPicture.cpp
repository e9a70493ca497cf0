#include "graph/GraphPicture.h"

#include "graph/GraphLegend.h"
#include "graph/GraphPainter.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace hallway {

namespace {

constexpr double leastScale = 0.75;
constexpr double leastHeight = 120; // px, for an empty graph
constexpr double labelMargin = 24;  // px around the scene, for labels and marks at its border

} // namespace

Picture graphPicture(std::shared_ptr<const GraphScene> scene, PictureText text, const Theme& theme) {
    const Theme paper = theme.forPictures();
    const Fonts fonts(pictureFont());
    const QSizeF needed = scene->size + QSizeF(2 * labelMargin, 2 * labelMargin);
    const double room = PictureFrame::standardWidth - 2 * PictureFrame::margin;
    const double scale = std::clamp(room / needed.width(), leastScale, 1.0);
    const QSizeF content(needed.width() * scale, std::max(needed.height() * scale, leastHeight));

    // Labels are placed in the px of the layout: the whole drawing is scaled, so every card keeps its near
    // form.
    const QRectF area(QPointF(-labelMargin, -labelMargin), needed);
    const GraphViewport view;
    const std::vector<PlacedLabel> labels =
        placeLabels(*scene, view, area, labelCandidates(*scene, view, area, {}, {}), fonts);

    const QString title = text.title;
    const PictureFrame frame(std::move(text), graphPictureLegend(*scene, labels.size(), paper, fonts), paper,
                             fonts);
    const QSizeF size = frame.sizeFor(content);
    const auto paint = [scene = std::move(scene), frame, size, scale, area, labels, paper,
                        fonts](QPainter& painter) {
        frame.paint(painter, size);
        const QRectF place = frame.contentArea(size);
        painter.save();
        painter.translate(place.center());
        painter.scale(scale, scale);
        painter.translate(-area.center());
        GraphPainter(paper, fonts).paint(painter, *scene, GraphViewport{}, area, {}, labels);
        painter.restore();
    };
    return {size, title, paint};
}

} // namespace hallway
