// What the command line asks of the window.
#pragma once

#include "base/ExpansionLimits.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway {

struct WindowRequest {
    enum class ThemeChoice { System, Light, Dark };
    struct Size {
        int width = 0, height = 0; ///< px
        bool operator==(const Size&) const = default;
    };

    std::vector<std::string> files;              ///< empty: the page of a first start
    ExpansionLimits limits;                      ///< of compressed files
    std::optional<std::string> screenshotFolder; ///< draw into PNG files there and end; needs no display
    ThemeChoice theme = ThemeChoice::System;
    std::optional<std::string> language; ///< e.g. "de"; none: the locale decides
    std::optional<Size> size;
};

} // namespace hallway
