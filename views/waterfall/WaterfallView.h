// The waterfall of one trace: its spans as a tree beside their time.
#pragma once

#include "common/Theme.h"
#include "waterfall/WaterfallCanvas.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QCheckBox;

namespace hallway {

class PanelHead;
class WaterfallSearchBar;

/// Head with toggles, search field (Ctrl+F), canvas. Shows what it is given and reports what the person did.
class WaterfallView : public QWidget {
    Q_OBJECT
public:
    explicit WaterfallView(QWidget* parent = nullptr);

    /// Null = nothing selected. What was opened, chosen and zoomed stays when the same trace comes again.
    void setTrace(std::shared_ptr<const WaterfallTrace> trace);
    /// Selects the span, opens what hides it and scrolls to it; emits nothing. Ignored when it is of another
    /// trace.
    void reveal(SpanRow span);
    /// Spans of the selected edge's calls: marked at the left, walked with `.` and `,`. Any order, any
    /// traces.
    void setEdgeCalls(const std::vector<SpanRow>& spans);
    void setTheme(const Theme& theme);
    void setUtcOffset(format::UtcOffset offset); ///< nullptr = UTC
    void setMotion(bool on);                     ///< look.md section 10: zoom, fit and frame take 140 ms
    void openSearch();

    [[nodiscard]] std::optional<SpanRow> selectedSpan() const;
    [[nodiscard]] WaterfallCanvas& canvas() { return *m_canvas; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void spanSelected(hallway::SpanRow span);
    void spanActivated(hallway::SpanRow span); ///< Enter: its details are wanted
    void copyRequested(hallway::SpanRow span, hallway::SpanCopy what);
    void edgeCallsLeft(bool forward); ///< `.` or `,` went past the trace's last or first call of the edge
    void clockModeChosen(hallway::ClockMode mode); ///< a trace with these clocks is wanted
    void timePointed(
        std::optional<hallway::Timestamp> time); ///< absolute time under the pointer, for the status bar
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateHead();
    void searchFor(const QString& text);
    void stepMatch(bool forward);

    std::shared_ptr<const WaterfallTrace> m_trace;
    Theme m_theme;
    format::UtcOffset m_offset = nullptr;
    PanelHead* m_head;
    QCheckBox* m_adjustClocks;
    QCheckBox* m_criticalPath;
    QCheckBox* m_foldSiblings;
    WaterfallSearchBar* m_search;
    WaterfallCanvas* m_canvas;
    std::vector<std::uint32_t> m_matches;
};

} // namespace hallway
