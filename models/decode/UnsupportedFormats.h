// Formats that are known by sight but not read yet, so that a refusal can name them.
#pragma once

#include "decode/Sniff.h"

#include <optional>
#include <string_view>

namespace hallway {

/// A human name such as "Zipkin v2 JSON"; nothing for what is not known either.
[[nodiscard]] std::optional<std::string_view> nameOfUnsupported(const Sniff& sniff);

} // namespace hallway
