// Makes what the inspector shows. Pure and slow on large captures: any thread but the GUI's.
#pragma once

#include "analysis/CallSource.h"
#include "base/Result.h"
#include "items/Inspection.h"
#include "session/Capture.h"

namespace hallway {

/// `graph`: figures of the same capture and subset. Needs an edge or node of it.
[[nodiscard]] EdgeInspection inspectEdge(EdgeId edge, const Capture& capture, const ServiceGraph& graph,
                                         const Subset& subset);
[[nodiscard]] NodeInspection inspectNode(NodeId node, const Capture& capture, const ServiceGraph& graph,
                                         const Subset& subset);
/// Errors: those of Capture::details().
[[nodiscard]] Result<SpanInspection> inspectSpan(SpanRow span, const Capture& capture);
[[nodiscard]] CaptureInspection inspectCapture(const Capture& capture, const ServiceGraph& graph,
                                               const Subset& subset);

/// The calls of an edge or the requests of a node that lie in a box of the heatmap.
[[nodiscard]] CallsInspection inspectBox(const CallSource& source, const LatencyBox& box,
                                         const Capture& capture, const Subset& subset);
/// `range`: of the time axis, as far as the capture reaches.
[[nodiscard]] CallsFigures figuresOf(const std::vector<SourcedCall>& calls, const Capture& capture,
                                     const TimeRange& range);

/// inspectSpan() with what the store says about the span in hand.
[[nodiscard]] SpanInspection inspectSpan(SpanRow span, const SpanDetails& details, const Capture& capture);

} // namespace hallway
