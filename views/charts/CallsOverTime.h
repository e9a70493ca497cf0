// Calls and failures over the chosen range: calls stand on the base line, failures hang below it, each on its
// own scale.
#pragma once

#include "base/FormatText.h"
#include "charts/BarChart.h"

namespace hallway {

class CallsOverTime : public BarChart {
    Q_OBJECT

public:
    explicit CallsOverTime(QWidget* parent = nullptr);
    void setBins(const CallBins& bins, format::UtcOffset offset); ///< nullptr = UTC
    void setTheme(const Theme& theme) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateTicks();

    CallBins m_bins;
    format::UtcOffset m_offset = nullptr;
};

} // namespace hallway
