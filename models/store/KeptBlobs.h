// Bytes kept under a name in a capture.
#pragma once

#include "store/Database.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// Replaces what was there under that name.
[[nodiscard]] Status keepBlob(const Database& database, std::string_view name, std::string_view bytes);

/// Nothing if there is none. Errors: CacheDamaged.
[[nodiscard]] Result<std::optional<std::string>> keptBlob(const Database& database, std::string_view name);

} // namespace hallway
