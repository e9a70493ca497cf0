// What the waterfall shows: the selected trace, made ready in the background.
#pragma once

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
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy() || m_callJobs.isBusy(); }

private:
    void load();
    void markCalls();
    void copy(SpanRow span, SpanCopy what) const;

    WaterfallView& m_view;
    SelectionModel& m_selection;
    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const WaterfallTrace> m_trace;
    ClockMode m_clocks = ClockMode::Raw;
    JobRunner m_jobs, m_callJobs;
};

} // namespace hallway
