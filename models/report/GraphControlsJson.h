// How the controls of graphs are kept from one start to the next: one text for many captures.
#pragma once

#include "session/GraphControls.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hallway {

/// By the fingerprint of their capture, latest first.
using KeptControls = std::vector<std::pair<std::string, GraphControls>>;

struct KeptControlsLimits {
    static constexpr std::size_t captures = 50;
    static constexpr std::size_t places = 1'000; ///< of a capture and direction
    static constexpr std::size_t names = 1'000;  ///< in a list
    static constexpr std::size_t text = 4'096;   ///< bytes of one text
};

[[nodiscard]] std::string controlsJson(const KeptControls& kept);
/// Whatever makes no sense is passed over, and so is what is beyond the limits; never fails.
[[nodiscard]] KeptControls controlsFromJson(std::string_view text);

} // namespace hallway
