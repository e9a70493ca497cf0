// The figures of the graph for the chosen time range and filter, derived in the background.
#pragma once

#include "items/JobRunner.h"
#include "session/Capture.h"

#include <QObject>

#include <memory>

namespace hallway {

/// GUI thread. Those of the whole capture are at hand at once; while a subset is counted, the figures before
/// stay.
class SubsetFigures : public QObject {
    Q_OBJECT

public:
    explicit SubsetFigures(QObject* parent = nullptr) : QObject(parent) {}

    /// Shows the whole capture; null: nothing is open.
    void setCapture(std::shared_ptr<const Capture> capture);
    void setSubset(const Subset& subset);

    /// Null while nothing is open. Its nodes and edges are those of the capture, some with zero figures.
    [[nodiscard]] const std::shared_ptr<const ServiceGraph>& graph() const { return m_graph; }
    /// What these figures are of.
    [[nodiscard]] const Subset& subset() const { return m_subset; }
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

signals:
    void graphChanged();

private:
    void show(std::shared_ptr<const ServiceGraph> graph, const Subset& subset);

    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const ServiceGraph> m_graph;
    Subset m_subset;
    JobRunner m_jobs;
};

} // namespace hallway
