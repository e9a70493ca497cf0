// What the tables show: the figures of the range and the traces of what is selected.
#pragma once

#include "gui/AttributeColumns.h"
#include "gui/TablesPanel.h"
#include "items/EdgeModel.h"
#include "items/SelectionModel.h"
#include "items/ServiceModel.h"
#include "items/TraceModel.h"
#include "session/Capture.h"

#include <memory>
#include <vector>

namespace hallway {

/// Between capture, figures, selection and the tables; GUI thread.
class TablesPresenter : public QObject {
    Q_OBJECT

public:
    TablesPresenter(TablesPanel& panel, SelectionModel& selection, QObject* parent = nullptr);

    void setCapture(std::shared_ptr<const Capture> capture);
    void setFigures(const ServiceGraph& figures);
    /// `ofSelection`: only those with calls of the selected edge or service.
    void setTraces(std::vector<TraceItem> traces, bool ofSelection);
    void setUtcOffset(format::UtcOffset offset) { m_traces.setUtcOffset(offset); }

    void setAttributeKeys(const QStringList& keys); ///< offered as columns of traces

    [[nodiscard]] const EdgeModel& edges() const { return m_edges; }
    [[nodiscard]] const ServiceModel& services() const { return m_services; }
    [[nodiscard]] const TraceModel& traces() const { return m_traces; }
    [[nodiscard]] bool isBusy() const { return m_attributes.isBusy(); }

signals:
    void callsRequested(); ///< Enter on an edge or service
    void traceRequested(); ///< Enter on a trace: it is wanted in the waterfall

private:
    void connectTables();
    void showSelection();

    TablesPanel& m_panel;
    SelectionModel& m_selection;
    std::shared_ptr<const Capture> m_capture;
    EdgeModel m_edges;
    ServiceModel m_services;
    TraceModel m_traces;
    AttributeColumns m_attributes; ///< of the listed traces' root spans
};

} // namespace hallway
