// What a selection means in calls and traces. Pure; fit for background jobs.
#pragma once

#include "analysis/Heatmap.h"
#include "analysis/TraceList.h"
#include "base/Cancellation.h"
#include "items/CallModel.h"
#include "items/SelectionModel.h"
#include "session/Capture.h"

#include <vector>

namespace hallway {

/// Calls of the selected edge, requests of the selected node, else requests from outside: of the selected
/// operation, range and filter.
[[nodiscard]] std::vector<SourcedCall> callsOf(const Selection& selection, const Capture& capture);
[[nodiscard]] bool liesIn(const LatencyBox& box, const SourcedCall& call);

struct SelectedCalls {
    std::vector<CallItem> calls; ///< failed ones first, then the slowest; at most mostListed
    std::uint64_t total = 0;     ///< also those that are not listed
    /// Of all of them: which traces they are in, by TraceRow. Empty: neither an edge nor a node, operation
    /// or box is selected.
    std::vector<bool> traces;

    static constexpr std::size_t mostListed = 20'000;
};

/// The same calls, or of these what lies in the selected box.
[[nodiscard]] SelectedCalls selectedCallsOf(const Selection& selection, const Capture& capture);

/// The worst call of an edge in the subset, to open it first: failed before slow; nothing where no call has a
/// span.
[[nodiscard]] std::optional<SpanRow> worstSpanOf(EdgeId edge, const Capture& capture, const Subset& subset);

/// Of the calls of an edge, the spans in one trace.
[[nodiscard]] std::vector<SpanRow> callSpansIn(TraceRow trace, EdgeId edge, const Capture& capture);

} // namespace hallway
