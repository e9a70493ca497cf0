// What every exported picture says about itself (look.md section 11), in English and UTC, the same from the
// window and from the command line.
#pragma once

#include "session/Capture.h"

#include <string>
#include <string_view>

namespace hallway {

/// What of a graph is drawn.
struct GraphSelection {
    Subset subset;
    std::string focus; ///< label of a node, "" = none
    int hops = 1;
    std::uint64_t minCalls = 0;
    std::size_t weakEdges = 0;  ///< hidden because of minCalls
    std::size_t outOfFocus = 0; ///< edges hidden because of the focus
    std::size_t spared = 0;     ///< shown with fewer calls than minCalls
};

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
