#include "gui/IciclePage.h"

#include "analysis/SpanTree.h"
#include "base/FormatText.h"
#include "common/ElidedLabel.h"
#include "common/EmptyState.h"
#include "common/Text.h"
#include "gui/OperationCondition.h"
#include "icicle/IcicleView.h"
#include "icicle/SpanIcicle.h"
#include "items/FigureText.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>

#include <algorithm>

namespace hallway {

IciclePage::IciclePage(SelectionModel& selection, QWidget* parent)
    : LowerPage(tr("Icicle"), selection, parent), m_facts(new ElidedLabel), m_view(new IcicleView),
      m_empty(new EmptyState), m_pages(new QStackedLayout) {
    m_view->setAccessibleName(tr("Icicle of one trace"));
    m_view->setDescription([this](std::uint32_t cell) { return describe(cell); });
    auto* path = new QCheckBox(tr("Critical path"));
    path->setToolTip(tr("What the trace waited for, with adjusted clocks (C)"));
    path->setChecked(true);
    path->setFocusPolicy(Qt::TabFocus);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 2, 12, 2);
    head->addWidget(m_facts, 1);
    head->addWidget(path);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
    setLayout(m_pages);
    setFocusProxy(m_view);

    connect(path, &QCheckBox::toggled, m_view, &IcicleView::setCriticalPath);
    connect(m_view, &IcicleView::criticalPathToggled, path, &QCheckBox::setChecked);
    connect(m_view, &IcicleView::cellSelected, this, [this](std::uint32_t cell) {
        this->selection().selectSpan(m_loaded.trace, m_loaded.rows[cell]);
    });
    connect(m_view, &IcicleView::menuRequested, this, &IciclePage::openMenu);
    connect(&selection, &SelectionModel::changed, this,
            [this](const Selection& now, const Selection& before) {
                if (now.trace == before.trace && now.span != before.span) reveal();
            });
}

void IciclePage::setTheme(const Theme& theme) {
    m_view->setTheme(theme);
    m_empty->setTheme(theme);
    QPalette colors = m_facts->palette();
    colors.setColor(QPalette::WindowText, theme.text2);
    m_facts->setPalette(colors);
}

bool IciclePage::concerns(const Selection& now, const Selection& before) const {
    return now.trace != before.trace;
}

void IciclePage::refresh() {
    const auto trace = selection().now().trace;
    if (!capture() || !trace) {
        m_jobs.cancel();
        show({});
        return;
    }
    if (m_loaded.icicle && m_loaded.trace == *trace && m_loaded.of.lock() == capture()) return reveal();
    m_jobs.run(
        [capture = capture(), trace = *trace](const CancelToken&) {
            const SpanTree tree = spanTreeOf(trace, capture->spans(), ClockMode::Adjusted);
            Loaded loaded{capture, trace, {}, nullptr, tree.end - tree.start};
            loaded.rows.reserve(tree.spans.size());
            for (const TreeSpan& span : tree.spans)
                loaded.rows.push_back(span.row);
            loaded.icicle = std::make_shared<const Icicle>(
                spanIcicleOf(tree, capture->spans(), capture->calls(), capture->strings()));
            return loaded;
        },
        [this](Loaded loaded) { show(std::move(loaded)); });
}

void IciclePage::show(Loaded loaded) {
    m_loaded = std::move(loaded);
    m_view->setIcicle(m_loaded.icicle);
    m_pages->setCurrentIndex(m_loaded.icicle ? 1 : 0);
    if (!m_loaded.icicle) return m_empty->setText(tr("Select a call or a trace."));
    const Icicle& icicle = *m_loaded.icicle;
    m_facts->setText(
        tr("%1 · %2 spans · %3")
            .arg(shownText(textOf(capture()->spans().traces[m_loaded.trace.index()].id, capture()->strings()))
                     .left(12),
                 toQString(format::countExact(icicle.cells.size())),
                 toQString(format::duration(m_loaded.duration))));
    reveal();
}

void IciclePage::reveal() {
    if (!m_loaded.icicle) return;
    const auto span = selection().now().span;
    const auto place =
        span ? std::find(m_loaded.rows.begin(), m_loaded.rows.end(), *span) : m_loaded.rows.end();
    if (place == m_loaded.rows.end()) return m_view->select(std::nullopt);
    m_view->select(static_cast<std::uint32_t>(place - m_loaded.rows.begin()));
}

QString IciclePage::describe(std::uint32_t cell) const {
    const Icicle& icicle = *m_loaded.icicle;
    const IcicleCell& held = icicle.cells[cell];
    QStringList lines{icicle.services[held.service].label, icicle.operations[held.operation]};
    lines << (held.hasValue
                  ? tr("%1, from %2")
                        .arg(valueText(icicle, held),
                             toQString(format::duration(Duration(static_cast<std::int64_t>(held.from)))))
                  : tr("no end"));
    if (held.failed > 0)
        lines << (held.passedOn ? tr("failed, passed on from below") : tr("failed, starts here"));
    return lines.join(u'\n');
}

void IciclePage::openMenu(std::uint32_t cell, const QPoint& globalPosition) {
    const SpanRow span = m_loaded.rows[cell];
    QMenu menu(this);
    menu.addAction(tr("Show in the Waterfall"), this, [this, span] {
        selection().selectSpan(m_loaded.trace, span);
        emit waterfallRequested();
    });
    menu.addAction(tr("Zoom In"), this, [this, cell] { m_view->zoomTo(cell); });
    menu.addAction(tr("Show the Whole Trace"), m_view, &IcicleView::showWhole);
    const QString condition =
        operationCondition(capture()->spans().node[span.index()], capture()->spans().name[span.index()],
                           capture()->calls(), capture()->strings());
    if (!condition.isEmpty()) {
        menu.addSeparator();
        menu.addAction(tr("Filter by This Operation"), this,
                       [this, condition] { emit conditionRequested(condition); });
    }
    menu.exec(globalPosition);
}

} // namespace hallway
