#include "common/FlowLayout.h"

#include <algorithm>

namespace hallway {

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) { m_items.emplace_back(item); }

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count()) return nullptr;
    const auto place = m_items.begin() + index;
    QLayoutItem* const item = place->release();
    m_items.erase(place);
    return item;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto& item : m_items)
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::heightForWidth(int width) const { return arrange({0, 0, width, 0}, false); }

void FlowLayout::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    arrange(area, true);
}

int FlowLayout::arrange(const QRect& area, bool place) const {
    const QRect room = area.marginsRemoved(contentsMargins());
    const int gap = std::max(0, spacing());
    int x = room.left(), y = room.top(), row = 0;
    std::vector<std::pair<QLayoutItem*, QRect>> inRow;
    const auto endRow = [&] {
        for (const auto& [item, at] : inRow)
            if (place) item->setGeometry(at.translated(0, (row - at.height()) / 2)); // each in its middle
        inRow.clear();
    };
    for (const auto& item : m_items) {
        if (item->isEmpty()) continue;
        const QSize size = item->sizeHint().boundedTo(QSize(std::max(1, room.width()), QLAYOUTSIZE_MAX));
        if (x > room.left() && x + size.width() > room.left() + room.width()) {
            endRow();
            x = room.left();
            y += row + gap;
            row = 0;
        }
        inRow.emplace_back(item.get(), QRect({x, y}, size));
        x += size.width() + gap;
        row = std::max(row, size.height());
    }
    endRow();
    return y + row - area.top() + contentsMargins().bottom();
}

} // namespace hallway
