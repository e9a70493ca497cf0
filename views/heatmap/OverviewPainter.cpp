#include "heatmap/OverviewPainter.h"

#include "common/Text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hallway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

} // namespace

void OverviewPainter::paint(QPainter& painter, const OverviewScene& scene) const {
    const OverviewGeometry& geometry = scene.geometry;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(geometry.area, m_theme.surface);
    if (scene.overview->requests.empty()) {
        return;
    }
    const QRectF plot = geometry.plot();
    if (scene.range) {
        const double left = std::round(geometry.xOf(scene.range->from));
        const double right = std::round(geometry.xOf(scene.range->to));
        painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), m_theme.band);
    }
    paintBars(painter, scene);
    paintAxis(painter, scene);
    paintLabel(painter, scene);
    if (scene.pointerX) {
        painter.fillRect(QRectF(std::round(*scene.pointerX), plot.top(), 1, plot.height()), m_theme.text3);
    }
    if (scene.range) {
        for (const Timestamp at : {scene.range->from, scene.range->to}) {
            painter.fillRect(QRectF(std::round(geometry.xOf(at)), plot.top(), 1, plot.height()),
                             m_theme.accent);
            painter.setRenderHint(QPainter::Antialiasing, true);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.accent);
            painter.drawRoundedRect(geometry.gripRect(at), 2, 2);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    }
    if (scene.focus) {
        painter.setPen(QPen(m_theme.accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(geometry.area.adjusted(1, 1, -1, -1));
    }
}

void OverviewPainter::paintBars(QPainter& painter, const OverviewScene& scene) const {
    const OverviewGeometry& geometry = scene.geometry;
    const Overview& overview = *scene.overview;
    const double middle = geometry.middle();
    const double up = middle - geometry.plot().top() - 4;
    const double down = 9 * geometry.unit;
    const double mostRequests =
        std::max<double>(1, *std::max_element(overview.requests.begin(), overview.requests.end()));
    const double mostFailed =
        std::max<double>(1, *std::max_element(overview.failed.begin(), overview.failed.end()));
    for (std::size_t i = 0; i < overview.requests.size(); ++i) {
        const TimeRange bin = overview.bin(i);
        const double left = std::round(geometry.xOf(bin.from));
        const double right = std::round(geometry.xOf(bin.to));
        const double width = std::max(1.0, right - left - (right - left >= 3 ? 1 : 0));
        const bool inside = scene.range && bin.from < scene.range->to && bin.to > scene.range->from;
        if (overview.requests[i] > 0) {
            const double height = std::max(1.0, std::round(up * overview.requests[i] / mostRequests));
            painter.fillRect(QRectF(left, middle - height, width, height),
                             inside ? m_theme.text3 : m_theme.line2);
        }
        if (overview.failed[i] > 0) {
            const double height = std::max(1.0, std::round(down * overview.failed[i] / mostFailed));
            painter.fillRect(QRectF(left, middle + 1, width, height), m_theme.failing);
        }
    }
    painter.fillRect(QRectF(geometry.plot().left(), middle, geometry.plot().width(), 1), m_theme.line2);
}

void OverviewPainter::paintAxis(QPainter& painter, const OverviewScene& scene) const {
    const OverviewGeometry& geometry = scene.geometry;
    const QRectF plot = geometry.plot();
    const double base = std::round(plot.bottom() - 2);
    double free = plot.left();
    for (const AxisTick& tick :
         clockTicks(geometry.capture, plot.left(), plot.width(), 120 * geometry.unit, scene.offset)) {
        const double width = figuresWidth(tick.text, m_fonts.hint);
        const double x = std::round(tick.position);
        const double left = x + 3 + width <= plot.right() ? x + 3 : x - 3 - width;
        painter.fillRect(QRectF(x, base - 8 * geometry.unit, 1, 10 * geometry.unit), m_theme.line2);
        if (left >= free) {
            drawFigures(painter, {left, base}, tick.text, m_fonts.hint, m_theme.text2);
            free = left + width + 8;
        }
    }
}

void OverviewPainter::paintLabel(QPainter& painter, const OverviewScene& scene) const {
    const QRectF label = scene.geometry.label();
    const double unit = scene.geometry.unit;
    if (label.isEmpty()) {
        return;
    }
    const Duration bin = scene.overview->bin(0).to - scene.overview->bin(0).from;
    const QString text = Words::tr("Requests per %1").arg(intervalText(bin));
    drawText(painter, {label.left(), std::round(label.top() + 16 * unit)},
             elided(text, m_fonts.small, label.width()), m_fonts.small, m_theme.text2);
    drawText(painter, {label.left(), std::round(label.top() + 31 * unit)},
             elided(Words::tr("failed below"), m_fonts.small, label.width()), m_fonts.small, m_theme.text3);
}

} // namespace hallway
