// What the waterfall shows at this moment and how keys and mouse change it. No widget, so all of it is tested
// without one.
#pragma once

#include "waterfall/WaterfallGeometry.h"
#include "waterfall/WaterfallRows.h"

#include <memory>
#include <optional>
#include <vector>

namespace hallway {

class WaterfallState {
public:
    /// What was opened, chosen and zoomed stays when the same trace comes again (other clocks, more marks).
    /// Null = no trace.
    void setTrace(std::shared_ptr<const WaterfallTrace> trace);
    void setArea(const QRectF& area, double unit);
    /// The person's choice, kept between 120 px and what leaves 160 px for the time. Until there is one it
    /// follows the width of the area.
    void setTreeWidth(double width);
    void setFoldSiblings(bool on);

    [[nodiscard]] const WaterfallTrace* trace() const { return m_trace.get(); }
    [[nodiscard]] const WaterfallRows& rows() const { return m_rows; }
    [[nodiscard]] const WaterfallGeometry& geometry() const { return m_geometry; }
    [[nodiscard]] bool foldsSiblings() const { return m_folding.foldSiblings; }
    [[nodiscard]] std::uint64_t layoutVersion() const { return m_version; } ///< changes with the rows

    [[nodiscard]] std::optional<std::uint32_t> selected() const { return m_selected; } ///< span
    [[nodiscard]] std::optional<std::uint32_t> selectedRow() const;
    void select(std::uint32_t span) { m_selected = span; }
    void clearSelection() { m_selected.reset(); }

    void setScroll(double px);
    void setWindow(const TimeWindow& window) { m_geometry.window = window; }

    /// Opens what hides the span, selects it and scrolls to it.
    void reveal(std::uint32_t span);
    /// The window in which the span's time is visible: the present one if it is already, else moved or
    /// widened.
    [[nodiscard]] TimeWindow windowShowing(std::uint32_t span) const;
    /// Frame of the selection; all when it is framed already or nothing is selected.
    [[nodiscard]] TimeWindow windowFraming() const;
    [[nodiscard]] TimeWindow windowOf(std::uint32_t row) const; ///< a double click zooms to it

    /// Down (positive) or up by so many rows, from the selected one. True if the selection changed.
    bool moveSelection(int rows);
    /// Collapses or expands the row, opens or closes its fold.
    void toggle(std::uint32_t row);
    /// Left: collapses the selected row, of a closed one selects the parent. Right: opens it, of an open one
    /// selects the first child. True if something changed.
    bool stepOut();
    bool stepIn();

private:
    void rebuild();
    void placeSplitter();
    void close(std::uint32_t row);
    [[nodiscard]] bool isOpen(std::uint32_t row) const;
    [[nodiscard]] bool reclose(std::uint32_t span); ///< folds a run again that was opened

    std::shared_ptr<const WaterfallTrace> m_trace;
    WaterfallFolding m_folding;
    WaterfallRows m_rows;
    WaterfallGeometry m_geometry;
    std::optional<std::uint32_t> m_selected;
    std::optional<double> m_treeWidth; ///< as chosen
    std::uint64_t m_version = 0;
};

} // namespace hallway
