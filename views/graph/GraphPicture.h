// The service graph as a picture for a postmortem: with title, legend and foot, without selection or focus.
#pragma once

#include "common/PictureFile.h"
#include "common/PictureFrame.h"
#include "graph/GraphScene.h"

#include <memory>

namespace hallway {

/// The scene comes from layoutRequestOf(…, Fonts(pictureFont()), GraphPurpose::Picture). Graphs that would
/// need to shrink under three quarters to fit 1600 px get a wider picture instead, so that their text stays
/// readable.
[[nodiscard]] Picture graphPicture(std::shared_ptr<const GraphScene> scene, PictureText text,
                                   const Theme& theme);

} // namespace hallway
