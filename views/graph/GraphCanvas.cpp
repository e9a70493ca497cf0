#include "graph/GraphCanvas.h"

#include "common/Text.h"
#include "common/ViewKeys.h"
#include "graph/GraphLegend.h"
#include "graph/GraphTooltip.h"

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace hallway {

namespace {

constexpr double stripHeight = 24;                              // px
constexpr int flightTime = 140, dimTime = 80, settleTime = 120; // ms
constexpr qint64 slowPaint = 10'000'000;                        // ns

} // namespace

GraphCanvas::GraphCanvas(QWidget* parent) : QWidget(parent), m_fonts(font()) {
    tellAccessibleParts(); // before anything is told of this widget
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Service graph"));
    declareKeys(*this, {{Qt::Key_P, tr("Pin the selected card, or not")},
                        {Qt::Key_F, tr("Frame the selection, again: everything")},
                        {Qt::Key_E, tr("Next failing edge")},
                        {Qt::SHIFT | Qt::Key_E, tr("Previous failing edge")},
                        {Qt::Key_W, tr("Zoom in")},
                        {Qt::Key_S, tr("Zoom out")},
                        {Qt::Key_A, tr("Pan left")},
                        {Qt::Key_D, tr("Pan right")},
                        {Qt::Key_Left, tr("To the left, or the caller")},
                        {Qt::Key_Right, tr("To the right, or the callee")},
                        {Qt::Key_Up, tr("Above")},
                        {Qt::Key_Down, tr("Below")},
                        {Qt::Key_Return, tr("Focus the service, or the calls of the edge")}});

    m_flight.setStartValue(0.0);
    m_flight.setEndValue(1.0);
    m_flight.setDuration(flightTime);
    m_flight.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_flight, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& way) { look(between(m_from, m_to, way.toDouble())); });
    m_dimming.setStartValue(0.0);
    m_dimming.setEndValue(1.0);
    m_dimming.setDuration(dimTime);
    connect(&m_dimming, &QVariantAnimation::valueChanged, this, [this] { update(); });
    m_settled.setSingleShot(true);
    m_settled.setInterval(settleTime);
    connect(&m_settled, &QTimer::timeout, this, [this] {
        m_moving = false;
        placeLabelsNow();
        update();
    });
}

GraphCanvas::~GraphCanvas() = default;

void GraphCanvas::setScene(std::shared_ptr<const GraphScene> scene, std::optional<NodeId> focusRoot) {
    const bool samePlace = m_scene && scene && m_scene->plainSize == scene->plainSize &&
                           m_scene->visible == scene->visible &&
                           m_scene->stage.direction == scene->stage.direction;
    m_flight.stop();
    // What was put elsewhere by hand moves everything; the rest stays where the person looks.
    if (samePlace) m_view = m_view.movedBy((m_scene->shift - scene->shift) * m_view.zoom);
    m_dragging.reset();
    m_draggedNode.reset();
    m_found = {};
    m_scene = std::move(scene);
    m_focusRoot = focusRoot;
    m_hovered = {};
    m_hoverLabel.reset();
    m_selected = hitOf(m_choice);
    announceNewParts(*this);
    if (!samePlace) {
        fitAll();
        m_flight.stop(); // a new layout jumps
        if (m_scene) look(wholeView());
        m_fitted = true;
    }
    placeLabelsNow();
    update();
}

void GraphCanvas::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

void GraphCanvas::setFound(Neighbourhood found) {
    m_found = std::move(found);
    update();
}

QPointF GraphCanvas::placeOf(std::uint32_t node) const {
    return drawn().nodes[node].card.center() - m_scene->shift;
}

void GraphCanvas::togglePlace() {
    if (const auto* const node = std::get_if<NodeHit>(&m_selected))
        emit placeToggled(m_scene->nodes[node->node].id, placeOf(node->node));
}

void GraphCanvas::dragNode(QPointF to) {
    m_dragging = withNodeAt(*m_scene, *m_draggedNode, m_view.toScene(to) - m_grip);
    m_labels.clear(); // they would stay where the edges were
    update();
}

void GraphCanvas::dropNode() {
    const NodeId node = m_scene->nodes[*m_draggedNode].id;
    const QPointF place = placeOf(*m_draggedNode);
    m_draggedNode.reset();
    // The owner answers with a scene; until then it is shown where it was dropped.
    emit nodeMoved(node, place);
}

void GraphCanvas::setMotion(bool on) { m_motion = on; }

void GraphCanvas::setSelection(const GraphChoice& choice) {
    if (choice == m_choice) return;
    m_choice = choice;
    m_selected = hitOf(choice);
    announceChosenPart(*this);
    reveal(m_selected);
    placeLabelsNow();
    update();
}

QRectF GraphCanvas::graphArea() const {
    const QRectF whole = rect();
    return whole.adjusted(0, 0, 0, -std::min(stripHeight * m_fonts.scale, whole.height() / 4));
}

GraphHit GraphCanvas::hitAt(QPointF at) const {
    if (!m_scene || !graphArea().contains(at)) return {};
    const GraphHit hit = hitTest(*m_scene, m_view, at);
    if (std::holds_alternative<NodeHit>(hit)) return hit;
    for (const PlacedLabel& label : m_labels)
        if (label.plate(m_view).contains(at)) return EdgeHit{label.edge};
    return hit;
}

GraphHit GraphCanvas::hitOf(const GraphChoice& choice) const {
    if (!m_scene) return {};
    if (const auto* node = std::get_if<NodeId>(&choice)) {
        if (const auto index = m_scene->visible.indexOf(*node))
            return NodeHit{static_cast<std::uint32_t>(*index)};
    } else if (const auto* edge = std::get_if<EdgeId>(&choice)) {
        if (const auto index = m_scene->visible.indexOf(*edge))
            return EdgeHit{static_cast<std::uint32_t>(*index)};
    }
    return {};
}

GraphChoice GraphCanvas::choiceOf(const GraphHit& hit) const {
    if (const auto* node = std::get_if<NodeHit>(&hit)) return m_scene->nodes[node->node].id;
    if (const auto* edge = std::get_if<EdgeHit>(&hit)) return m_scene->edges[edge->edge].id;
    return {};
}

void GraphCanvas::choose(const GraphHit& hit) {
    const GraphChoice choice = choiceOf(hit);
    if (choice == m_choice) return;
    m_choice = choice;
    m_selected = hit;
    announceChosenPart(*this);
    reveal(hit);
    placeLabelsNow();
    update();
    if (const auto* node = std::get_if<NodeHit>(&hit)) {
        setAccessibleDescription(nodeSummary(*m_scene, m_scene->nodes[node->node]));
        emit nodeSelected(m_scene->nodes[node->node].id);
    } else if (const auto* edge = std::get_if<EdgeHit>(&hit)) {
        setAccessibleDescription(edgeSummary(*m_scene, m_scene->edges[edge->edge]));
        emit edgeSelected(m_scene->edges[edge->edge].id);
    } else {
        setAccessibleDescription({});
        emit selectionCleared();
    }
}

void GraphCanvas::activate(const GraphHit& hit) {
    const GraphChoice choice = choiceOf(hit);
    if (const auto* node = std::get_if<NodeId>(&choice)) emit nodeActivated(*node);
    if (const auto* edge = std::get_if<EdgeId>(&choice)) emit edgeActivated(*edge);
}

void GraphCanvas::hover(const GraphHit& hit) {
    if (hit == m_hovered) return;
    const bool wasNothing = std::holds_alternative<std::monostate>(m_hovered);
    m_hovered = hit;
    m_hoverLabel.reset();
    if (const auto* edge = std::get_if<EdgeHit>(&hit))
        m_hoverLabel = placeLabel(*m_scene, m_view, graphArea(), edge->edge, m_labels, m_fonts);
    setCursor(std::holds_alternative<std::monostate>(hit) ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (wasNothing && m_motion) {
        m_dimming.stop();
        m_dimming.start();
    }
    update();
}

void GraphCanvas::stepFailing(bool forward) {
    if (!m_scene) return;
    std::vector<std::uint32_t> failing;
    for (const std::uint32_t edge : m_scene->byPain)
        if (m_scene->edges[edge].health >= Health::Degraded) failing.push_back(edge);
    if (failing.empty()) return;
    std::size_t next = forward ? 0 : failing.size() - 1;
    if (const auto* selected = std::get_if<EdgeHit>(&m_selected)) {
        const auto found = std::find(failing.begin(), failing.end(), selected->edge);
        if (found != failing.end()) {
            const auto at = static_cast<std::size_t>(found - failing.begin());
            next = (at + (forward ? 1 : failing.size() - 1)) % failing.size();
        }
    }
    choose(EdgeHit{failing[next]});
}

void GraphCanvas::placeLabelsNow() {
    m_labels.clear();
    m_labelsWanted = 0;
    if (!m_scene) return;
    const LabelCandidates candidates = labelCandidates(*m_scene, m_view, graphArea(), m_selected, {});
    m_labels = placeLabels(*m_scene, m_view, graphArea(), candidates, m_fonts);
    m_labelsWanted = static_cast<std::size_t>(
        std::count_if(m_scene->edges.begin(), m_scene->edges.end(),
                      [](const SceneEdge& edge) { return !edge.shortLabel.empty(); }));
}

void GraphCanvas::paintEvent(QPaintEvent* event) {
    QElapsedTimer clock;
    clock.start();
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.canvas);
    if (!m_scene) return;
    const bool smooth = !(m_moving && m_slow);
    painter.setRenderHint(QPainter::Antialiasing, smooth);
    std::vector<PlacedLabel> shown = m_labels;
    if (m_hoverLabel) {
        std::erase_if(shown, [this](const PlacedLabel& label) { return label.edge == m_hoverLabel->edge; });
        shown.push_back(*m_hoverLabel);
    }
    const double dimming =
        m_dimming.state() == QAbstractAnimation::Running ? m_dimming.currentValue().toDouble() : 1;
    painter.setClipRect(graphArea());
    GraphPainter(m_theme, m_fonts)
        .paint(painter, drawn(), m_view, graphArea(), {m_selected, m_hovered, m_found, dimming}, shown,
               m_focusRoot);
    if (const auto map = minimap()) paintMinimap(painter, *map, *m_scene, m_view, graphArea(), m_theme);
    if (m_scene->edges.empty() && m_scene->visible.weak.edges == 0)
        drawText(painter, {width() / 2.0, 28 * m_fonts.scale},
                 tr("These traces stay inside one service, so there are no calls to draw."), m_fonts.subject,
                 m_theme.text2, TextAlign::Centre);
    painter.setClipping(false);
    painter.setRenderHint(QPainter::Antialiasing);
    paintStrip(painter);
    if (hasFocus() && m_focusByKeyboard) {
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
    if (smooth) m_slow = clock.nsecsElapsed() > slowPaint;
}

void GraphCanvas::paintStrip(QPainter& painter) const {
    const double unit = m_fonts.scale;
    const double top = graphArea().bottom();
    const double middle = (top + height()) / 2;
    painter.fillRect(QRectF(0, top, width(), height() - top), m_theme.canvas);
    const QString counts = m_labels.size() == m_labelsWanted
                               ? tr("labels: all %1").arg(m_labelsWanted)
                               : tr("labels: %1 worst of %2").arg(m_labels.size()).arg(m_labelsWanted);
    const double right = width() - 12 * unit;
    double room = right;
    if (m_labelsWanted > 0) {
        drawFigures(painter, {right, middle + 4 * unit}, counts, m_fonts.hint, m_theme.text2,
                    TextAlign::Right);
        room -= figuresWidth(counts, m_fonts.hint) + 16 * unit;
    }
    double x = 12 * unit;
    for (const LegendEntry& entry :
         graphStripLegend(m_theme, m_fonts, m_scene ? m_scene->measure : LabelMeasure::P99)) {
        const double words = figuresWidth(entry.text, m_fonts.hint);
        if (x + entry.swatchWidth + 6 * unit + words > room) break;
        painter.save();
        entry.swatch(painter, {x, middle});
        painter.restore();
        drawFigures(painter, {x + entry.swatchWidth + 6 * unit, middle + 4 * unit}, entry.text, m_fonts.hint,
                    m_theme.text2);
        x += entry.swatchWidth + words + 20 * unit;
    }
}

} // namespace hallway
