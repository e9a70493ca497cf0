#include "waterfall/WaterfallView.h"

#include "common/PanelHead.h"
#include "waterfall/WaterfallSearchBar.h"
#include "waterfall/WaterfallText.h"

#include <QCheckBox>
#include <QEvent>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hallway {

WaterfallView::WaterfallView(QWidget* parent)
    : QWidget(parent), m_head(new PanelHead(tr("Waterfall"), this)),
      m_adjustClocks(new QCheckBox(tr("Adjust clocks"), this)),
      m_criticalPath(new QCheckBox(tr("Critical path"), this)),
      m_foldSiblings(new QCheckBox(tr("Fold siblings"), this)), m_search(new WaterfallSearchBar(this)),
      m_canvas(new WaterfallCanvas(this)) {
    setAccessibleName(tr("Waterfall"));
    m_adjustClocks->setToolTip(tr("Shifts spans whose clock runs ahead or behind their caller's, up to 1 s"));
    m_criticalPath->setToolTip(tr("What the trace waited for (C)"));
    m_foldSiblings->setToolTip(tr("Five and more alike calls in one row (X)"));
    m_criticalPath->setChecked(true);
    m_foldSiblings->setChecked(true);
    for (QCheckBox* box : {m_adjustClocks, m_criticalPath, m_foldSiblings}) {
        box->setFocusPolicy(Qt::TabFocus);
        m_head->addControl(box);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_search);
    layout->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);

    connect(m_adjustClocks, &QCheckBox::toggled, this,
            [this](bool on) { emit clockModeChosen(on ? ClockMode::Adjusted : ClockMode::Raw); });
    connect(m_criticalPath, &QCheckBox::toggled, m_canvas, &WaterfallCanvas::setCriticalPath);
    connect(m_foldSiblings, &QCheckBox::toggled, m_canvas, &WaterfallCanvas::setFoldSiblings);
    connect(m_canvas, &WaterfallCanvas::criticalPathToggled, m_criticalPath, &QCheckBox::setChecked);
    connect(m_canvas, &WaterfallCanvas::foldSiblingsToggled, m_foldSiblings, &QCheckBox::setChecked);
    connect(m_canvas, &WaterfallCanvas::spanSelected, this, &WaterfallView::spanSelected);
    connect(m_canvas, &WaterfallCanvas::spanActivated, this, &WaterfallView::spanActivated);
    connect(m_canvas, &WaterfallCanvas::copyRequested, this, &WaterfallView::copyRequested);
    connect(m_canvas, &WaterfallCanvas::edgeCallsLeft, this, &WaterfallView::edgeCallsLeft);
    connect(m_canvas, &WaterfallCanvas::timePointed, this, &WaterfallView::timePointed);
    connect(m_canvas, &WaterfallCanvas::exportRequested, this, &WaterfallView::exportRequested);
    connect(m_search, &WaterfallSearchBar::textChanged, this, &WaterfallView::searchFor);
    connect(m_search, &WaterfallSearchBar::stepped, this, &WaterfallView::stepMatch);
    connect(m_search, &WaterfallSearchBar::closed, this, [this] {
        m_search->hide();
        m_canvas->setMatches({});
        m_canvas->setFocus(Qt::OtherFocusReason);
    });
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, &WaterfallView::openSearch);
    setTheme(Theme{});
    updateHead();
}

void WaterfallView::setTrace(std::shared_ptr<const WaterfallTrace> trace) {
    m_trace = std::move(trace);
    if (m_trace) {
        const QSignalBlocker quiet(m_adjustClocks);
        m_adjustClocks->setChecked(m_trace->clocks == ClockMode::Adjusted);
    }
    m_canvas->setTrace(m_trace);
    m_matches.clear();
    if (m_search->isVisible()) {
        m_matches = m_trace ? spansMatching(*m_trace, m_search->text()) : std::vector<std::uint32_t>{};
        m_canvas->setMatches(m_matches);
        m_search->setResult(static_cast<int>(m_matches.size()), -1);
    }
    updateHead();
}

void WaterfallView::reveal(SpanRow span) { m_canvas->reveal(span); }

void WaterfallView::setEdgeCalls(const std::vector<SpanRow>& spans) { m_canvas->setEdgeCalls(spans); }

void WaterfallView::setTheme(const Theme& theme) {
    m_theme = theme;
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.header);
    setPalette(palette);
    setAutoFillBackground(true);
    m_head->setTheme(theme);
    m_canvas->setTheme(theme);
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

void WaterfallView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateHead();
    }
}

void WaterfallView::updateHead() {
    const Fonts fonts(font());
    for (QCheckBox* box : {m_adjustClocks, m_criticalPath, m_foldSiblings}) {
        box->setFont(fonts.small);
        box->setEnabled(m_trace != nullptr);
    }
    m_head->setFacts(m_trace ? waterfallSubject(*m_trace, m_offset) : QString());
}

void WaterfallView::searchFor(const QString& text) {
    m_matches = m_trace ? spansMatching(*m_trace, text) : std::vector<std::uint32_t>{};
    m_canvas->setMatches(m_matches);
    m_search->setResult(static_cast<int>(m_matches.size()), -1);
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
