// What the inspector shows: the selected edge or service, its calls, and the selected span.
#pragma once

#include "analysis/CallSource.h"
#include "gui/AttributeColumns.h"
#include "gui/SubsetFigures.h"
#include "inspector/Inspector.h"
#include "items/JobRunner.h"
#include "items/SelectionModel.h"

#include <memory>

namespace hallway {

/// Between figures, selection and the inspector; GUI thread.
class InspectorPresenter : public QObject {
    Q_OBJECT

public:
    InspectorPresenter(Inspector& view, SelectionModel& selection, const SubsetFigures& figures,
                       QObject* parent = nullptr);

    /// The figures must be of the same capture when they change next.
    void setCapture(std::shared_ptr<const Capture> capture);
    /// The calls behind the selection; `total`: also those that are not listed.
    void setCalls(std::vector<CallItem> calls, std::uint64_t total);
    [[nodiscard]] bool isBusy() const {
        return m_subjectJobs.isBusy() || m_spanJobs.isBusy() || m_codeJobs.isBusy() ||
               m_callAttributes.isBusy();
    }

private:
    void updateSubject();
    void updateSpan();
    void readCodes(const CallSource& source, const std::optional<LatencyBox>& box);

    Inspector& m_view;
    SelectionModel& m_selection;
    const SubsetFigures& m_figures;
    std::shared_ptr<const Capture> m_capture;
    AttributeColumns m_callAttributes; ///< of the listed calls' spans
    JobRunner m_subjectJobs, m_spanJobs, m_codeJobs;
};

} // namespace hallway
