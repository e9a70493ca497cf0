// Requests and failures over the whole capture; a drag makes the time range every view shows.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "heatmap/OverviewGeometry.h"
#include "heatmap/OverviewPainter.h"

#include <QWidget>

#include <optional>

namespace hallway {

/// Keys: Enter makes a range in the middle, Left and Right move it, with Shift its end, with Ctrl its start;
/// Home and End push it to the ends of the capture; Esc clears it.
class OverviewStrip : public QWidget {
    Q_OBJECT
public:
    explicit OverviewStrip(QWidget* parent = nullptr);

    /// An Overview without bins empties the strip. The range is kept where it still overlaps.
    void setOverview(const Overview& overview);
    /// Nothing, or everything, clears it. Emits nothing.
    void setRange(std::optional<TimeRange> range);
    void setTheme(const Theme& theme);
    void setUtcOffset(format::UtcOffset offset); ///< nullptr = UTC

    [[nodiscard]] std::optional<TimeRange> range() const { return m_range; }
    /// Bins worth asking overviewOf for at the present width.
    [[nodiscard]] std::size_t binsWanted() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// While a drag goes on it is not sent; once at its end.
    void rangeChanged(const std::optional<hallway::TimeRange>& range);
    /// While a drag goes on, for a chip that follows.
    void rangeDragged(const std::optional<hallway::TimeRange>& range);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] OverviewGeometry geometryNow() const;
    void change(std::optional<TimeRange> range);

    struct Drag {
        OverviewHandle handle = OverviewHandle::None;
        Timestamp pressed;
        double pressedX = 0;
        std::optional<TimeRange> before;
    };
    Overview m_overview;
    std::optional<TimeRange> m_range;
    std::optional<Drag> m_drag;
    std::optional<double> m_hoverX;
    Theme m_theme;
    KeptFonts m_fonts;
    format::UtcOffset m_offset = nullptr;
    bool m_focusByKeyboard = false;
};

} // namespace hallway
