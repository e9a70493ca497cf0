#include "waterfall/WaterfallTrail.h"

#include "common/Fonts.h"
#include "common/PlainToolTip.h"
#include "common/Text.h"
#include "common/WornFont.h"
#include "waterfall/WaterfallText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace hallway {
namespace {

constexpr double longestPlace = 180;   // px
constexpr std::size_t namedPlaces = 4; // the first and the last ones; between them stands an ellipsis

} // namespace

WaterfallTrail::WaterfallTrail(QWidget* parent)
    : QWidget(parent), m_places(new QWidget(this)), m_row(new QHBoxLayout(m_places)),
      m_count(new QLabel(this)), m_switch(new QToolButton(this)) {
    setAccessibleName(tr("What of the trace is shown"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(2);
    m_count->setTextFormat(Qt::PlainText);
    wearFont(*m_count, &Fonts::small);
    wearFont(*m_switch, &Fonts::small);
    m_switch->setAutoRaise(true);
    m_switch->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 1, 8, 1);
    layout->setSpacing(6);
    layout->addWidget(m_places);
    layout->addStretch(1);
    layout->addWidget(m_count);
    layout->addWidget(m_switch);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // long names must not widen the panel
    connect(m_switch, &QToolButton::clicked, this, [this] { emit hidingChosen(!m_hides); });
    hide();
}

double WaterfallTrail::placeRoom() const {
    const int taken = m_count->isHidden() ? 0 : m_count->sizeHint().width() + m_switch->sizeHint().width();
    const double each = (width() - taken - 160) / std::max(1.0, static_cast<double>(m_way.size()));
    return std::clamp(std::floor(each / 10) * 10 - 24, 30.0, longestPlace);
}

void WaterfallTrail::addLabel(const QString& text, bool strong) {
    const Fonts fonts(font());
    auto* label = new QLabel(strong ? elided(text, fonts.smallStrong, m_room) : text, m_places);
    label->setTextFormat(Qt::PlainText);
    wearFont(*label, strong ? &Fonts::smallStrong : &Fonts::small);
    if (strong) {
        label->setContentsMargins(4, 0, 4, 0);
        label->setToolTip(plainToolTip(text));
        label->setAccessibleName(text);
    }
    m_row->addWidget(label);
}

void WaterfallTrail::addPlace(const Place& place) {
    const Fonts fonts(font());
    auto* button = new QToolButton(m_places);
    QString label = elided(place.text, fonts.small, m_room);
    button->setText(label.replace(QLatin1Char('&'), QStringLiteral("&&")));
    button->setToolTip(plainToolTip(place.text));
    button->setAccessibleName(place.text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    wearFont(*button, &Fonts::small);
    connect(button, &QToolButton::clicked, this, [this, span = place.span] { emit rootChosen(span); });
    m_row->addWidget(button);
}

void WaterfallTrail::showPlaces() {
    m_room = placeRoom();
    while (const QLayoutItem* item = m_row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of them may be what was clicked
        delete item;
    }
    if (m_way.empty()) {
        return;
    }
    addPlace({tr("Whole trace"), TreeSpan::none});
    for (std::size_t i = 0; i < m_way.size(); ++i) {
        addLabel(i == 1 && m_leavesOut ? QStringLiteral("› … ›") : QStringLiteral("›"), false);
        if (i + 1 == m_way.size()) {
            addLabel(m_way[i].text, true); // where one is
        } else {
            addPlace(m_way[i]);
        }
    }
}

void WaterfallTrail::show(const WaterfallTrace* trace, std::uint32_t root, const WaterfallRows& rows,
                          bool hasFilter, bool hidesOthers) {
    const bool rooted = trace != nullptr && root != TreeSpan::none;
    m_count->setVisible(hasFilter);
    m_switch->setVisible(hasFilter);
    if (hasFilter) {
        m_hides = hidesOthers;
        m_count->setText(filterText(rows, hidesOthers));
        m_switch->setText(hidesOthers ? tr("Only dim them") : tr("Hide them"));
        m_switch->setToolTip(tr("What does not match the filter (G)"));
    }
    if (trace != m_trace || root != m_root) {
        m_trace = trace;
        m_root = root;
        m_way.clear();
        std::size_t levels = 0;
        for (std::uint32_t i = root; rooted && i != TreeSpan::none; i = trace->spans[i].parent, ++levels) {
            const WaterfallSpan& span = trace->spans[i];
            if (m_way.size() == namedPlaces) {
                m_way.pop_back(); // the uppermost takes its place
            }
            m_way.push_back(
                {QStringLiteral("%1 %2").arg(trace->serviceOf(span), trace->operationOf(span)), i});
        }
        std::reverse(m_way.begin(), m_way.end());
        m_leavesOut = levels > namedPlaces;
        showPlaces();
    }
    m_places->setVisible(rooted);
    setVisible(rooted || hasFilter);
}

void WaterfallTrail::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (placeRoom() != m_room) {
        showPlaces();
    }
}

void WaterfallTrail::setTheme(const Theme& theme) {
    m_theme = theme;
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.surface);
    palette.setColor(QPalette::WindowText, theme.text2);
    setPalette(palette);
}

} // namespace hallway
