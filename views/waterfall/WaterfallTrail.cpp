#include "waterfall/WaterfallTrail.h"

#include "common/Fonts.h"
#include "common/PlainToolTip.h"
#include "common/Text.h"
#include "waterfall/WaterfallText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <utility>
#include <vector>

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
    connect(m_switch, &QToolButton::clicked, this, [this] { emit hidingChosen(!m_hides); });
    hide();
}

void WaterfallTrail::addPlace(const QString& text, std::optional<std::uint32_t> span) {
    const Fonts fonts(font());
    if (m_row->count() > 0) {
        auto* mark = new QLabel(QStringLiteral("›"), m_places);
        mark->setFont(fonts.small);
        m_row->addWidget(mark);
    }
    if (!span) {
        auto* gap = new QLabel(text, m_places);
        gap->setFont(fonts.small);
        m_row->addWidget(gap);
        return;
    }
    auto* place = new QToolButton(m_places);
    QString label = elided(text, fonts.small, longestPlace * fonts.scale);
    place->setText(label.replace(QLatin1Char('&'), QStringLiteral("&&")));
    place->setToolTip(plainToolTip(text));
    place->setAccessibleName(text);
    place->setAutoRaise(true);
    place->setFocusPolicy(Qt::TabFocus);
    place->setFont(fonts.small);
    place->setEnabled(*span != m_root); // the last one says where one is
    connect(place, &QToolButton::clicked, this, [this, span = *span] { emit rootChosen(span); });
    m_row->addWidget(place);
}

void WaterfallTrail::show(const WaterfallTrace* trace, std::uint32_t root, const WaterfallRows& rows,
                          bool hasFilter, bool hidesOthers) {
    const bool rooted = trace != nullptr && root != TreeSpan::none;
    if (trace != m_trace || root != m_root) {
        m_trace = trace;
        m_root = root;
        while (const QLayoutItem* item = m_row->takeAt(0)) {
            item->widget()->deleteLater(); // one of them may be what was clicked
            item->widget()->hide();
            delete item;
        }
        if (rooted) {
            std::vector<std::uint32_t> way; // from the root shown upwards
            std::size_t levels = 0;
            for (std::uint32_t i = root; i != TreeSpan::none; i = trace->spans[i].parent, ++levels) {
                if (way.size() < namedPlaces) {
                    way.push_back(i);
                } else {
                    way.back() = i; // the uppermost
                }
            }
            const auto textOf = [trace](std::uint32_t i) {
                const WaterfallSpan& span = trace->spans[i];
                return QStringLiteral("%1 %2").arg(trace->serviceOf(span), trace->operationOf(span));
            };
            addPlace(tr("Whole trace"), TreeSpan::none);
            for (std::size_t k = way.size(); k-- > 0;) {
                addPlace(textOf(way[k]), way[k]);
                if (k + 1 == namedPlaces && levels > namedPlaces) {
                    addPlace(QStringLiteral("…"), std::nullopt);
                }
            }
        }
    }
    m_places->setVisible(rooted);
    m_count->setVisible(hasFilter);
    m_switch->setVisible(hasFilter);
    if (hasFilter) {
        m_hides = hidesOthers;
        m_count->setText(filterText(rows, hidesOthers));
        m_switch->setText(hidesOthers ? tr("Only dim them") : tr("Hide them"));
        m_switch->setToolTip(tr("What does not match the filter (G)"));
    }
    setVisible(rooted || hasFilter);
}

void WaterfallTrail::setTheme(const Theme& theme) {
    m_theme = theme;
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.surface);
    palette.setColor(QPalette::WindowText, theme.text2);
    setPalette(palette);
    const Fonts fonts(font());
    m_count->setFont(fonts.small);
    m_switch->setFont(fonts.small);
}

} // namespace hallway
