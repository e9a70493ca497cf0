// The heatmap as a picture for a postmortem, with title block, legend and foot.
#pragma once

#include "common/PictureFile.h"
#include "common/PictureFrame.h"
#include "heatmap/HeatmapPainter.h"

#include <memory>
#include <optional>

namespace hallway {

struct HeatmapPictureOptions {
    Theme theme; ///< light unless asked
    HeatmapLayers layers;
    std::optional<HeatmapCells> box; ///< drawn if set (look.md section 11)
    double height = 560;             ///< px of the heatmap with its axes
    QString filter;                  ///< what of the capture counts; empty = all
};

/// Times are UTC. `subject` = "payments → api.acquirer.example". An empty title becomes the subject, empty
/// facts its calls and the range.
[[nodiscard]] Picture heatmapPicture(std::shared_ptr<const Heatmap> heatmap, const QString& subject,
                                     PictureText text, const HeatmapPictureOptions& options = {});

} // namespace hallway
