#include "charts/BarChart.h"

#include "common/Fonts.h"
#include "common/Text.h"

#include <QBarSet>
#include <QChart>
#include <QCursor>
#include <QGraphicsLayout>
#include <QLegend>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hallway {

namespace {

constexpr double plotHeight = 46, axisRoom = 18, baseLineRoom = 14, labelGap = 8, barShare = 0.88,
                 markRoom = 14;

QBarSet* plainSet() {
    auto* set = new QBarSet(QString());
    set->setPen(Qt::NoPen);
    set->setBorderColor(Qt::transparent);
    return set;
}

} // namespace

BarChart::BarChart(QWidget* parent)
    : QChartView(parent), m_well(plainSet()), m_failed(plainSet()), m_below(plainSet()),
      m_series(new QStackedBarSeries(this)), m_places(new QValueAxis(this)), m_heights(new QValueAxis(this)) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundBrush(Qt::NoBrush);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);

    m_series->append({m_well, m_failed, m_below});
    m_series->setBarWidth(barShare);
    chart()->addSeries(m_series);
    for (QValueAxis* axis : {m_places, m_heights})
        axis->setVisible(false);
    chart()->addAxis(m_places, Qt::AlignBottom);
    chart()->addAxis(m_heights, Qt::AlignLeft);
    m_series->attachAxis(m_places);
    m_series->attachAxis(m_heights);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    for (const QBarSet* set : {m_well, m_failed, m_below})
        connect(set, &QBarSet::hovered, this, &BarChart::showToolTip);
    setTheme(Theme::light());
}

void BarChart::setBars(const std::vector<Bar>& bars, double belowPart) {
    m_belowPart = belowPart;
    m_toolTips.clear();
    QList<qreal> well, failed, below;
    for (const Bar& bar : bars) {
        well << bar.well * (1 - belowPart);
        failed << bar.failed * (1 - belowPart);
        below << -bar.below * belowPart;
        m_toolTips << bar.toolTip;
    }
    const auto fill = [](QBarSet* set, const QList<qreal>& values) {
        set->remove(0, set->count());
        set->append(values);
    };
    fill(m_well, well);
    fill(m_failed, failed);
    fill(m_below, below);
    m_places->setRange(-0.5, std::max(0.5, static_cast<double>(bars.size()) - 0.5));
    m_heights->setRange(-belowPart, 1 - belowPart);
    viewport()->update();
}

void BarChart::setTicks(std::vector<Tick> ticks) {
    m_ticks = std::move(ticks);
    viewport()->update();
}

void BarChart::setMarks(std::vector<Mark> marks) {
    m_marks = std::move(marks);
    updateGeometry();
    placePlot();
    viewport()->update();
}

void BarChart::setTheme(const Theme& theme) {
    m_theme = theme;
    viewport()->update();
}

void BarChart::setColors(const QColor& well, const QColor& failed) {
    m_well->setColor(well);
    m_failed->setColor(failed);
    m_below->setColor(failed);
}

QSize BarChart::sizeHint() const {
    return {256, qRound((plotHeight + axisRoom) * m_fonts.of(font()).scale + markHeight())};
}

QSize BarChart::minimumSizeHint() const { return {0, sizeHint().height()}; }

double BarChart::markHeight() const { return m_marks.empty() ? 0 : markRoom * m_fonts.of(font()).scale; }

double BarChart::axisHeight() const { return axisRoom * m_fonts.of(font()).scale; }

void BarChart::placePlot() {
    const QRectF whole(viewport()->rect());
    chart()->setPlotArea(whole.adjusted(0, markHeight(), 0, -axisHeight()));
}

void BarChart::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    placePlot();
}

/// Scrolling belongs to what the chart stands in.
void BarChart::wheelEvent(QWheelEvent* event) { event->ignore(); }

void BarChart::showToolTip(bool entered, int bar) {
    if (entered && bar >= 0 && bar < m_toolTips.size())
        QToolTip::showText(QCursor::pos(), m_toolTips[bar], this);
    else
        QToolTip::hideText();
}

void BarChart::drawForeground(QPainter* painter, const QRectF&) {
    const Fonts& fonts = m_fonts.of(font());
    const QRectF plot = chart()->plotArea();
    painter->save();
    painter->resetTransform();
    const double base = std::round(plot.bottom() - plot.height() * m_belowPart);
    painter->fillRect(QRectF(plot.left(), base, plot.width(), 1), m_theme.line2);
    drawMarks(*painter, fonts, plot, base);
    std::vector<std::pair<double, double>> taken;
    for (const Tick& tick : m_ticks) {
        const double width = figuresWidth(tick.label, fonts.hint), gap = labelGap * fonts.scale;
        const double x = std::clamp(plot.left() + tick.at * plot.width() - width / 2, plot.left(),
                                    std::max(plot.left(), plot.right() - width));
        const bool touches = std::any_of(taken.begin(), taken.end(), [&](const auto& other) {
            return x < other.second + gap && other.first < x + width + gap;
        });
        if (touches) continue;
        taken.emplace_back(x, x + width);
        drawFigures(*painter, {x, plot.bottom() + baseLineRoom * fonts.scale}, tick.label, fonts.hint,
                    m_theme.text2);
    }
    painter->restore();
}

void BarChart::drawMarks(QPainter& painter, const Fonts& fonts, const QRectF& plot, double base) const {
    double free = plot.right(); // labels stand from here to the left
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark) {
        const double x = std::round(plot.left() + mark->at * plot.width()) + 0.5;
        const QColor& color = mark->isUncertain ? m_theme.text3 : m_theme.path;
        painter.setPen(QPen(color, 1, mark->style));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, base));
        const double width = figuresWidth(mark->label, fonts.hint);
        const double left =
            std::clamp(x - width / 2, plot.left(), std::max(plot.left(), plot.right() - width));
        if (left + width > free) continue;
        drawFigures(painter, {left, plot.top() - 3 * fonts.scale}, mark->label, fonts.hint, color);
        free = left - 4 * fonts.scale;
    }
}

} // namespace hallway
