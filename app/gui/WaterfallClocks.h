// Raw or adjusted clocks in the waterfall, how far they may be shifted, and the list of their offsets.
#pragma once

#include "items/JobRunner.h"
#include "session/Capture.h"
#include "waterfall/ClockOffsetsDialog.h"
#include "waterfall/WaterfallView.h"

#include <QPointer>

#include <memory>

namespace hallway {

/// GUI thread.
class WaterfallClocks : public QObject {
    Q_OBJECT

public:
    explicit WaterfallClocks(WaterfallView& view, QObject* parent = nullptr);

    void setCapture(std::shared_ptr<const Capture> capture);
    void setTrace(std::shared_ptr<const WaterfallTrace> trace); ///< that is shown; null = none

    [[nodiscard]] ClockMode mode() const { return m_mode; }
    [[nodiscard]] Duration limit() const { return m_limit; } ///< of a shift, calls.md 2.5
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

signals:
    void changed(); ///< mode or limit: the trace is to be placed anew

private:
    void setMode(ClockMode mode);
    void showOffsets();
    void compare();

    WaterfallView& m_view;
    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const WaterfallTrace> m_trace;
    ClockMode m_mode = ClockMode::Raw;
    Duration m_limit = std::chrono::seconds(1);
    QPointer<ClockOffsetsDialog> m_dialog;
    JobRunner m_jobs;
};

} // namespace hallway
