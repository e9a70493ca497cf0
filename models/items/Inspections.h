// Makes what the inspector shows. Pure and slow on large captures: any thread but the GUI's.
#pragma once

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

/// inspectSpan() with what the store says about the span in hand.
[[nodiscard]] SpanInspection inspectSpan(SpanRow span, const SpanDetails& details, const Capture& capture);

} // namespace hallway
