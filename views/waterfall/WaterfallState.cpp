#include "waterfall/WaterfallState.h"

#include <algorithm>
#include <cmath>

namespace hallway {

void WaterfallState::setTrace(std::shared_ptr<const WaterfallTrace> trace) {
    const bool same =
        m_trace && trace && m_trace->id == trace->id && m_trace->spans.size() == trace->spans.size();
    m_trace = std::move(trace);
    if (!same) {
        WaterfallFolding fresh;
        fresh.foldSiblings = m_folding.foldSiblings;
        fresh.hidesOthers = m_folding.hidesOthers;
        m_folding = std::move(fresh);
        m_before.clear();
        m_selected.reset();
        m_geometry.scroll = 0;
    }
    const Duration whole = m_trace ? m_trace->duration : Duration(1);
    m_geometry.window = same ? panned(m_geometry.window, Duration(0), whole) : wholeOf(whole);
    rebuild();
}

void WaterfallState::setArea(const QRectF& area, double unit) {
    m_geometry.area = area;
    m_geometry.unit = unit;
    placeSplitter();
    setScroll(m_geometry.scroll);
}

void WaterfallState::setTreeWidth(double width) {
    m_treeWidth = width;
    placeSplitter();
}

void WaterfallState::placeSplitter() {
    const double width = m_geometry.area.width();
    const double wanted =
        m_treeWidth.value_or(std::clamp(width * 0.36, 226 * m_geometry.unit, 340 * m_geometry.unit));
    m_geometry.treeWidth = std::clamp(std::round(wanted), 120.0, std::max(120.0, width - 160));
}

void WaterfallState::setFoldSiblings(bool on) {
    m_folding.foldSiblings = on;
    m_folding.unfolded.clear();
    rebuild();
}

void WaterfallState::setMatches(std::shared_ptr<const std::vector<bool>> matches) {
    if (m_folding.matches == matches) {
        return;
    }
    m_folding.matches = std::move(matches);
    m_folding.kept.clear();
    rebuild();
}

void WaterfallState::setHidesOthers(bool on) {
    m_folding.hidesOthers = on;
    m_folding.kept.clear();
    rebuild();
}

std::optional<std::uint32_t> WaterfallState::selectedRow() const {
    if (!m_selected || *m_selected >= m_rows.rowOfSpan.size() ||
        m_rows.rowOfSpan[*m_selected] == WaterfallRows::noRow) {
        return std::nullopt;
    }
    return m_rows.rowOfSpan[*m_selected];
}

void WaterfallState::setScroll(double px) {
    m_geometry.scroll = std::clamp(px, 0.0, m_geometry.maximumScroll());
}

void WaterfallState::reveal(std::uint32_t span) {
    if (!m_trace || span >= m_trace->spans.size()) {
        return;
    }
    if (!subtreeOf(*m_trace, m_folding.root).contains(span)) {
        setRoot(TreeSpan::none);
    }
    const auto isHidden = [&] {
        const std::uint32_t row = m_rows.rowOfSpan[span];
        return row == WaterfallRows::noRow || m_rows.rows[row].span != span;
    };
    // Every round opens at least one level; folds lie in folds a few levels deep at most.
    for (int round = 0; round < 64 && isHidden(); ++round) {
        m_folding = opened(*m_trace, m_rows, m_folding, span);
        rebuild();
    }
    m_selected = span;
    setScroll(m_geometry.scrollShowing(m_rows.rowOfSpan[span]));
}

TimeWindow WaterfallState::windowShowing(std::uint32_t span) const {
    const WaterfallSpan& wanted = m_trace->spans[span];
    const TimeWindow& now = m_geometry.window;
    const bool overlaps = wanted.end >= now.from && wanted.start <= now.to;
    if (overlaps && (wanted.start >= now.from || wanted.end <= now.to)) {
        return now;
    }
    if (wanted.end - wanted.start > now.length()) {
        return framing(wanted.start, wanted.end, m_trace->duration);
    }
    const Duration middle = wanted.start + (wanted.end - wanted.start) / 2;
    return panned(now, middle - (now.from + now.length() / 2), m_trace->duration);
}

TimeWindow WaterfallState::windowFraming() const {
    const TimeWindow all = wholeOf(m_trace ? m_trace->duration : Duration(1));
    const auto row = selectedRow();
    if (!row) {
        return all;
    }
    const TimeWindow frame = windowOf(*row);
    return frame == m_geometry.window ? all : frame;
}

TimeWindow WaterfallState::windowOf(std::uint32_t row) const {
    return framing(m_rows.rows[row].from, m_rows.rows[row].to, m_trace->duration);
}

bool WaterfallState::moveSelection(int rows) {
    if (!m_trace || m_rows.size() == 0) {
        return false;
    }
    const auto now = selectedRow();
    const std::int64_t wanted =
        now ? static_cast<std::int64_t>(*now) + rows : (rows > 0 ? 0 : m_rows.size() - 1);
    const auto row = static_cast<std::uint32_t>(std::clamp<std::int64_t>(wanted, 0, m_rows.size() - 1));
    setScroll(m_geometry.scrollShowing(row));
    const bool changed = m_selected != m_rows.rows[row].span;
    m_selected = m_rows.rows[row].span;
    return changed;
}

bool WaterfallState::isOpen(std::uint32_t row) const {
    const WaterfallRow& shown = m_rows.rows[row];
    return !shown.isFold() && !shown.collapsed && shown.hasChildren;
}

void WaterfallState::toggle(std::uint32_t row) {
    if (row >= m_rows.size()) {
        return;
    }
    const WaterfallRow shown = m_rows.rows[row];
    if (isOpen(row)) {
        close(row);
    } else if (shown.isFold()) {
        for (const std::uint32_t member : m_rows.membersOf(*m_trace, row)) {
            m_folding.unfolded.insert(member);
        }
    } else {
        m_folding.collapsed.erase(shown.span);
        m_folding.unfolded.insert(shown.span); // opening it must not fold it away with its siblings
    }
    rebuild();
}

void WaterfallState::close(std::uint32_t row) {
    const std::uint32_t span = m_rows.rows[row].span;
    m_folding.collapsed.insert(span);
    m_folding.unfolded.insert(span); // nor must closing it
    if (m_selected && *m_selected > span && *m_selected < span + m_trace->spans[span].subtreeSize) {
        m_selected = span;
    }
}

bool WaterfallState::reclose(std::uint32_t span) {
    const WaterfallSpan& member = m_trace->spans[span];
    if (m_folding.unfolded.count(span) == 0 || member.parent == TreeSpan::none) {
        return false;
    }
    const std::uint32_t before = m_rows.size();
    const WaterfallFolding kept = m_folding;
    const std::uint32_t end = member.parent + m_trace->spans[member.parent].subtreeSize;
    for (std::uint32_t i = member.parent + 1; i < end; i += m_trace->spans[i].subtreeSize) {
        if (m_trace->spans[i].service == member.service && m_trace->spans[i].operation == member.operation) {
            m_folding.unfolded.erase(i);
        }
    }
    rebuild();
    if (m_rows.size() < before && m_rows.rows[m_rows.rowOfSpan[span]].isFold()) {
        m_selected = m_rows.rows[m_rows.rowOfSpan[span]].span;
        return true;
    }
    m_folding = kept;
    rebuild();
    return false;
}

bool WaterfallState::stepOut() {
    const auto row = selectedRow();
    if (!row) {
        return false;
    }
    if (isOpen(*row)) {
        close(*row);
        rebuild();
        return true;
    }
    const std::uint32_t span = m_rows.rows[*row].span;
    if (!m_rows.rows[*row].isFold() && reclose(span)) {
        return true;
    }
    const std::uint32_t parent = m_trace->spans[span].parent;
    if (parent == TreeSpan::none || span == m_folding.root) {
        return false;
    }
    reveal(parent);
    return true;
}

bool WaterfallState::stepIn() {
    const auto row = selectedRow();
    if (!row) {
        return false;
    }
    const WaterfallRow& shown = m_rows.rows[*row];
    if (shown.isFold() || shown.collapsed) {
        toggle(*row);
        return true;
    }
    return isOpen(*row) && moveSelection(1);
}

void WaterfallState::rebuildKeepingSelection() {
    rebuild();
    if (const auto row = selectedRow()) {
        m_selected = m_rows.rows[*row].span;
        setScroll(m_geometry.scrollShowing(*row));
    }
}

void WaterfallState::rebuild() {
    m_rows = m_trace ? waterfallRowsOf(*m_trace, m_folding) : WaterfallRows{};
    m_geometry.rowCount = m_rows.size();
    m_geometry.baseDepth = m_rows.baseDepth;
    ++m_version;
    setScroll(m_geometry.scroll);
}

} // namespace hallway
