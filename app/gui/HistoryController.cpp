#include "gui/HistoryController.h"

#include "common/Text.h"
#include "gui/Wording.h"
#include "gui/Workspace.h"
#include "heatmap/HeatmapText.h"

namespace hallway {

namespace {

constexpr qsizetype shownId = 8, mostWords = 80;

} // namespace

HistoryController::HistoryController(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace) {
    m_clock.start();
    connect(&workspace.selection(), &SelectionModel::changed, this, &HistoryController::record);
    for (const LowerPanel* panel : {&workspace.leftPanel(), &workspace.rightPanel()})
        connect(panel, &LowerPanel::currentChanged, this, &HistoryController::record);
}

void HistoryController::begin() {
    m_history.clear();
    record();
    emit changed();
}

Step HistoryController::stepNow() const {
    return {m_workspace.selection().now(),
            {m_workspace.leftPanel().currentName(), m_workspace.rightPanel().currentName()},
            {},
            m_workspace.openedTraceItself()};
}

void HistoryController::record() {
    if (m_showing || !m_workspace.capture()) return;
    Step step = stepNow();
    step.words = wordsFor(step);
    const bool follows = step.traceFollows && !m_history.steps().empty() &&
                         changeBetween(m_history.steps()[m_history.at()], step) == StepChange::Trace;
    m_history.record(std::move(step), std::chrono::milliseconds(m_clock.elapsed()), follows);
    emit changed();
}

void HistoryController::show(const Step* step) {
    if (!step) return;
    const Step wanted = *step; // what views report back must not move it
    m_showing = true;
    m_workspace.restore(wanted.selection, wanted.traceFollows);
    m_workspace.leftPanel().setCurrentName(wanted.pages.value(0));
    m_workspace.rightPanel().setCurrentName(wanted.pages.value(1));
    m_showing = false;
    emit changed();
}

QString HistoryController::wordsFor(const Step& step) const {
    const Selection& now = step.selection;
    const Capture& capture = *m_workspace.capture();
    const StepChange change =
        m_history.steps().empty() ? StepChange::None : changeBetween(m_history.steps()[m_history.at()], step);
    switch (change) {
    case StepChange::Filter:
        return now.filter ? tr("filter %1").arg(now.filter->text.left(mostWords)) : tr("no filter");
    case StepChange::Range:
        return now.range ? timeRangeText(*now.range, m_offset) : tr("all the time");
    case StepChange::Subject:
    case StepChange::Box: {
        const bool isOfRequests = now.box || now.operation.valid();
        const QString subject = isOfRequests ? sourceNameOf(now, capture) : subjectOf(now, capture.calls());
        if (subject.isEmpty()) return tr("nothing selected");
        return now.box ? tr("%1, part of its calls").arg(subject) : subject;
    }
    case StepChange::Trace:
        if (!now.trace) return tr("no trace");
        return tr("trace %1…")
            .arg(shownText(textOf(capture.spans().traces[now.trace->index()].id, capture.strings()))
                     .left(shownId));
    case StepChange::Page:
        return m_workspace.pageTitles().join(QStringLiteral(" · "));
    case StepChange::Span:
    case StepChange::None:
        break;
    }
    return tr("the whole capture");
}

} // namespace hallway
