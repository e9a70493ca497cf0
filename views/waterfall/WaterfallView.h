// The waterfall of one trace: its spans as a tree beside their time.
#pragma once

#include "common/Theme.h"
#include "waterfall/WaterfallCanvas.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QMenu;

namespace hallway {

class MenuButton;
class PanelHead;
class WaterfallLegend;
class WaterfallSearchBar;
class WaterfallTrail;

/// Head with switches, the strips for subtree, filter and colours, search field (Ctrl+F), canvas. Shows what
/// it is given and reports what the person did. What it can do are the actions of its canvas.
class WaterfallView : public QWidget {
    Q_OBJECT
public:
    explicit WaterfallView(QWidget* parent = nullptr);

    /// Null = nothing selected. What was opened, chosen and zoomed stays when the same trace comes again.
    void setTrace(std::shared_ptr<const WaterfallTrace> trace);
    /// Selects the span, opens what hides it and scrolls to it; emits nothing. Ignored when it is of another
    /// trace.
    void reveal(SpanRow span);
    void leaveSpan(); ///< No span is selected any more; emits nothing.
    /// Spans of the selected edge's calls: marked at the left, walked with `.` and `,`. Any order, any
    /// traces.
    void setEdgeCalls(const std::vector<SpanRow>& spans);
    /// By span, what the filter finds in this trace; null = no filter.
    void setFilter(std::shared_ptr<const std::vector<bool>> matches);
    void setFacts(std::shared_ptr<const WaterfallFacts> facts); ///< of this trace; null = not known yet
    /// Colours the bars by these values of this trace.
    void setValues(const WaterfallValues& values);
    /// Spans whose attributes or events hold `text`; ignored when something else is searched for by now.
    void setFound(const QString& text, const std::vector<std::uint32_t>& spans);
    void setTheme(const Theme& theme);
    void setUtcOffset(format::UtcOffset offset); ///< nullptr = UTC
    void setMotion(bool on);                     ///< look.md section 10: zoom, fit and frame take 140 ms
    void openSearch();
    void setAdjusted(bool on); ///< as if the person had switched the clocks

    [[nodiscard]] std::optional<SpanRow> selectedSpan() const;
    [[nodiscard]] WaterfallCanvas& canvas() { return *m_canvas; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void spanSelected(hallway::SpanRow span);
    void spanActivated(hallway::SpanRow span); ///< Enter: its details are wanted
    void copyRequested(hallway::SpanRow span, hallway::SpanCopy what);
    void edgeCallsLeft(bool forward); ///< `.` or `,` went past the trace's last or first call of the edge
    void clockModeChosen(hallway::ClockMode mode); ///< a trace with these clocks is wanted
    void clockOffsetsRequested();
    void filterRequested(hallway::SpanRow span, hallway::SpanFilter what);
    void valueFilterRequested(std::uint32_t value); ///< index into WaterfallValues::values
    void linksRequested(hallway::SpanRow span, QPoint globalPosition);
    void backRequested();                      ///< to where a link was followed from
    void keysRequested(QPoint globalPosition); ///< the attributes of the trace, to colour by one of them
    void coloursLeft();                        ///< by an attribute no longer
    void searchRequested(const QString& text); ///< in attributes and events; empty: no longer
    void timePointed(
        std::optional<hallway::Timestamp> time); ///< absolute time under the pointer, for the status bar
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectCanvas();
    void updateHead();
    void updateTrail();
    void colourBy(WaterfallColourBy by);
    void showColours(WaterfallColours colours);
    void searchFor(const QString& text);
    void showMatches(bool searching);
    void stepMatch(bool forward);

    std::shared_ptr<const WaterfallTrace> m_trace;
    Theme m_theme;
    format::UtcOffset m_offset = nullptr;
    PanelHead* m_head;
    WaterfallCanvas* m_canvas;
    std::vector<QCheckBox*> m_switches; ///< of the head, while there is room
    MenuButton* m_showButton;
    WaterfallTrail* m_trail;
    WaterfallLegend* m_legend;
    WaterfallSearchBar* m_search;
    std::vector<std::uint32_t> m_matches;
};

} // namespace hallway
