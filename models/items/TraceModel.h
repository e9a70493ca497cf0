// Traces as a table: all of them, or those that hold the selected calls.
#pragma once

#include "analysis/TraceList.h"
#include "base/FormatText.h"
#include "items/AttributeCells.h"
#include "items/RowTableModel.h"
#include "trace/CallTable.h"

namespace hallway {

struct TraceItem {
    TraceSummary trace;
    QString id;                 ///< as printed
    QString service, operation; ///< of its root
    [[nodiscard]] QString root() const { return service + u' ' + operation; }
};

class TraceModel : public RowTableModel<TraceItem> {
public:
    enum Column { Subject, Length, Spans, Failed, Start };

    explicit TraceModel(QObject* parent = nullptr);
    /// Off the GUI thread: texts of many traces take their time.
    [[nodiscard]] static std::vector<TraceItem> itemsOf(const std::vector<TraceSummary>& traces,
                                                        const SpanTable& spans, const CallTable& calls,
                                                        const StringPool& strings);
    /// How clock times are shown; null = UTC.
    void setUtcOffset(format::UtcOffset offset);
    /// Columns behind the others: attributes of the traces' root spans.
    void setAttributes(const SharedAttributeCells& attributes);
    [[nodiscard]] int rowOf(TraceRow trace) const;

private:
    void addTotals();
    format::UtcOffset m_offset = nullptr;
};

} // namespace hallway
