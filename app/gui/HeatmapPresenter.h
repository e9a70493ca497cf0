// What the heatmap shows: the calls of the selected edge or service, binned in the background.
#pragma once

#include "analysis/Heatmap.h"
#include "heatmap/HeatmapView.h"
#include "items/JobRunner.h"
#include "items/SelectionModel.h"
#include "session/Capture.h"

#include <memory>

namespace hallway {

/// Between selection and view; GUI thread.
class HeatmapPresenter : public QObject {
    Q_OBJECT

public:
    HeatmapPresenter(HeatmapView& view, SelectionModel& selection, QObject* parent = nullptr);

    void setCapture(std::shared_ptr<const Capture> capture);

    /// What is shown; null without a selection.
    [[nodiscard]] const std::shared_ptr<const Heatmap>& heatmap() const { return m_heatmap; }
    [[nodiscard]] const QString& subject() const { return m_subject; }
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

signals:
    void shown();          ///< heatmap() is another one
    void callsRequested(); ///< Enter on a box or cell: the list of its calls is wanted

private:
    void update();
    void show(std::shared_ptr<const Heatmap> heatmap, const QString& subject);
    void showBox();

    HeatmapView& m_view;
    SelectionModel& m_selection;
    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const Heatmap> m_heatmap;
    QString m_subject;
    JobRunner m_jobs;
};

} // namespace hallway
