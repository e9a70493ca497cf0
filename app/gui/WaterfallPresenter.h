// What the waterfall shows: the selected trace, made ready in the background.
#pragma once

#include "gui/WaterfallClocks.h"
#include "gui/WaterfallColouring.h"
#include "gui/WaterfallLinks.h"
#include "items/JobRunner.h"
#include "items/SelectionModel.h"
#include "session/Capture.h"
#include "waterfall/WaterfallView.h"

#include <memory>
#include <optional>

namespace hallway {

/// Between selection and view; GUI thread.
class WaterfallPresenter : public QObject {
    Q_OBJECT

public:
    WaterfallPresenter(WaterfallView& view, SelectionModel& selection, QObject* parent = nullptr);

    void setCapture(std::shared_ptr<const Capture> capture);

    /// What is shown; null without one.
    [[nodiscard]] const std::shared_ptr<const WaterfallTrace>& trace() const { return m_trace; }
    [[nodiscard]] WaterfallColouring& colouring() { return m_colouring; }
    [[nodiscard]] bool isBusy() const {
        return m_jobs.isBusy() || m_callJobs.isBusy() || m_searchJobs.isBusy() || m_colouring.isBusy() ||
               m_links.isBusy() || m_clocks.isBusy();
    }

signals:
    void conditionRequested(const QString& condition); ///< of the filter language
    void copied(const QString& what);                  ///< a sentence: "The span id is copied."

private:
    void load();
    void show(std::shared_ptr<const WaterfallTrace> trace);
    void markCalls();
    void applyFilter();
    void filterBy(SpanRow span, SpanFilter what);
    void search(const QString& text);
    void copy(SpanRow span, SpanCopy what);

    WaterfallView& m_view;
    SelectionModel& m_selection;
    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const WaterfallTrace> m_trace;
    WaterfallClocks m_clocks;
    WaterfallColouring m_colouring;
    WaterfallLinks m_links;
    JobRunner m_jobs, m_callJobs, m_searchJobs;
};

} // namespace hallway
