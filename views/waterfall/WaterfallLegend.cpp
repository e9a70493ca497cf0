#include "waterfall/WaterfallLegend.h"

#include "base/FormatText.h"
#include "common/Fonts.h"
#include "common/PlainToolTip.h"
#include "common/Text.h"
#include "common/WornFont.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>

namespace hallway {
namespace {

constexpr int swatch = 10;           // px
constexpr double longestValue = 160; // px

QIcon iconOf(const QColor& colour, double ratio) {
    QPixmap pixmap(QSize(swatch, swatch) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(colour);
    return QIcon(pixmap);
}

} // namespace

WaterfallLegend::WaterfallLegend(QWidget* parent)
    : QWidget(parent), m_key(new QLabel(this)), m_row(new QHBoxLayout), m_more(new QLabel(this)),
      m_close(new QToolButton(this)) {
    setAccessibleName(tr("What the colours stand for"));
    for (QLabel* label : {m_key, m_more}) {
        wearFont(*label, &Fonts::small);
        label->setTextFormat(Qt::PlainText);
    }
    m_close->setText(QStringLiteral("×"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setToolTip(tr("Colour by service again"));
    m_close->setAccessibleName(m_close->toolTip());
    m_row->setSpacing(2);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 8, 1);
    layout->setSpacing(6);
    layout->addWidget(m_key);
    layout->addLayout(m_row);
    layout->addWidget(m_more);
    layout->addStretch(1);
    layout->addWidget(m_close);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_close, &QToolButton::clicked, this, &WaterfallLegend::closed);
    hide();
}

void WaterfallLegend::setColours(const WaterfallColours& colours) {
    if (m_colours.by == colours.by && m_colours.key == colours.key && m_colours.legend == colours.legend) {
        return;
    }
    m_colours = colours;
    m_colours.codes.clear(); // only the legend is shown
    rebuild();
}

void WaterfallLegend::setTheme(const Theme& theme) {
    m_theme = theme;
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.surface);
    palette.setColor(QPalette::WindowText, theme.text2);
    setPalette(palette);
    rebuild();
}

void WaterfallLegend::rebuild() {
    for (QToolButton* value : m_values) {
        m_row->removeWidget(value);
        value->hide();
        value->deleteLater();
    }
    m_values.clear();
    const Fonts fonts(font());
    const bool isAttribute = m_colours.by == WaterfallColourBy::Attribute;
    m_key->setText(isAttribute ? elided(shownText(m_colours.key.toStdString()), fonts.small, longestValue)
                               : tr("Status"));
    m_key->setToolTip(plainToolTip(m_colours.key));
    for (const WaterfallColours::Entry& entry : m_colours.legend) {
        auto* value = new QToolButton(this);
        const QString count = QString::fromStdString(format::countExact(entry.spans));
        QString text = QStringLiteral("%1 %2").arg(elided(entry.text, fonts.small, longestValue), count);
        value->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        value->setIcon(iconOf(colourOf(entry.code, m_theme), devicePixelRatioF()));
        value->setIconSize({swatch, swatch});
        value->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        value->setAutoRaise(true);
        wearFont(*value, &Fonts::small);
        value->setAccessibleName(tr("%1, %2 spans").arg(entry.text, count));
        const bool isValue = entry.value != WaterfallValues::absent;
        value->setFocusPolicy(isValue ? Qt::TabFocus : Qt::NoFocus);
        value->setToolTip(plainToolTip(isValue ? tr("%1\nFilter by it").arg(entry.text) : entry.text));
        if (isValue) {
            connect(value, &QToolButton::clicked, this,
                    [this, index = entry.value] { emit valueChosen(index); });
        }
        m_row->addWidget(value);
        m_values.push_back(value);
    }
    setVisible(m_colours.by != WaterfallColourBy::Service);
    showWhatFits();
}

void WaterfallLegend::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showWhatFits();
}

void WaterfallLegend::showWhatFits() {
    constexpr int moreRoom = 70; // px
    int room = width() - m_key->sizeHint().width() - m_close->sizeHint().width() - moreRoom - 40;
    int hidden = 0;
    for (QToolButton* value : m_values) {
        room -= value->sizeHint().width() + m_row->spacing();
        const bool fits = room >= 0;
        value->setVisible(fits);
        hidden += fits ? 0 : 1;
    }
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("and %1 more").arg(hidden));
}

} // namespace hallway
