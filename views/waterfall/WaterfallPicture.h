// The waterfall as a picture for a postmortem: the rows with title block, legend and foot.
#pragma once

#include "common/PictureFile.h"
#include "common/PictureFrame.h"
#include "waterfall/WaterfallColours.h"
#include "waterfall/WaterfallGeometry.h"
#include "waterfall/WaterfallRows.h"

#include <memory>
#include <optional>

namespace hallway {

struct WaterfallPictureOptions {
    Theme theme;                      ///< light unless asked
    WaterfallFolding folding;         ///< as the view shows it: subtree and filter too
    WaterfallColours colours;         ///< made for this trace
    std::optional<TimeWindow> window; ///< nothing = the whole trace
    bool criticalPath = true;
    std::uint32_t maximumRows = 400; ///< the picture says how many spans it leaves out
};

/// An empty title names the trace; empty facts become what the head of the view says, in UTC.
[[nodiscard]] Picture waterfallPicture(std::shared_ptr<const WaterfallTrace> trace, PictureText text,
                                       const WaterfallPictureOptions& options = {});

} // namespace hallway
