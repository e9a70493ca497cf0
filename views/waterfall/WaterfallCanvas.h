// The painted part of the waterfall: minimap, ruler, tree and bars, with mouse and keys.
#pragma once

#include "base/FormatText.h"
#include "common/AccessibleParts.h"
#include "common/Fonts.h"
#include "common/Theme.h"
#include "waterfall/WaterfallActions.h"
#include "waterfall/WaterfallPainter.h"
#include "waterfall/WaterfallState.h"

#include <QAbstractScrollArea>
#include <QVariantAnimation>

#include <memory>
#include <optional>
#include <vector>

namespace hallway {

/// What a person may copy of a span. The owner knows the texts.
enum class SpanCopy : std::uint8_t { Line, IdOfSpan, IdOfTrace, Name, Length, Subtree };
/// What a person may filter by: the owner knows the condition.
enum class SpanFilter : std::uint8_t { Service, Operation, Value };

/// Keys: arrows walk rows and open them, W S zoom and A D pan (by place on the keyboard), `.` `,` next and
/// previous call of the edge, Enter opens a fold, goes into a subtree or activates a leaf, Home and End,
/// PageUp and PageDown; all others are WaterfallActions. Shift and drag measures, Esc ends that.
class WaterfallCanvas : public QAbstractScrollArea, public AccessibleParts {
    Q_OBJECT
public:
    explicit WaterfallCanvas(QWidget* parent = nullptr);

    void setTrace(std::shared_ptr<const WaterfallTrace> trace); ///< null = none
    void reveal(SpanRow span);                                  ///< emits nothing
    void leaveSpan();                                           ///< none is selected; emits nothing
    void setEdgeCalls(const std::vector<SpanRow>& spans);       ///< in any order, of any traces
    /// Found by the search: indices into the trace.
    void setMatches(const std::vector<std::uint32_t>& spans);
    /// By span: what the filter finds; null = no filter.
    void setFilter(std::shared_ptr<const std::vector<bool>> matches);
    /// Null = not known. Made for the trace that is shown.
    void setFacts(std::shared_ptr<const WaterfallFacts> facts);
    void setColours(WaterfallColours colours); ///< made for the trace that is shown
    void setTheme(const Theme& theme);
    void setMotion(bool on) { m_motion = on; }
    void setCriticalPath(bool on);
    void setFoldSiblings(bool on);
    void setHidesOthers(bool on);
    /// Shows only this subtree; TreeSpan::none = everything.
    void showSubtree(std::uint32_t span);
    void showWindow(const TimeWindow& window, bool animated);
    /// As if the person had chosen it: emits spanSelected.
    void choose(std::uint32_t span);

    [[nodiscard]] const WaterfallState& state() const { return m_state; }
    [[nodiscard]] std::optional<SpanRow> selectedSpan() const;
    [[nodiscard]] bool showsCriticalPath() const { return m_criticalPath; }
    [[nodiscard]] const WaterfallColours& colours() const { return m_colours; }
    [[nodiscard]] const std::optional<TimeWindow>& measured() const { return m_measured; }
    [[nodiscard]] WaterfallActions& commands() { return *m_commands; }
    [[nodiscard]] int partCount() const override;
    [[nodiscard]] AccessiblePart part(int index) const override; ///< a row
    [[nodiscard]] std::optional<int> chosenPart() const override;
    void choosePart(int index) override;

signals:
    void spanSelected(hallway::SpanRow span);
    void spanActivated(hallway::SpanRow span);
    void copyRequested(hallway::SpanRow span, hallway::SpanCopy what);
    void filterRequested(hallway::SpanRow span, hallway::SpanFilter what);
    void linksRequested(hallway::SpanRow span, QPoint globalPosition);
    void backRequested(); ///< there is no subtree left to come back from
    void edgeCallsLeft(bool forward);
    void rowsChanged(); ///< what is shown, opened or filtered
    void timePointed(std::optional<hallway::Timestamp> time);
    void exportRequested();

protected:
    bool event(QEvent* event) override;
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
    enum class Grip : std::uint8_t {
        None,
        Splitter,
        Time,
        Measure,
        Brush,
        MinimapFrame,
        MinimapFrom,
        MinimapTo
    };
    struct Drag {
        Grip grip = Grip::None;
        QPointF from;
        TimeWindow window;
        double scroll = 0;
        bool moved = false;
    };

    [[nodiscard]] Grip gripAt(QPointF position) const;
    [[nodiscard]] Duration whole() const;
    [[nodiscard]] WaterfallScene scene() const;
    void connectCommands();
    void updateCommands();
    void rowsWereChanged(std::optional<std::uint32_t> selectedBefore);
    void dragTo(QPointF position);
    void dragInMinimap(QPointF position);
    [[nodiscard]] bool clickLinkTag(QPointF position, std::uint32_t row);
    void setMeasured(std::optional<TimeWindow> measured);
    void measureSelection();
    void followLinkOfSelection();
    void enter();
    void layOut();  ///< after a change of size, font or rows: scroll bar, minimap
    void changed(); ///< after a change of the state: repaint
    void selectionChanged(std::optional<std::uint32_t> before);
    void zoomBy(double factor, Duration anchor, bool animated);
    void panBy(double share);
    bool handleNavigation(const QKeyEvent& event);
    void goTo(std::optional<std::uint32_t> span);
    void goToEdgeCall(bool forward);
    void showTip(QPoint global, QPointF position);
    void hover(std::optional<QPointF> position);
    void describeSelection();

    WaterfallState m_state;
    Theme m_theme;
    Fonts m_fonts;
    std::vector<SpanRow> m_edgeCallRows;
    std::vector<bool> m_edgeCalls, m_matches; ///< by span
    std::shared_ptr<const WaterfallFacts> m_facts;
    WaterfallColours m_colours;
    std::vector<ColourCode> m_rowColours; ///< empty: those of the services
    std::optional<TimeWindow> m_measured, m_brushed;
    QStringList m_measureText;
    WaterfallActions* m_commands;
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
