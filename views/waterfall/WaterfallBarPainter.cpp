#include "waterfall/WaterfallBarPainter.h"

#include "common/Text.h"
#include "waterfall/WaterfallText.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hallway {
namespace {

/// The bar of a row, cut at the borders of the time column; nothing when it lies outside.
std::optional<QRectF> visibleBar(const WaterfallScene& scene, std::uint32_t row) {
    const WaterfallRow& shown = scene.rows->rows[row];
    const WaterfallGeometry& geometry = scene.geometry;
    QRectF bar = geometry.barRect(row, shown.from, shown.to);
    if (!scene.trace->spans[shown.span].hasDuration() && !shown.isFold()) {
        bar.setRight(std::max(bar.right(), bar.left() + 14));
    }
    const double left = geometry.timeLeft();
    const double right = geometry.area.right();
    if (bar.right() <= left || bar.left() >= right) {
        return std::nullopt;
    }
    bar.setLeft(std::max(bar.left(), left));
    bar.setRight(std::min(bar.right(), right));
    return bar;
}

} // namespace

QColor mixed(const QColor& color, const QColor& ground, double share) {
    const auto part = [&](int over, int under) {
        return static_cast<int>(std::lround(over * share + under * (1 - share)));
    };
    return {part(color.red(), ground.red()), part(color.green(), ground.green()),
            part(color.blue(), ground.blue())};
}

std::vector<EventGroup> eventGroups(const WaterfallTrace& trace, const WaterfallSpan& span,
                                    const TimeScale& scale) {
    std::vector<EventGroup> groups;
    const auto begin = trace.events.begin() + span.events.first;
    const auto end = begin + span.events.count;
    const auto before = [](const WaterfallEvent& event, Duration at) { return event.at < at; };
    auto event = std::lower_bound(begin, end, scale.window.from, before);
    for (; event != end && event->at <= scale.window.to; ++event) {
        const double x = scale.x(event->at);
        if (groups.empty() || x - groups.back().x > 4) {
            groups.push_back({x, 0, static_cast<std::uint32_t>(event - trace.events.begin()), false});
        }
        ++groups.back().count;
        groups.back().exception = groups.back().exception || event->exception;
    }
    return groups;
}

void paintSegments(QPainter& painter, const WaterfallSegment* first, const WaterfallSegment* end,
                   const TimeScale& scale, double top, double height, double leastWidth, double gap,
                   const QColor& color) {
    const double leftmost = scale.left - 6;
    const double rightmost = scale.left + scale.width + 14;
    const auto endsBefore = [](const WaterfallSegment& segment, Duration at) { return segment.to < at; };
    const WaterfallSegment* segment = std::lower_bound(first, end, scale.timeAt(leftmost), endsBefore);
    double drawnTo = leftmost;
    while (segment != end) {
        const double from = scale.x(segment->from);
        if (from > rightmost) {
            return;
        }
        double to = std::max(scale.x(segment->to), from + leastWidth);
        const double left = std::max(from, drawnTo);
        if (gap > 0 && to - left > 2 * gap) {
            to -= gap;
        }
        to = std::min(to, rightmost);
        if (to > left) {
            painter.fillRect(QRectF(left, top, to - left, height), color);
            drawnTo = to;
        }
        ++segment;
        if (segment != end &&
            scale.x(segment->to) + leastWidth <= drawnTo) { // many in one pixel: go to the next pixel
            segment = std::lower_bound(segment, end, scale.timeAt(drawnTo), endsBefore);
        }
    }
}

void WaterfallBarPainter::paintBar(QPainter& painter, const WaterfallScene& scene, std::uint32_t row) const {
    const std::optional<QRectF> bar = visibleBar(scene, row);
    if (!bar) {
        return;
    }
    const WaterfallRow& shown = scene.rows->rows[row];
    const WaterfallSpan& span = scene.trace->spans[shown.span];
    const QColor colour = barColour(scene, row, m_theme);
    const TimeScale scale = scene.geometry.scale();
    if (shown.isFold()) {
        const double inset = 2 * scene.geometry.unit;
        painter.fillRect(bar->adjusted(0, inset, 0, -inset), mixed(colour, m_theme.surface, 0.35));
        const WaterfallSegment* ticks = scene.rows->ticks.data() + shown.ticks.first;
        paintSegments(painter, ticks, ticks + shown.ticks.count, scale, bar->top(), bar->height(), 1, 1,
                      colour);
    } else if (span.childCount > 0) {
        painter.fillRect(*bar, mixed(colour, m_theme.surface, m_theme.isDark ? 0.45 : 0.38));
        const WaterfallSegment* own = scene.trace->segments.data() + span.selfTime.first;
        paintSegments(painter, own, own + span.selfTime.count, scale, bar->top(), bar->height(), 1, 0,
                      colour);
    } else {
        painter.fillRect(*bar, colour);
    }
    const QColor& ground = rowGround(scene, row, m_theme);
    if (!shown.isFold() && !span.hasDuration() && bar->right() < scene.geometry.area.right()) {
        paintTornEnd(painter, *bar, ground);
    }
    if (shown.failure == SpanFailure::StartsHere) {
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(m_theme.failing, 1.5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar->adjusted(-0.75, -0.75, 0.75, 0.75));
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

void WaterfallBarPainter::paintTornEnd(QPainter& painter, const QRectF& bar, const QColor& ground) const {
    const double tooth = 3;
    QPainterPath teeth(bar.topRight() + QPointF(0.5, 0));
    bool inner = true;
    for (double y = bar.top(); y <= bar.bottom() + 0.01; y += bar.height() / 4, inner = !inner) {
        teeth.lineTo(bar.right() - (inner ? tooth : 0), y);
    }
    teeth.lineTo(bar.bottomRight() + QPointF(0.5, 0));
    teeth.closeSubpath();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.fillPath(teeth, ground);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void WaterfallBarPainter::paintEvents(QPainter& painter, const WaterfallScene& scene,
                                      std::uint32_t row) const {
    const WaterfallRow& shown = scene.rows->rows[row];
    const WaterfallSpan& span = scene.trace->spans[shown.span];
    if (span.events.count == 0 || shown.isFold()) {
        return;
    }
    const double top = scene.geometry.rowTop(row) + 5 * scene.geometry.unit;
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const EventGroup& group : eventGroups(*scene.trace, span, scene.geometry.scale())) {
        if (group.exception) {
            painter.setPen(QPen(m_theme.surface, 0.8));
            painter.setBrush(m_theme.failing);
            const QPointF triangle[] = {
                {group.x - 3.5, top - 2.5}, {group.x + 3.5, top - 2.5}, {group.x, top + 3}};
            painter.drawPolygon(triangle, 3);
        } else {
            painter.setPen(QPen(m_theme.text, 1));
            painter.setBrush(m_theme.surface);
            const QPointF diamond[] = {{group.x, top - 3.5},
                                       {group.x + 3.2, top - 0.3},
                                       {group.x, top + 2.9},
                                       {group.x - 3.2, top - 0.3}};
            painter.drawPolygon(diamond, 4);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void WaterfallBarPainter::paintLabel(QPainter& painter, const WaterfallScene& scene,
                                     std::uint32_t row) const {
    const WaterfallRow& shown = scene.rows->rows[row];
    const WaterfallSpan& span = scene.trace->spans[shown.span];
    const std::optional<QRectF> bar = visibleBar(scene, row);
    if (!bar) {
        return;
    }
    const double unit = scene.geometry.unit;
    const QString text = barText(span, shown);
    const double width = figuresWidth(text, m_fonts.small);
    const LabelSpot spot = placeLabel(*bar, width, scene.geometry.timeLeft(), scene.geometry.area.right());
    const double middle = scene.geometry.rowRect(row).center().y();
    const double base = std::round(middle + 4 * unit);
    const double left = std::round(
        spot.left + (shown.failure == SpanFailure::StartsHere && spot.place == LabelPlace::Right ? 1 : 0));
    const bool selected = scene.selectedRow == row;
    if (spot.place == LabelPlace::Inside) {
        if (bar->width() < width + 12) {
            return; // a bar cut by both borders of a narrow column: the tree and the tooltip still say it
        }
        const QRectF plate(left - 4, bar->top() + 1, width + 8, bar->height() - 2);
        painter.fillRect(plate, m_theme.surface);
        drawFigures(painter, {left, base - 0.5}, text, m_fonts.hint, m_theme.text);
        return;
    }
    // A plate of the row's ground instead of a stroked halo: it hides grid and links just as well and costs
    // nothing.
    painter.fillRect(QRectF(left - 2, bar->top() - 1, width + 4, bar->height() + 1),
                     rowGround(scene, row, m_theme));
    drawFigures(painter, {left, base}, text, m_fonts.small, selected ? m_theme.selectText : m_theme.text2);
}

} // namespace hallway
