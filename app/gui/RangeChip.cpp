#include "gui/RangeChip.h"

#include "common/Icons.h"
#include "heatmap/HeatmapText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace hallway {

RangeChip::RangeChip(QWidget* parent) : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("chip"));
    setAccessibleName(tr("Time range"));
    m_text->setTextFormat(Qt::PlainText);
    auto* close = new QToolButton(this);
    close->setText(QStringLiteral("✕"));
    close->setProperty("flat", true);
    close->setObjectName(QStringLiteral("clearRange"));
    close->setAccessibleName(tr("Show the whole capture"));
    close->setToolTip(tr("Show the whole capture (Esc in the overview)"));
    connect(close, &QToolButton::clicked, this, &RangeChip::cleared);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 4, 0);
    layout->setSpacing(6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text);
    layout->addWidget(close);
    hide();
}

void RangeChip::setRange(const std::optional<TimeRange>& range, format::UtcOffset offset) {
    setVisible(range.has_value());
    if (!range) return;
    const QString length = QString::fromStdString(format::duration(range->to - range->from));
    m_text->setText(timeRangeText(*range, offset) + QStringLiteral(" · ") + length);
}

void RangeChip::setTheme(const Theme& theme) { m_icon->setPixmap(themedIcon(Icon::Clock, theme).pixmap(16)); }

QString RangeChip::text() const { return m_text->text(); }

} // namespace hallway
