// The painted part of the waterfall: minimap, ruler, tree and bars, with mouse and keys.
#pragma once

#include "base/FormatText.h"
#include "common/Fonts.h"
#include "common/Theme.h"
#include "waterfall/WaterfallPainter.h"
#include "waterfall/WaterfallState.h"

#include <QAbstractScrollArea>
#include <QVariantAnimation>

#include <memory>
#include <optional>
#include <vector>

namespace hallway {

/// What a person may copy of a span. The owner knows the texts.
enum class SpanCopy : std::uint8_t { IdOfSpan, IdOfTrace, Name, Length };

/// Keys: arrows walk rows and open them, W S zoom and A D pan (by place on the keyboard), E next failure, `.`
/// `,` next and previous call of the edge, F frame and fit, Enter activates, Home and End, PageUp and
/// PageDown.
class WaterfallCanvas : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit WaterfallCanvas(QWidget* parent = nullptr);

    void setTrace(std::shared_ptr<const WaterfallTrace> trace); ///< null = none
    void reveal(SpanRow span);                                  ///< emits nothing
    void setEdgeCalls(const std::vector<SpanRow>& spans);       ///< in any order, of any traces
    void setMatches(const std::vector<std::uint32_t>& spans);   ///< indices into the trace
    void setTheme(const Theme& theme);
    void setMotion(bool on) { m_motion = on; }
    void setCriticalPath(bool on);
    void setFoldSiblings(bool on);
    /// As if the person had chosen it: emits spanSelected.
    void choose(std::uint32_t span);

    [[nodiscard]] const WaterfallState& state() const { return m_state; }
    [[nodiscard]] std::optional<SpanRow> selectedSpan() const;
    [[nodiscard]] bool showsCriticalPath() const { return m_criticalPath; }

signals:
    void spanSelected(hallway::SpanRow span);
    void spanActivated(hallway::SpanRow span);
    void copyRequested(hallway::SpanRow span, hallway::SpanCopy what);
    void edgeCallsLeft(bool forward);
    void criticalPathToggled(bool on);
    void foldSiblingsToggled(bool on);
    void timePointed(std::optional<hallway::Timestamp> time);
    void exportRequested();

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    enum class Grip : std::uint8_t { None, Splitter, Time, MinimapFrame, MinimapFrom, MinimapTo };
    struct Drag {
        Grip grip = Grip::None;
        QPointF from;
        TimeWindow window;
        double scroll = 0;
        bool moved = false;
    };

    [[nodiscard]] Grip gripAt(QPointF position) const;
    [[nodiscard]] Duration whole() const;
    void dragTo(QPointF position);
    void layOut();  ///< after a change of size, font or rows: scroll bar, minimap
    void changed(); ///< after a change of the state: repaint
    void selectionChanged(std::optional<std::uint32_t> before);
    void showWindow(const TimeWindow& window, bool animated);
    void zoomBy(double factor, Duration anchor, bool animated);
    void panBy(double share);
    bool handleNavigation(const QKeyEvent& event);
    void goToFailure(bool forward);
    void goToEdgeCall(bool forward);
    void showTip(QPoint global, QPointF position);
    void hover(std::optional<QPointF> position);
    [[nodiscard]] QString describe(std::uint32_t span) const;

    WaterfallState m_state;
    Theme m_theme;
    Fonts m_fonts;
    std::vector<SpanRow> m_edgeCallRows;
    std::vector<bool> m_edgeCalls, m_matches; ///< by span
    QImage m_minimap;
    std::uint64_t m_minimapVersion = 0;
    std::optional<std::uint32_t> m_hovered;
    std::optional<QPointF> m_pointer;
    Drag m_drag;
    QVariantAnimation m_animation;
    TimeWindow m_animationFrom, m_animationTo;
    bool m_motion = true, m_criticalPath = true, m_focusByKeyboard = false, m_layingOut = false;
};

} // namespace hallway
