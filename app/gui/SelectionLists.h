// The calls and traces of what is selected, listed in the background.
#pragma once

#include "gui/SelectedCalls.h"
#include "items/JobRunner.h"
#include "items/TraceModel.h"

#include <QObject>

#include <memory>
#include <utility>
#include <vector>

namespace hallway {

/// Follows the selection; GUI thread.
class SelectionLists : public QObject {
    Q_OBJECT

public:
    explicit SelectionLists(SelectionModel& selection, QObject* parent = nullptr);

    void setCapture(std::shared_ptr<const Capture> capture);

    /// Selects the next or previous call; the first or last one if none of them is selected.
    void stepCall(bool forward);
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

signals:
    /// Of the selected edge, node or box; worst first. `hasSubject` false: neither is selected.
    void callsListed(const std::vector<hallway::CallItem>& calls, std::uint64_t total, bool hasSubject);
    /// All traces of the range, or those that hold these calls; longest first.
    void tracesListed(const std::vector<hallway::TraceItem>& traces, bool hasSubject);

private:
    using Summaries = std::shared_ptr<const std::vector<TraceSummary>>;
    struct Lists {
        Summaries all; ///< of the whole capture
        SelectedCalls selected;
        std::vector<TraceItem> traces;
    };
    [[nodiscard]] static Lists listsOf(const Selection& selection, const Capture& capture, Summaries all);
    void update();
    void show(const Lists& lists);

    SelectionModel& m_selection;
    std::shared_ptr<const Capture> m_capture;
    Summaries m_summaries;
    std::vector<std::pair<TraceRow, SpanRow>> m_calls; ///< as listed, those with a span
    JobRunner m_jobs;
};

} // namespace hallway
