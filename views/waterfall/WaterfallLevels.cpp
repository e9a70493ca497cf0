// Whole levels and subtrees of the waterfall's state.
#include "waterfall/WaterfallState.h"

#include <algorithm>

namespace hallway {

void WaterfallState::showLevels(std::uint32_t levels) {
    if (!m_trace) {
        return;
    }
    m_folding.collapsed.clear();
    m_folding.unfolded.clear();
    const SpanStretch all = subtreeOf(*m_trace, m_folding.root);
    const std::uint32_t deepest = m_rows.baseDepth + std::max(levels, 1u) - 1;
    for (std::uint32_t i = all.first; i < all.end; ++i) {
        const WaterfallSpan& span = m_trace->spans[i];
        if (span.childCount > 0 && span.depth >= deepest) {
            m_folding.collapsed.insert(i);
        }
    }
    rebuildKeepingSelection();
}

std::uint32_t WaterfallState::levelsShown() const {
    std::uint32_t levels = 0;
    for (const WaterfallRow& row : m_rows.rows) {
        levels = std::max(levels, m_trace->spans[row.span].depth - m_rows.baseDepth + 1);
    }
    return levels;
}

void WaterfallState::showLevelMore() {
    std::uint32_t uppermost = TreeSpan::none;
    for (const WaterfallRow& row : m_rows.rows) {
        if (row.collapsed) {
            uppermost = std::min(uppermost, m_trace->spans[row.span].depth - m_rows.baseDepth);
        }
    }
    if (uppermost != TreeSpan::none) {
        showLevels(uppermost + 2);
    }
}

void WaterfallState::showLevelLess() {
    if (const std::uint32_t levels = levelsShown(); levels > 1) {
        showLevels(levels - 1);
    }
}

bool WaterfallState::collapseSubtree() {
    const auto row = selectedRow();
    if (!row || m_rows.rows[*row].isFold() || !m_rows.rows[*row].hasChildren) {
        return false;
    }
    const SpanStretch all = subtreeOf(*m_trace, m_rows.rows[*row].span);
    for (std::uint32_t i = all.first; i < all.end; ++i) {
        if (m_trace->spans[i].childCount > 0) {
            m_folding.collapsed.insert(i);
        }
    }
    m_folding.unfolded.insert(all.first); // closing it must not fold it away with its siblings
    rebuildKeepingSelection();
    return true;
}

bool WaterfallState::expandSubtree() {
    const auto row = selectedRow();
    if (!row) {
        return false;
    }
    const WaterfallRow shown = m_rows.rows[*row];
    for (const std::uint32_t member : m_rows.membersOf(*m_trace, *row)) {
        m_folding.unfolded.insert(member);
    }
    const std::uint32_t end = std::max(shown.end, subtreeOf(*m_trace, shown.span).end);
    for (std::uint32_t i = shown.span; i < end; ++i) {
        m_folding.collapsed.erase(i);
    }
    const std::uint32_t before = m_rows.size();
    rebuildKeepingSelection();
    return m_rows.size() != before;
}

void WaterfallState::setRoot(std::uint32_t span) {
    if (!m_trace || span == m_folding.root || (span != TreeSpan::none && span >= m_trace->spans.size())) {
        return;
    }
    m_before.push_back({m_folding.root, m_geometry.window, m_selected});
    showRoot(span);
    const WaterfallSegment time = timeOfSubtree(*m_trace, span);
    m_geometry.window =
        span == TreeSpan::none ? wholeOf(m_trace->duration) : framing(time.from, time.to, m_trace->duration);
}

bool WaterfallState::goBack() {
    if (m_before.empty()) {
        return false;
    }
    const Place place = m_before.back();
    m_before.pop_back();
    if (place.selected) {
        m_selected = place.selected;
    }
    showRoot(place.root);
    m_geometry.window = place.window;
    return true;
}

void WaterfallState::showRoot(std::uint32_t span) {
    m_folding.root = span;
    if (span != TreeSpan::none) {
        m_folding.collapsed.erase(span);
        if (!m_selected || !subtreeOf(*m_trace, span).contains(*m_selected)) {
            m_selected = span;
        }
    }
    m_geometry.scroll = 0;
    rebuild();
    if (const auto row = selectedRow()) {
        setScroll(m_geometry.scrollShowing(*row));
    }
}

} // namespace hallway
