// What the waterfall tells about the span, the tag or the event under the pointer.
#pragma once

#include "waterfall/WaterfallPainter.h"

#include <QStringList>

namespace hallway {

/// "gateway, POST /checkout, 3.34 s, failure passed on": a row in words, also for screen readers.
[[nodiscard]] QString describeRow(const WaterfallTrace& trace, const WaterfallRow& row);

/// Line by line, plain text. Empty where there is no row.
[[nodiscard]] QStringList tipAt(const WaterfallScene& scene, QPointF position);

} // namespace hallway
