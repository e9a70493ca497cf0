// A small chart of bars in the theme's colours, without frame, legend or grid: bars of Qt Charts, an axis of
// our own, as its labels are tabular figures. For a few hundred bars at most.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "items/Inspection.h"

#include <QChartView>
#include <QString>

#include <vector>

class QBarSet;
class QStackedBarSeries;
class QValueAxis;

namespace hallway {

class BarChart : public QChartView {
    Q_OBJECT

public:
    /// One place on the axis. Heights are parts of the chart's height: `well` and `failed` stand on the base
    /// line, one on the other; `below` hangs under it.
    struct Bar {
        double well = 0, failed = 0, below = 0; ///< 0..1
        QString toolTip;
    };
    struct Tick {
        double at = 0; ///< 0..1 of the width
        QString label;
    };

    /// A line over the bars.
    struct Mark {
        double at = 0; ///< 0..1 of the width
        QString label;
        Qt::PenStyle style = Qt::SolidLine;
        bool isUncertain = false; ///< stands on too few calls
    };

    explicit BarChart(QWidget* parent = nullptr);

    /// `belowPart`: how much of the height the bars under the base line have, 0..1.
    void setBars(const std::vector<Bar>& bars, double belowPart);
    /// The most wanted first: a label that would touch an earlier one is left out.
    void setTicks(std::vector<Tick> ticks);
    /// Labels stand above the bars, the last one first where there is little room; what is left out keeps its
    /// line.
    void setMarks(std::vector<Mark> marks);
    virtual void setTheme(const Theme& theme);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    void setColors(const QColor& well, const QColor& failed);

private:
    void placePlot();
    void showToolTip(bool entered, int bar);
    [[nodiscard]] double axisHeight() const;
    [[nodiscard]] double markHeight() const; ///< room above the bars
    void drawMarks(QPainter& painter, const Fonts& fonts, const QRectF& plot, double base) const;

    Theme m_theme;
    KeptFonts m_fonts;
    QBarSet *m_well, *m_failed, *m_below;
    QStackedBarSeries* m_series;
    QValueAxis *m_places, *m_heights;
    double m_belowPart = 0;
    std::vector<Tick> m_ticks;
    std::vector<Mark> m_marks;
    QStringList m_toolTips;
};

} // namespace hallway
