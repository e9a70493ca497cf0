#include "gui/PaletteDelegate.h"

#include "common/KeyPlate.h"
#include "common/Text.h"
#include "gui/PaletteModel.h"

#include <QPainter>

namespace hallway {

namespace {
constexpr double rowHeight = 28, inset = 12, gap = 12, tick = 16; // px
} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {200, qRound(rowHeight * m_fonts.of(option.font).scale)};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const auto* model = qobject_cast<const PaletteModel*>(index.model());
    if (!model) return;
    const auto& [entry, match] = model->row(index);
    const Fonts& fonts = m_fonts.of(option.font);
    const QRectF area = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) painter->fillRect(area, m_theme.select);
    const double middle = area.center().y(), base = middle + 4 * fonts.scale;
    double right = area.right() - inset * fonts.scale;
    if (!entry.keys.isEmpty()) {
        const QSizeF plates = keysSize(entry.keys, fonts);
        right -= plates.width();
        drawKeys(*painter, {right, middle - plates.height() / 2}, entry.keys, fonts, m_theme);
        right -= gap * fonts.scale;
    }
    double x = area.left() + inset * fonts.scale;
    if (entry.isOn) drawText(*painter, {x, base}, QStringLiteral("✓"), fonts.base, m_theme.accent);
    x += tick * fonts.scale;
    const double placeWidth = std::min(textWidth(entry.place, fonts.small), (right - x) * 0.45);
    drawText(*painter, {right, base}, elided(entry.place, fonts.small, placeWidth + 1), fonts.small,
             selected ? m_theme.selectText : m_theme.text3, TextAlign::Right);
    const QString name = elided(entry.text, fonts.strong, right - placeWidth - gap * fonts.scale - x);
    // Runs of letters that were found, or not: each in its weight.
    qsizetype at = 0;
    while (at < name.size()) {
        const bool found = match.at.contains(at);
        qsizetype end = at;
        while (end < name.size() && match.at.contains(end) == found)
            ++end;
        const QString run = name.mid(at, end - at);
        const Typeface& face = found ? fonts.strong : fonts.base;
        const QColor color = selected ? m_theme.selectText : found ? m_theme.accent : m_theme.text;
        drawText(*painter, {x, base}, run, face, color);
        x += textWidth(run, face);
        at = end;
    }
    painter->restore();
}

} // namespace hallway
