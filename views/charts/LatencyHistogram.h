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
    void setTheme(const Theme& theme) override;
};

} // namespace hallway
