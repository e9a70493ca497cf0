// Calls one by one: those of an edge, of a cell of the heatmap, or into a service.
#pragma once

#include "base/FormatText.h"
#include "items/AttributeCells.h"
#include "items/RowTableModel.h"
#include "trace/CallTable.h"

#include <optional>

namespace hallway {

struct CallItem {
    CallRow call; ///< invalid: a request that nobody called
    TraceRow trace;
    SpanRow span; ///< to reveal: the callee's, else the caller's; invalid where there is neither
    Timestamp time;
    std::optional<Duration> latency;
    bool failed = false;
    QString operation, traceId;
};

class CallModel : public RowTableModel<CallItem> {
public:
    enum Column { Time, Operation, Latency, Trace };

    explicit CallModel(QObject* parent = nullptr);
    /// Off the GUI thread.
    [[nodiscard]] static std::vector<CallItem> itemsOf(const std::vector<CallRow>& rows,
                                                       const CallTable& calls, const SpanTable& spans,
                                                       const StringPool& strings);
    void setUtcOffset(format::UtcOffset offset);
    /// Columns behind the others: attributes of the calls' spans.
    void setAttributes(const SharedAttributeCells& attributes);

private:
    format::UtcOffset m_offset = nullptr;
};

} // namespace hallway
