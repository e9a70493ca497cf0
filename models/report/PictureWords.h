// What every exported picture says about itself (look.md section 11), in English and UTC, the same from the
// window and from the command line.
#pragma once

#include "analysis/VisibleGraph.h"
#include "session/Capture.h"
#include "session/GraphControls.h"

#include <string>
#include <string_view>

namespace hallway {

/// What of a graph is drawn.
struct GraphSelection {
    Subset subset;
    std::string focus; ///< label of a node, or of an edge's ends; "" = none
    GraphFilter filter;
    VisibleGraph visible;    ///< what the filter left
    std::string arrangement; ///< arrangementText()
};

/// `graph` is the one that was filtered.
[[nodiscard]] GraphSelection graphSelectionOf(const ServiceGraph& graph, const GraphFilter& filter,
                                              const VisibleGraph& visible, const Subset& subset,
                                              std::string arrangement = {});
/// "boxes by team, queues as nodes"; "" = the graph as recorded.
[[nodiscard]] std::string arrangementText(const GraphControls& controls);
/// "payments", "cart → pricing": of what, within the graph.
[[nodiscard]] std::string focusLabel(const ServiceGraph& graph, const GraphFocus& focus);

/// What the filter language chose: "{ duration > 1 s } (matching spans only)"; "" = everything.
[[nodiscard]] std::string chosenText(const Subset& subset);
/// "Service graph of traces.json"
[[nodiscard]] std::string graphTitle(const Capture& capture);
/// "Service graph · 22 Nov 2026, 12:00:00–12:09:31 UTC · 4,211 requests, 131 failed · filter: none · 3 edges
/// hidden …"
[[nodiscard]] std::string graphFacts(const Capture& capture, const GraphSelection& selection);
/// "traces.json · 3f2a91bc · 12,345 spans · 210 traces · 2 kinds of problems · percentiles by nearest rank"
[[nodiscard]] std::string sourceFacts(const Capture& capture);
/// "Hallway 0.1.0 · drawn 22 Nov 2026, 12:04 UTC"
[[nodiscard]] std::string drawnBy(std::string_view version, Timestamp now);

} // namespace hallway
