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
    /// By span, what a filter finds; null = no filter. Forgets what was shown though it does not match.
    void setMatches(std::shared_ptr<const std::vector<bool>> matches);
    /// What does not match is hidden, or only dimmed.
    void setHidesOthers(bool on);

    [[nodiscard]] const WaterfallTrace* trace() const { return m_trace.get(); }
    [[nodiscard]] const WaterfallRows& rows() const { return m_rows; }
    [[nodiscard]] const WaterfallGeometry& geometry() const { return m_geometry; }
    [[nodiscard]] const WaterfallFolding& folding() const { return m_folding; }
    [[nodiscard]] bool foldsSiblings() const { return m_folding.foldSiblings; }
    [[nodiscard]] bool hidesOthers() const { return m_folding.hidesOthers; }
    [[nodiscard]] bool hasFilter() const { return m_folding.matches != nullptr; }
    [[nodiscard]] std::uint32_t root() const { return m_folding.root; } ///< of the subtree shown; none = all
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
    /// Opens the tree down to so many levels, from the root of what is shown, and collapses what is below; at
    /// least one. What was opened by hand is forgotten.
    void showLevels(std::uint32_t levels);
    /// How many levels show now; 0 without rows.
    [[nodiscard]] std::uint32_t levelsShown() const;
    /// One level more: the uppermost of what is collapsed opens.
    void showLevelMore();
    void showLevelLess();
    /// The selected span with everything below it. True if something changed.
    bool collapseSubtree();
    bool expandSubtree();

    /// Shows only the subtree of a span, in its time; TreeSpan::none = the whole trace. goBack() undoes it.
    void setRoot(std::uint32_t span);
    /// To the subtree (or the whole trace), selection and zoom before the last setRoot(). False if there was
    /// none.
    bool goBack();
    [[nodiscard]] bool canGoBack() const { return !m_before.empty(); }

    /// Left: collapses the selected row, of a closed one selects the parent. Right: opens it, of an open one
    /// selects the first child. True if something changed.
    bool stepOut();
    bool stepIn();

private:
    /// What setRoot() left.
    struct Place {
        std::uint32_t root = TreeSpan::none;
        TimeWindow window;
        std::optional<std::uint32_t> selected;
    };

    void rebuild();
    void rebuildKeepingSelection(); ///< a selected span that is now hidden gives way to what hides it
    void showRoot(std::uint32_t span);
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
    std::vector<Place> m_before;       ///< oldest first
    std::uint64_t m_version = 0;
};

} // namespace hallway
