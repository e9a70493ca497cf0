#include "gui/WaterfallLinks.h"

#include "analysis/SpanStanding.h"
#include "base/FormatText.h"
#include "common/Text.h"
#include "waterfall/WaterfallText.h"

#include <QMenu>

#include <algorithm>

namespace hallway {

namespace {

constexpr std::size_t mostOffered = 40; // of each direction

WaterfallFacts factsOf(const WaterfallTrace& trace, const Capture& capture, const SpanLinks* links,
                       const CancelToken& cancel) {
    WaterfallFacts facts;
    const std::vector<SpanStanding> byRow = standingsOf(trace.trace, capture.spans(), cancel);
    facts.standings.reserve(trace.spans.size());
    for (const WaterfallSpan& span : trace.spans)
        facts.standings.push_back(byRow[span.row.value() - trace.firstRow.value()]);
    if (links == nullptr) return facts;
    for (const WaterfallSpan& span : trace.spans) {
        facts.linksAway.push_back(static_cast<std::uint32_t>(links->from(span.row).size()));
        facts.linksHere.push_back(links->countTo(span.row));
    }
    return facts;
}

QString menuText(QString text) { return text.replace(QLatin1Char('&'), QStringLiteral("&&")); }

} // namespace

WaterfallLinks::WaterfallLinks(WaterfallView& view, SelectionModel& selection, QObject* parent)
    : QObject(parent), m_view(view), m_selection(selection) {
    connect(&view, &WaterfallView::linksRequested, this, &WaterfallLinks::offer);
    connect(&view, &WaterfallView::backRequested, this, &WaterfallLinks::goBack);
    connect(&selection, &SelectionModel::changed, this,
            [this](const Selection& now, const Selection& before) {
                if (now.trace != before.trace && !m_moves) m_cameFrom.clear(); // gone another way
            });
}

void WaterfallLinks::setCapture(std::shared_ptr<const Capture> capture) {
    m_linkJobs.cancel();
    m_capture = std::move(capture);
    m_links.reset();
    m_cameFrom.clear();
}

void WaterfallLinks::setTrace(std::shared_ptr<const WaterfallTrace> trace) {
    m_trace = std::move(trace);
    if (!m_trace) {
        m_factJobs.cancel();
        return;
    }
    findFacts();
    if (!m_links && !m_linkJobs.isBusy()) readLinks();
}

void WaterfallLinks::readLinks() {
    m_linkJobs.run(
        [capture = m_capture](const CancelToken& cancel) { return SpanLinks::of(*capture, cancel); },
        [this](Result<SpanLinks> links) {
            // An unreadable store costs the links, not the trace.
            m_links = std::make_shared<const SpanLinks>(links ? std::move(*links) : SpanLinks());
            if (m_trace) findFacts();
        });
}

void WaterfallLinks::findFacts() {
    m_factJobs.run(
        [capture = m_capture, trace = m_trace, links = m_links](const CancelToken& cancel) {
            return std::make_shared<const WaterfallFacts>(factsOf(*trace, *capture, links.get(), cancel));
        },
        [this](std::shared_ptr<const WaterfallFacts> facts) { m_view.setFacts(std::move(facts)); });
}

void WaterfallLinks::addTarget(QMenu& menu, SpanRow target) {
    const SpanTable& spans = m_capture->spans();
    const StringPool& strings = m_capture->strings();
    const NodeId node = spans.node[target.index()];
    const QString service =
        node.valid() ? shownText(m_capture->calls().nodes[node.index()].label) : QString();
    const QString trace =
        QString::fromStdString(textOf(spans.traces[spans.traceOf(target).index()].id, strings));
    menu.addAction(
        menuText(tr("%1 %2, trace %3")
                     .arg(service, shownText(strings.text(spans.name[target.index()])), shortTraceId(trace))),
        this, [this, target] { follow(target); });
}

void WaterfallLinks::offer(SpanRow span, QPoint globalPosition) {
    if (!m_links) return; // still being read; the tags know no targets yet either
    const auto away = m_links->from(span);
    const std::vector<SpanRow> here = m_links->to(span);
    if (away.size() + here.size() == 1) {
        const SpanRow only = here.empty() ? away.front().to : here.front();
        if (only.valid()) return follow(only);
    }
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto addRest = [menu](std::size_t all) {
        if (all > mostOffered)
            menu->addAction(
                    tr("and %1 more").arg(QString::fromStdString(format::countExact(all - mostOffered))))
                ->setEnabled(false);
    };
    if (!away.empty()) {
        menu->addSection(tr("Links to"));
        for (const SpanLink& link : away.first(std::min(away.size(), mostOffered))) {
            if (link.to.valid())
                addTarget(*menu, link.to);
            else
                menu->addAction(
                        tr("trace %1, not in this capture").arg(shortTraceId(shownText(link.traceId))))
                    ->setEnabled(false);
        }
        addRest(away.size());
    }
    if (!here.empty()) {
        menu->addSection(tr("Linked from"));
        for (std::size_t i = 0; i < std::min(here.size(), mostOffered); ++i)
            addTarget(*menu, here[i]);
        addRest(here.size());
    }
    if (menu->isEmpty()) menu->addAction(tr("Nothing links here or from here."))->setEnabled(false);
    menu->popup(globalPosition);
}

void WaterfallLinks::follow(SpanRow target) {
    const Selection& now = m_selection.now();
    if (now.trace && now.span) m_cameFrom.emplace_back(*now.trace, *now.span);
    m_moves = true;
    m_selection.selectSpan(m_capture->spans().traceOf(target), target);
    m_moves = false;
}

void WaterfallLinks::goBack() {
    if (m_cameFrom.empty()) return;
    const auto [trace, span] = m_cameFrom.back();
    m_cameFrom.pop_back();
    m_moves = true;
    m_selection.selectSpan(trace, span);
    m_moves = false;
}

} // namespace hallway
