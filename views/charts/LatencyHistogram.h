// How the latencies of an edge or a service spread: calls by log latency, failed ones in the colour of
// failure.
#pragma once

#include "charts/BarChart.h"

namespace hallway {

/// Heights are square roots of counts, so that a short tail beside a high peak is seen; tooltips hold the
/// counts.
class LatencyHistogram : public BarChart {
    Q_OBJECT

public:
    explicit LatencyHistogram(QWidget* parent = nullptr);
    void setBins(const LatencyBins& bins);
    /// p50, p95 and p99 as lines; after setBins() of the same samples. Those that too few samples carry are
    /// grey; nothing: none.
    void setMarks(const std::optional<Distribution>& latency);
    void setTheme(const Theme& theme) override;

private:
    LatencyAxis m_axis;
};

} // namespace hallway
