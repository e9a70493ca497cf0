// What the graph consists of and its figures, worked out in the background.
#include "gui/GraphPresenter.h"

#include <utility>

namespace hallway {

namespace {

bool isRecordedGraph(const GraphControls& controls) {
    return controls.groupBy.empty() && controls.operationsOf.empty() && !controls.queuesAsNodes;
}

} // namespace

Result<GraphPresenter::Built> GraphPresenter::build(const std::shared_ptr<const Capture>& capture,
                                                    const GraphControls& controls, const GraphSubject* before,
                                                    std::optional<TraceRow> trace,
                                                    const CancelToken& cancel) {
    auto subject = graphSubjectOf(capture, controls, before, cancel);
    if (!subject) return fail(subject.error());
    Built built;
    built.subject = std::make_shared<const GraphSubject>(std::move(*subject));
    built.base = built.subject->whole;
    if (!trace) return built;
    const Subset subset = subsetOfTrace(*capture, *trace);
    built.base = std::make_shared<const ServiceGraph>(figuresOf(*built.subject, *capture, subset));
    built.recordedBase =
        built.subject->projection
            ? std::make_shared<const ServiceGraph>(deriveGraph(capture->spans(), capture->calls(), subset))
            : built.base;
    return built;
}

void GraphPresenter::rebuild() {
    const std::optional<TraceRow> wanted = trace();
    if (isRecordedGraph(m_controls) && !wanted) {
        m_subjectJobs.cancel();
        if (auto built = build(m_capture, m_controls, m_subject.get(), {}, {})) take(std::move(*built));
        return;
    }
    m_subjectJobs.run(
        [capture = m_capture, controls = m_controls, before = m_subject, wanted](const CancelToken& cancel) {
            return build(capture, controls, before.get(), wanted, cancel);
        },
        [this](Result<Built> built) {
            if (built) return take(std::move(*built));
            m_view.setMessage(tr("The attributes of this capture could not be read."));
        });
}

void GraphPresenter::take(Built built) {
    const bool sameIds =
        m_subject && m_subject->projection == nullptr && built.subject->projection == nullptr;
    m_subject = std::move(built.subject);
    m_base = std::move(built.base);
    m_recordedBase = std::move(built.recordedBase);
    if (!sameIds) m_own = {};
    m_revealed.reset();
    m_readable.reset();
    if (!m_decided) m_readable = readableFilter(*m_base);
    m_figures.reset();
    m_closer.reset();
    m_layout.reset();
    m_filter = wantedFilter();
    layOut(LayoutPatience::window);
    countFigures();
}

void GraphPresenter::countFigures() {
    if (!m_subject || !m_base) return;
    m_figureJobs.cancel();
    if (m_recordedBase || !m_subject->projection) {
        m_figures = m_recordedBase ? m_base : m_recorded;
        return lookCloser();
    }
    m_figureJobs.run(
        [capture = m_capture, subject = m_subject, subset = subsetOf(m_selection.now())](const CancelToken&) {
            return std::make_shared<const ServiceGraph>(figuresOf(*subject, *capture, subset));
        },
        [this](std::shared_ptr<const ServiceGraph> figures) {
            m_figures = std::move(figures);
            lookCloser();
        });
}

void GraphPresenter::lookCloser() {
    m_closer.reset();
    m_closerJobs.cancel();
    if (!m_figures) return;
    if (m_measure != LabelMeasure::CriticalPath) show(); // what is found is told then
    m_closerJobs.run(
        [capture = m_capture, subject = m_subject, figures = m_figures, alone = trace(),
         chosen = subsetOf(m_selection.now()),
         withPath = m_measure == LabelMeasure::CriticalPath](const CancelToken& cancel) {
            const Subset subset = alone ? subsetOfTrace(*capture, *alone) : chosen;
            auto closer = std::make_shared<ServiceGraph>(*figures);
            addRepeats(*closer, *subject, *capture, subset);
            if (withPath) addCriticalPath(*closer, *subject, *capture, subset, cancel);
            return std::shared_ptr<const ServiceGraph>(std::move(closer));
        },
        [this](std::shared_ptr<const ServiceGraph> closer) {
            m_closer = std::move(closer);
            show();
        });
}

} // namespace hallway
