#include "findings/FindingDelegate.h"

#include "common/Marks.h"
#include "common/PlainToolTip.h"
#include "common/Text.h"

#include <QAbstractItemView>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace hallway {

namespace {

// px of look.md
constexpr double inset = 12, sectionHeight = 26, findingHeight = 36, detailHeight = 20, columnGap = 14,
                 expander = 14, markRoom = 16, leastTitle = 170, markRadius = 5, detailLeft = 42,
                 detailStep = 12, barHeight = 3, barWidth = 44, firstLine = 11, secondLine = 26,
                 sketchWidth = 72;
constexpr int deepest = 16; ///< steps of indentation that are drawn

double baseLine(double centre, const QFont& font) {
    const QFontMetricsF metrics(font);
    return centre + (metrics.ascent() - metrics.descent()) / 2;
}

const FindingModel& modelOf(const QModelIndex& index) {
    return *static_cast<const FindingModel*>(index.model());
}

int sectionRow(const QModelIndex& index) {
    QModelIndex top = index;
    while (top.parent().isValid())
        top = top.parent();
    return top.row();
}

bool isSelected(const QStyleOptionViewItem& option) { return option.state.testFlag(QStyle::State_Selected); }

void drawExpander(QPainter& painter, QPointF centre, double size, bool open, const QColor& color) {
    QPainterPath path;
    const double half = size / 2, third = size / 4;
    if (open) {
        path.moveTo(centre + QPointF(-half, -third));
        path.lineTo(centre + QPointF(0, third));
        path.lineTo(centre + QPointF(half, -third));
    } else {
        path.moveTo(centre + QPointF(-third, -half));
        path.lineTo(centre + QPointF(third, 0));
        path.lineTo(centre + QPointF(-third, half));
    }
    painter.setPen(QPen(color, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

QString signOf(FindingDetail::Tone tone) {
    if (tone == FindingDetail::Tone::Added) return QStringLiteral("+");
    if (tone == FindingDetail::Tone::Missing) return QStringLiteral("−");
    return {};
}

} // namespace

void FindingDelegate::measure(const FindingModel& model, const QFont& font) {
    const Fonts& fonts = m_fonts.of(font);
    m_widths.clear();
    for (const FindingSection& section : model.findings()) {
        std::vector<double> widths;
        for (const QString& head : section.columns)
            widths.push_back(textWidth(head, fonts.hint));
        for (const Finding& finding : section.findings)
            for (std::size_t i = 0; i < std::min<std::size_t>(widths.size(), finding.figures.size()); ++i)
                widths[i] =
                    std::max(widths[i], figuresWidth(finding.figures[static_cast<qsizetype>(i)], fonts.base));
        m_widths.push_back(std::move(widths));
    }
}

double FindingDelegate::expanderRoom(const QFont& font) const {
    return (inset + expander) * m_fonts.of(font).scale;
}

template <class Visit>
double FindingDelegate::forEachColumn(int section, const QRectF& row, const Fonts& fonts, Visit visit) const {
    if (static_cast<std::size_t>(section) >= m_widths.size()) return row.right();
    const std::vector<double>& widths = m_widths[static_cast<std::size_t>(section)];
    double at = row.right() - inset * fonts.scale;
    double titles = at - row.left(); // the room they have, then that beside the columns up to the last shown
    std::size_t shown = 0;
    for (; shown < widths.size(); ++shown) {
        titles -= widths[shown] + columnGap * fonts.scale;
        if (shown > 0 && titles < leastTitle * fonts.scale) break; // the last ones give way
    }
    for (std::size_t i = shown; i-- > 0;) {
        visit(static_cast<qsizetype>(i), at);
        at -= widths[i] + columnGap * fonts.scale;
    }
    return at;
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const FindingModel& model = modelOf(index);
    const double height = model.sectionAt(index)   ? sectionHeight
                          : model.findingAt(index) ? findingHeight
                                                   : detailHeight;
    return {100, qRound(height * m_fonts.of(option.font).scale)};
}

bool FindingDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event == nullptr || event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const FindingModel& model = modelOf(index);
    if (model.sectionAt(index)) {
        paintSection(*painter, option, index);
    } else {
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->fillRect(option.rect, isSelected(option) ? m_theme.select
                                       : hovered          ? m_theme.hover
                                                          : m_theme.surface);
        if (isSelected(option))
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                              m_theme.accent);
        if (model.findingAt(index))
            paintFinding(*painter, option, index);
        else
            paintDetail(*painter, option, index);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(m_theme.accent, m_theme.selectionWidth()));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

void FindingDelegate::paintSection(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const Fonts& fonts = m_fonts.of(option.font);
    const FindingSection& section = *modelOf(index).sectionAt(index);
    const QRectF row(option.rect);
    painter.fillRect(option.rect, m_theme.header);
    painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), m_theme.line);
    double right = row.right() - inset * fonts.scale;
    if (!section.findings.empty())
        right = forEachColumn(index.row(), row, fonts, [&](qsizetype column, double at) {
            drawText(painter, {at, baseLine(row.center().y(), fonts.hint)}, section.columns[column],
                     fonts.hint, m_theme.text3, TextAlign::Right);
        });
    double left = row.left() + inset * fonts.scale;
    const QString title = elided(section.title, fonts.strong, right - left, Qt::ElideMiddle);
    drawText(painter, {left, baseLine(row.center().y(), fonts.strong)}, title, fonts.strong, m_theme.text);
    left += textWidth(title, fonts.strong) + 10 * fonts.scale;
    const QString& facts = section.findings.empty() ? section.nothing : section.facts;
    drawFigures(painter, {left, baseLine(row.center().y(), fonts.small)},
                elided(facts, fonts.small, right - left), fonts.small, m_theme.text2);
}

void FindingDelegate::paintFinding(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const Fonts& fonts = m_fonts.of(option.font);
    const double scale = fonts.scale;
    const Finding& finding = *modelOf(index).findingAt(index);
    const QRectF row(option.rect);
    const bool selected = isSelected(option);
    const QColor& strong = selected ? m_theme.selectText : m_theme.text;
    const QColor& soft = selected ? m_theme.selectText : m_theme.text2;
    painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), m_theme.line);

    double left = row.left() + inset * scale;
    if (!finding.details.empty())
        drawExpander(painter, {left + 4 * scale, row.center().y()}, 7 * scale,
                     option.state.testFlag(QStyle::State_Open), soft);
    left += expander * scale;
    if (finding.mark && *finding.mark >= Health::Degraded) {
        const QPointF centre(left + markRadius * scale, row.top() + firstLine * scale);
        const QColor& ground = selected ? m_theme.select : m_theme.surface;
        if (finding.isSuspicion)
            drawSuspicion(painter, centre, markRadius * scale, m_theme, ground,
                          *finding.mark == Health::Failing && !finding.fewCases ? MarkFill::Filled
                                                                                : MarkFill::Hollow);
        else
            drawMark(painter, centre, *finding.mark, markRadius * scale, m_theme, ground,
                     finding.fewCases ? MarkFill::Hollow : MarkFill::Filled);
    }
    left += markRoom * scale;

    const double first = row.top() + firstLine * scale, second = row.top() + secondLine * scale;
    const double right = forEachColumn(sectionRow(index), row, fonts, [&](qsizetype column, double at) {
        if (column >= finding.figures.size()) return;
        drawFigures(painter, {at, baseLine(first, fonts.base)}, finding.figures[column], fonts.base, strong,
                    TextAlign::Right);
        if (column != 0 || !finding.bar) return;
        const double width = barWidth * scale;
        const QRectF whole(at - width, second - barHeight / 2, width, barHeight);
        painter.fillRect(whole, m_theme.line);
        const double part = std::max(1.0, width * std::clamp(*finding.bar, 0.0, 1.0));
        painter.fillRect(QRectF(whole.right() - part, whole.top(), part, whole.height()),
                         selected ? m_theme.selectText : m_theme.edge);
    });
    double textRight = right;
    if (!finding.sketch.empty() && right - left > 3 * sketchWidth * scale) {
        textRight -= (sketchWidth + columnGap) * scale;
        paintSketch(painter,
                    {textRight + columnGap * scale, row.top() + 4 * scale, sketchWidth * scale,
                     row.height() - 9 * scale},
                    finding.sketch);
    }
    const double room = textRight - left;
    drawText(painter, {left, baseLine(first, fonts.base)},
             elided(finding.title, fonts.base, room, Qt::ElideMiddle), fonts.base, strong);
    drawFigures(painter, {left, baseLine(second, fonts.small)}, elided(finding.subtitle, fonts.small, room),
                fonts.small, soft);
}

/// Paths as an icicle from the top; the widest is the root.
void FindingDelegate::paintSketch(QPainter& painter, const QRectF& area,
                                  const std::vector<FindingCell>& sketch) const {
    const int deepestCell = std::max_element(sketch.begin(), sketch.end(), [](const auto& a, const auto& b) {
                                return a.depth < b.depth;
                            })->depth;
    const double height = std::min(5.0, area.height() / (deepestCell + 1));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const FindingCell& cell : sketch) {
        const QRectF place(area.left() + cell.from * area.width(), area.top() + cell.depth * height,
                           std::max(1.0, (cell.to - cell.from) * area.width() - 1),
                           std::max(1.0, height - 1));
        const QColor color =
            cell.service.empty() ? m_theme.edge : m_theme.service(cell.nameSpace, cell.service);
        if (cell.tone == FindingCell::Tone::Missing) {
            painter.setPen(QPen(m_theme.line2, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place.adjusted(0, 0, -1, -1));
            continue;
        }
        painter.setOpacity(cell.tone == FindingCell::Tone::Pale ? 0.3 : 1);
        painter.fillRect(place, color);
        painter.setOpacity(1);
    }
    painter.restore();
}

void FindingDelegate::paintDetail(QPainter& painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
    using Tone = FindingDetail::Tone;
    const Fonts& fonts = m_fonts.of(option.font);
    const double scale = fonts.scale;
    const FindingDetail& detail = *modelOf(index).detailAt(index);
    const QRectF row(option.rect);
    const bool selected = isSelected(option);
    const bool leads = !std::holds_alternative<std::monostate>(detail.target);
    const bool isStrong = detail.tone == Tone::Added || (detail.tone == Tone::Plain && leads);
    const QColor color = selected                       ? m_theme.selectText
                         : detail.tone == Tone::Missing ? m_theme.text3
                         : isStrong                     ? m_theme.text
                                                        : m_theme.text2;
    double right = row.right() - inset * scale;
    if (!detail.figure.isEmpty()) {
        drawFigures(painter, {right, baseLine(row.center().y(), fonts.small)}, detail.figure, fonts.small,
                    selected ? m_theme.selectText : m_theme.text2, TextAlign::Right);
        right -= figuresWidth(detail.figure, fonts.small) + columnGap * scale;
    }
    double left = row.left() + (detailLeft + detailStep * std::min(detail.depth, deepest)) * scale;
    if (const QString sign = signOf(detail.tone); !sign.isEmpty())
        drawText(painter, {left - 12 * scale, baseLine(row.center().y(), fonts.smallStrong)}, sign,
                 fonts.smallStrong, color);
    if (detail.tone == Tone::Code) {
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPixelSize(QFontInfo(fonts.small.font()).pixelSize());
        drawText(painter, {left, baseLine(row.center().y(), fixed)}, elided(detail.text, fixed, right - left),
                 fixed, color);
        return;
    }
    const Typeface& face = detail.tone == Tone::Added ? fonts.smallStrong : fonts.small;
    drawFigures(painter, {left, baseLine(row.center().y(), face)}, elided(detail.text, face, right - left),
                face, color);
}

} // namespace hallway
