// Links between spans, followed from the waterfall to the other trace and back, and what else takes a look at
// the whole capture: how slow each span is among its kind.
#pragma once

#include "items/JobRunner.h"
#include "items/SelectionModel.h"
#include "session/SpanLinks.h"
#include "waterfall/WaterfallView.h"

#include <memory>
#include <utility>
#include <vector>

class QMenu;

namespace hallway {

/// GUI thread. The links of a capture are read once, when its first trace is shown.
class WaterfallLinks : public QObject {
    Q_OBJECT

public:
    WaterfallLinks(WaterfallView& view, SelectionModel& selection, QObject* parent = nullptr);

    void setCapture(std::shared_ptr<const Capture> capture);
    /// What the view shows from now on; null = nothing.
    void setTrace(std::shared_ptr<const WaterfallTrace> trace);
    [[nodiscard]] bool isBusy() const { return m_linkJobs.isBusy() || m_factJobs.isBusy(); }

private:
    void readLinks();
    void findFacts();
    void offer(SpanRow span, QPoint globalPosition);
    void addTarget(QMenu& menu, SpanRow target);
    void follow(SpanRow target);
    void goBack();

    WaterfallView& m_view;
    SelectionModel& m_selection;
    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const SpanLinks> m_links; ///< null = not read yet
    std::shared_ptr<const WaterfallTrace> m_trace;
    std::vector<std::pair<TraceRow, SpanRow>> m_cameFrom; ///< oldest first
    bool m_moves = false; ///< the selection changes by following or going back
    JobRunner m_linkJobs, m_factJobs;
};

} // namespace hallway
