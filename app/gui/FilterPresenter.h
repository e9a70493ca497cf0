// What the filter names in the open capture, found in the background.
#pragma once

#include "base/Error.h"
#include "items/FilterModel.h"
#include "items/JobRunner.h"
#include "items/SelectionModel.h"
#include "session/Capture.h"

#include <memory>

namespace hallway {

struct FilterMatch;

/// Between the filter as it is written and Selection::filter; the filter before stays until the next one is
/// there. GUI thread.
class FilterPresenter : public QObject {
    Q_OBJECT

public:
    FilterPresenter(FilterModel& filter, SelectionModel& selection, QObject* parent = nullptr);

    void setCapture(std::shared_ptr<const Capture> capture); ///< null: nothing is open
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

signals:
    void failed(const hallway::Error& error); ///< the capture could not be read

private:
    using Match = std::shared_ptr<const FilterMatch>;
    struct Found {
        Match match;
        std::shared_ptr<const AppliedFilter> applied;
    };
    void evaluate();

    FilterModel& m_filter;
    SelectionModel& m_selection;
    std::shared_ptr<const Capture> m_capture;
    QString m_matchText; ///< whose spans m_match holds
    Match m_match;
    JobRunner m_jobs;
};

} // namespace hallway
