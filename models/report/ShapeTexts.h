// The answer of `hallway shapes` in every form.
#pragma once

#include "analysis/ShapeOverview.h"
#include "analysis/Subset.h"
#include "session/Capture.h"

#include <string>

namespace hallway {

/// What is printed: the groups and shapes that have a difference; totals count all.

/// "hallway.shapes/1" (docs/json.md).
[[nodiscard]] std::string shapesJson(const Capture& capture, const ShapeOverview& overview,
                                     const Subset& subset = {});
/// A row a shape.
[[nodiscard]] std::string shapesCsv(const Capture& capture, const ShapeOverview& overview);
/// A line a shape, and what it has and lacks below it.
[[nodiscard]] std::string shapesTable(const Capture& capture, const ShapeOverview& overview);

} // namespace hallway
