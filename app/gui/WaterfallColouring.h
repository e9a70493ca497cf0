// Which attribute the bars of the waterfall are coloured by: its keys and values, read in the background.
#pragma once

#include "items/JobRunner.h"
#include "session/Capture.h"
#include "session/TraceAttributes.h"
#include "waterfall/WaterfallView.h"

#include <memory>
#include <string>

namespace hallway {

/// GUI thread. The key chosen stays for the traces that follow.
class WaterfallColouring : public QObject {
    Q_OBJECT

public:
    explicit WaterfallColouring(WaterfallView& view, QObject* parent = nullptr);

    /// What the view shows from now on; null = nothing.
    void setTrace(std::shared_ptr<const Capture> capture, std::shared_ptr<const WaterfallTrace> trace);
    /// As if chosen from the menu; "span.http.route". Empty = no attribute.
    void colourBy(const std::string& key);

    /// A condition of the filter language; empty where the span has no value of the key.
    [[nodiscard]] QString conditionOf(SpanRow span) const;
    [[nodiscard]] bool isBusy() const { return m_keyJobs.isBusy() || m_valueJobs.isBusy(); }

signals:
    void conditionRequested(const QString& condition);

private:
    void offerKeys(QPoint globalPosition);
    void showMenu(const std::vector<TraceKey>& keys, QPoint globalPosition);
    void loadValues();
    void showValues(TraceValues values);

    WaterfallView& m_view;
    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const WaterfallTrace> m_trace;
    std::string m_key;
    TraceValues m_values;
    JobRunner m_keyJobs, m_valueJobs;
};

} // namespace hallway
