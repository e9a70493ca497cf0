// The waterfall for screen readers: each row with its span's figures.
#include "waterfall/WaterfallCanvas.h"
#include "waterfall/WaterfallTip.h"

namespace hallway {

int WaterfallCanvas::partCount() const {
    return m_state.trace() == nullptr ? 0 : static_cast<int>(m_state.rows().size());
}

AccessiblePart WaterfallCanvas::part(int index) const {
    const auto row = static_cast<std::uint32_t>(index);
    const QRectF place = m_state.geometry().rowRect(row).intersected(m_state.geometry().rowsRect());
    return {describeRow(*m_state.trace(), m_state.rows().rows[row]), place.toAlignedRect(),
            AccessiblePart::Role::Row};
}

std::optional<int> WaterfallCanvas::chosenPart() const {
    const auto row = m_state.selectedRow();
    return row ? std::optional(static_cast<int>(*row)) : std::nullopt;
}

void WaterfallCanvas::choosePart(int index) {
    choose(m_state.rows().rows[static_cast<std::size_t>(index)].span);
}

} // namespace hallway
