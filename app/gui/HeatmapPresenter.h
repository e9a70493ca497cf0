// What the heatmap shows: the calls of the selected edge or service, else the requests from outside, binned
// in the background.
#pragma once

#include "analysis/Heatmap.h"
#include "heatmap/HeatmapView.h"
#include "items/JobRunner.h"
#include "items/SelectionModel.h"
#include "session/Capture.h"

#include <memory>
#include <vector>

namespace hallway {

/// An operation that the calls may be narrowed to.
struct OperationChoice {
    StringId name;
    QString text;
    std::uint64_t calls = 0;
};

/// Between selection and view; GUI thread.
class HeatmapPresenter : public QObject {
    Q_OBJECT

public:
    HeatmapPresenter(HeatmapView& view, SelectionModel& selection, QObject* parent = nullptr);

    void setCapture(std::shared_ptr<const Capture> capture);

    /// What is shown; null without a capture.
    [[nodiscard]] const std::shared_ptr<const Heatmap>& heatmap() const { return m_heatmap; }
    [[nodiscard]] const QString& subject() const { return m_subject; }
    /// Of all calls, whatever operation is selected: the ones with the most calls first.
    [[nodiscard]] const std::vector<OperationChoice>& operations() const { return m_operations; }
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

signals:
    void shown();          ///< heatmap() is another one
    void callsRequested(); ///< Enter on a box or cell: the list of its calls is wanted

private:
    struct Derived {
        std::shared_ptr<const Heatmap> heatmap;
        std::vector<OperationChoice> operations;
    };
    [[nodiscard]] static Derived derive(const Selection& selection, const Capture& capture,
                                        const HeatmapOptions& options);
    void update();
    void show(std::shared_ptr<const Heatmap> heatmap, const QString& subject);
    void showBox();

    HeatmapView& m_view;
    SelectionModel& m_selection;
    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const Heatmap> m_heatmap;
    QString m_subject;
    std::vector<OperationChoice> m_operations;
    JobRunner m_jobs;
};

} // namespace hallway
