// The one selection every view shares: choosing something in one view shows it in all others.
#pragma once

#include "analysis/CallSource.h"
#include "base/Time.h"
#include "items/AppliedFilter.h"
#include "trace/CallTable.h"
#include "trace/SpanTable.h"

#include <QObject>

#include <memory>
#include <optional>

namespace hallway {

/// A part of the heatmap: calls with a latency in [low, high) that start in `time`.
struct LatencyBox {
    TimeRange time;
    Duration low{}, high{};
    bool operator==(const LatencyBox&) const = default;
};

/// What is selected; ids of the open capture. An edge and a node exclude each other; the box lies within that
/// edge's or node's calls; the span lies in the trace.
/// Which calls of the selected edge, service or requests are held against the others.
enum class Compared : std::uint8_t { Box, Failed, Slow, Range };

struct Selection {
    std::optional<NodeId> node;
    std::optional<EdgeId> edge;
    StringId operation; ///< of their calls those of this name (CallSource); invalid: all
    std::optional<LatencyBox> box;
    Compared compared = Compared::Box;
    std::optional<TraceRow> trace;
    std::optional<SpanRow> span;
    std::optional<TimeRange> range;              ///< calls.md rule 36
    std::shared_ptr<const AppliedFilter> filter; ///< null = none; compared as a pointer
    bool operator==(const Selection&) const = default;
};

/// What of the capture counts under a selection: its range and filter.
[[nodiscard]] Subset subsetOf(const Selection& selection);
/// Whose calls: of the selected edge or node, else the requests from outside.
[[nodiscard]] CallSource sourceOf(const Selection& selection);

/// GUI thread. Setters do nothing when nothing changes, so views may report back what they were told.
class SelectionModel : public QObject {
    Q_OBJECT

public:
    explicit SelectionModel(QObject* parent = nullptr);

    [[nodiscard]] const Selection& now() const { return m_now; }

    void selectNode(NodeId node);                  ///< ends the edge and the box
    void selectEdge(EdgeId edge);                  ///< ends the node and the box
    void selectNothing();                          ///< ends node, edge and box; trace, span and range stay
    void selectOperation(StringId operation);      ///< ends the box; invalid: all operations
    void selectBox(std::optional<LatencyBox> box); ///< one is what is compared from then on
    void compare(Compared compared);
    void selectTrace(TraceRow trace); ///< keeps edge and node; ends the span if it is of another trace
    void selectSpan(TraceRow trace, SpanRow span);
    void setRange(std::optional<TimeRange> range);               ///< ends the box
    void setFilter(std::shared_ptr<const AppliedFilter> filter); ///< ends the box
    /// Esc: ends the innermost thing that is selected: box, then span, then edge or node, then trace, then
    /// range. False if nothing was.
    bool stepBack();
    /// All of it at once, as it was before; ids of the same capture.
    void restore(const Selection& before) { set(before); }
    /// Everything, e.g. when another capture is opened.
    void clear();

signals:
    void changed(const hallway::Selection& now, const hallway::Selection& before);

private:
    void set(const Selection& next);
    Selection m_now;
};

} // namespace hallway
