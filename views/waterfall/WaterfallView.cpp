#include "waterfall/WaterfallView.h"

#include "common/MenuButton.h"
#include "common/PanelHead.h"
#include "common/WornFont.h"
#include "waterfall/WaterfallFinding.h"
#include "waterfall/WaterfallLegend.h"
#include "waterfall/WaterfallSearchBar.h"
#include "waterfall/WaterfallText.h"
#include "waterfall/WaterfallTrail.h"

#include <QCheckBox>
#include <QEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hallway {
namespace {

constexpr int roomForSwitches = 860; // px of width from which the head shows them beside its facts

QCheckBox* switchFor(QAction* action, const QString& tip, QWidget* parent) {
    QString text = action->text();
    auto* box = new QCheckBox(text.remove(QLatin1Char('&')), parent);
    box->setToolTip(tip);
    box->setFocusPolicy(Qt::TabFocus);
    box->setChecked(action->isChecked());
    QObject::connect(box, &QCheckBox::toggled, action, &QAction::setChecked);
    QObject::connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
    return box;
}

} // namespace

WaterfallView::WaterfallView(QWidget* parent)
    : QWidget(parent), m_head(new PanelHead(tr("Waterfall"), this)), m_canvas(new WaterfallCanvas(this)),
      m_showButton(new MenuButton(this)), m_trail(new WaterfallTrail(this)),
      m_legend(new WaterfallLegend(this)), m_search(new WaterfallSearchBar(this)) {
    setAccessibleName(tr("Waterfall"));
    WaterfallActions& actions = m_canvas->commands();
    m_switches = {switchFor(actions.adjustClocks,
                            tr("Shifts spans whose clock runs ahead or behind their caller's (K)"), this),
                  switchFor(actions.criticalPath, tr("What the trace waited for (C)"), this),
                  switchFor(actions.foldSiblings, tr("Five and more alike calls in one row (X)"), this)};
    for (QCheckBox* box : m_switches) {
        m_head->addControl(box);
        wearFont(*box, &Fonts::small);
    }
    auto* menu = new QMenu(m_showButton);
    actions.fillShowMenu(*menu);
    m_showButton->setText(tr("Show"));
    m_showButton->setToolTip(tr("Levels, colours, folding, clocks"));
    m_showButton->setMenu(menu);
    m_showButton->setAutoRaise(true);
    m_showButton->setFocusPolicy(Qt::TabFocus);
    m_head->addControl(m_showButton);
    wearFont(*m_showButton, &Fonts::small);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_trail);
    layout->addWidget(m_legend);
    layout->addWidget(m_search);
    layout->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    connectCanvas();

    connect(m_trail, &WaterfallTrail::rootChosen, m_canvas, &WaterfallCanvas::showSubtree);
    connect(m_trail, &WaterfallTrail::hidingChosen, m_canvas, &WaterfallCanvas::setHidesOthers);
    connect(m_legend, &WaterfallLegend::closed, actions.colourByService, &QAction::trigger);
    connect(m_legend, &WaterfallLegend::valueChosen, this, &WaterfallView::valueFilterRequested);
    connect(m_search, &WaterfallSearchBar::textChanged, this, &WaterfallView::searchFor);
    connect(m_search, &WaterfallSearchBar::stepped, this, &WaterfallView::stepMatch);
    connect(m_search, &WaterfallSearchBar::closed, this, [this] {
        m_search->hide();
        m_canvas->setMatches({});
        m_canvas->setFocus(Qt::OtherFocusReason);
        emit searchRequested({});
    });
    setTheme(Theme{});
    updateHead();
}

void WaterfallView::connectCanvas() {
    connect(m_canvas, &WaterfallCanvas::spanSelected, this, &WaterfallView::spanSelected);
    connect(m_canvas, &WaterfallCanvas::spanActivated, this, &WaterfallView::spanActivated);
    connect(m_canvas, &WaterfallCanvas::copyRequested, this, &WaterfallView::copyRequested);
    connect(m_canvas, &WaterfallCanvas::filterRequested, this, &WaterfallView::filterRequested);
    connect(m_canvas, &WaterfallCanvas::linksRequested, this, &WaterfallView::linksRequested);
    connect(m_canvas, &WaterfallCanvas::backRequested, this, &WaterfallView::backRequested);
    connect(m_canvas, &WaterfallCanvas::edgeCallsLeft, this, &WaterfallView::edgeCallsLeft);
    connect(m_canvas, &WaterfallCanvas::timePointed, this, &WaterfallView::timePointed);
    connect(m_canvas, &WaterfallCanvas::exportRequested, this, &WaterfallView::exportRequested);
    connect(m_canvas, &WaterfallCanvas::rowsChanged, this, &WaterfallView::updateTrail);

    WaterfallActions& actions = m_canvas->commands();
    connect(actions.adjustClocks, &QAction::toggled, this,
            [this](bool on) { emit clockModeChosen(on ? ClockMode::Adjusted : ClockMode::Raw); });
    connect(actions.clockOffsets, &QAction::triggered, this, &WaterfallView::clockOffsetsRequested);
    const std::pair<QAction*, WaterfallColourBy> colours[] = {
        {actions.colourByService, WaterfallColourBy::Service},
        {actions.colourByStatus, WaterfallColourBy::Outcome},
        {actions.colourByAttribute, WaterfallColourBy::Attribute}};
    for (const auto& choice : colours) {
        connect(choice.first, &QAction::triggered, this, [this, by = choice.second] { colourBy(by); });
    }
    connect(actions.nextMatch, &QAction::triggered, this, [this] { stepMatch(true); });
    connect(actions.previousMatch, &QAction::triggered, this, [this] { stepMatch(false); });
    connect(actions.find, &QAction::triggered, this, &WaterfallView::openSearch);
    actions.find->setShortcutContext(
        Qt::WidgetWithChildrenShortcut); // from the strips and the search field too
    addAction(actions.find);
}

void WaterfallView::setTrace(std::shared_ptr<const WaterfallTrace> trace) {
    m_trace = std::move(trace);
    if (m_trace) {
        const QSignalBlocker quiet(this);
        m_canvas->commands().adjustClocks->setChecked(m_trace->clocks == ClockMode::Adjusted);
    }
    m_canvas->setTrace(m_trace);
    m_legend->setColours(m_canvas->colours());
    m_matches.clear();
    if (m_search->isVisible()) {
        searchFor(m_search->text());
    }
    updateHead();
}

void WaterfallView::reveal(SpanRow span) { m_canvas->reveal(span); }

void WaterfallView::leaveSpan() { m_canvas->leaveSpan(); }

void WaterfallView::setEdgeCalls(const std::vector<SpanRow>& spans) { m_canvas->setEdgeCalls(spans); }

void WaterfallView::setFilter(std::shared_ptr<const std::vector<bool>> matches) {
    m_canvas->setFilter(std::move(matches));
}

void WaterfallView::setFacts(std::shared_ptr<const WaterfallFacts> facts) {
    m_canvas->setFacts(std::move(facts));
}

void WaterfallView::setValues(const WaterfallValues& values) {
    m_canvas->commands().colourByAttribute->setChecked(true);
    showColours(coloursByValue(values));
}

void WaterfallView::colourBy(WaterfallColourBy by) {
    if (by == WaterfallColourBy::Attribute) {
        WaterfallActions& actions =
            m_canvas->commands(); // until one is chosen, the colours are what they were
        const WaterfallColourBy now = m_canvas->colours().by;
        (now == WaterfallColourBy::Service   ? actions.colourByService
         : now == WaterfallColourBy::Outcome ? actions.colourByStatus
                                             : actions.colourByAttribute)
            ->setChecked(true);
        emit keysRequested(m_showButton->mapToGlobal(QPoint(0, m_showButton->height())));
        return;
    }
    emit coloursLeft();
    const bool byStatus = by == WaterfallColourBy::Outcome && m_trace;
    showColours(byStatus ? coloursByStatus(*m_trace) : WaterfallColours{});
}

void WaterfallView::showColours(WaterfallColours colours) {
    m_legend->setColours(colours);
    m_canvas->setColours(std::move(colours));
}

void WaterfallView::setTheme(const Theme& theme) {
    m_theme = theme;
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.header);
    setPalette(palette);
    setAutoFillBackground(true);
    m_head->setTheme(theme);
    m_trail->setTheme(theme);
    m_legend->setTheme(theme);
    m_canvas->setTheme(theme);
    m_showButton->setTheme(theme);
    updateHead();
}

void WaterfallView::setUtcOffset(format::UtcOffset offset) {
    m_offset = offset;
    updateHead();
}

void WaterfallView::setMotion(bool on) { m_canvas->setMotion(on); }

std::optional<SpanRow> WaterfallView::selectedSpan() const { return m_canvas->selectedSpan(); }

QSize WaterfallView::sizeHint() const { return {720, 360}; }

void WaterfallView::openSearch() {
    m_search->open();
    searchFor(m_search->text());
}

void WaterfallView::setAdjusted(bool on) { m_canvas->commands().adjustClocks->setChecked(on); }

void WaterfallView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateHead();
    }
}

void WaterfallView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    for (QCheckBox* box : m_switches) {
        box->setVisible(width() >= roomForSwitches);
    }
}

void WaterfallView::updateHead() {
    for (QCheckBox* box : m_switches) {
        box->setEnabled(m_trace != nullptr);
    }
    m_showButton->setEnabled(m_trace != nullptr);
    m_head->setFacts(m_trace ? waterfallSubject(*m_trace, m_offset) : QString());
}

void WaterfallView::updateTrail() {
    const WaterfallState& state = m_canvas->state();
    m_trail->show(state.trace(), state.root(), state.rows(), state.hasFilter(), state.hidesOthers());
}

void WaterfallView::searchFor(const QString& text) {
    m_matches = m_trace ? spansMatching(*m_trace, text) : std::vector<std::uint32_t>{};
    showMatches(m_trace && !text.isEmpty());
    emit searchRequested(m_trace ? text : QString());
}

void WaterfallView::setFound(const QString& text, const std::vector<std::uint32_t>& spans) {
    if (!m_search->isVisible() || m_search->text() != text) {
        return;
    }
    std::vector<std::uint32_t> all;
    std::set_union(m_matches.begin(), m_matches.end(), spans.begin(), spans.end(), std::back_inserter(all));
    m_matches = std::move(all);
    showMatches(false);
}

void WaterfallView::showMatches(bool searching) {
    m_canvas->setMatches(m_matches);
    const auto selected = m_canvas->state().selected();
    const auto at =
        selected ? std::lower_bound(m_matches.begin(), m_matches.end(), *selected) : m_matches.end();
    const bool on = at != m_matches.end() && *at == *selected;
    m_search->setResult(static_cast<int>(m_matches.size()),
                        on ? static_cast<int>(at - m_matches.begin()) : -1, searching);
}

void WaterfallView::stepMatch(bool forward) {
    if (m_matches.empty()) {
        return;
    }
    const auto selected = m_canvas->state().selected();
    auto next = m_matches.begin();
    if (forward) {
        next = selected ? std::upper_bound(m_matches.begin(), m_matches.end(), *selected) : m_matches.begin();
        next = next == m_matches.end() ? m_matches.begin() : next;
    } else {
        next = selected ? std::lower_bound(m_matches.begin(), m_matches.end(), *selected) : m_matches.end();
        next = next == m_matches.begin() ? m_matches.end() - 1 : next - 1;
    }
    m_canvas->choose(*next);
    m_search->setResult(static_cast<int>(m_matches.size()), static_cast<int>(next - m_matches.begin()));
}

} // namespace hallway
