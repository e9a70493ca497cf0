// The figures of the graph for the chosen time range, derived in the background.
#pragma once

#include "items/JobRunner.h"
#include "session/Capture.h"

#include <QObject>

#include <memory>
#include <optional>

namespace hallway {

/// GUI thread. Those of the whole capture are at hand at once; while a range is counted, the figures before
/// stay.
class RangeFigures : public QObject {
    Q_OBJECT

public:
    explicit RangeFigures(QObject* parent = nullptr) : QObject(parent) {}

    /// Shows the whole capture; null: nothing is open.
    void setCapture(std::shared_ptr<const Capture> capture);
    void setRange(const std::optional<TimeRange>& range);

    /// Null while nothing is open. Its nodes and edges are those of the capture, some with zero figures.
    [[nodiscard]] const std::shared_ptr<const ServiceGraph>& graph() const { return m_graph; }
    /// The range these figures are of; nothing = everything.
    [[nodiscard]] const std::optional<TimeRange>& range() const { return m_range; }
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

signals:
    void graphChanged();

private:
    void show(std::shared_ptr<const ServiceGraph> graph, const std::optional<TimeRange>& range);

    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const ServiceGraph> m_graph;
    std::optional<TimeRange> m_range;
    JobRunner m_jobs;
};

} // namespace hallway
