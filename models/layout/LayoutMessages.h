// The wire between Hallway and its helper `hallway-layout`: requests and layouts as JSON text. Also the form
// in which a layout is kept. Knows neither Qt nor Graphviz, so both programs share it.
//
//   request  {"version":1,"ranksep":42,"nodesep":7,"nodes":[[w,h],…],
//             "edges":[{"tail":0,"head":1,"weight":6,"minlen":1,"label":[w,h]},…]}
//   layout   {"version":1,"engine":"graphviz","size":[w,h],"nodes":[[cx,cy,w,h],…],
//             "edges":[{"curve":[x,y,x,y,…],"label":[cx,cy]},…]}
#pragma once

#include "layout/GraphLayout.h"

#include <string>
#include <string_view>

namespace hallway {

[[nodiscard]] std::string toJson(const LayoutRequest& request);

/// fallbackReason is not written: a layout that was kept is the picture, not its history.
[[nodiscard]] std::string toJson(const GraphLayout& layout);

/// LayoutFailed if the text is not a request, or one that checkLayoutRequest refuses.
[[nodiscard]] Result<LayoutRequest> layoutRequestFromJson(std::string_view text);

/// LayoutFailed if the text is not a layout: every number finite, every curve of 1 + 3n points.
[[nodiscard]] Result<GraphLayout> graphLayoutFromJson(std::string_view text);

} // namespace hallway
