// Reading a large value straight into memory of our own, without the copy a statement would make.
#pragma once

#include "store/Database.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace hallway {

/// Fills `target` with the value of `column` in row `row` of `table`. Errors: CacheDamaged (also: it has
/// another size).
[[nodiscard]] Status readBlob(const Database& database, const char* table, const char* column,
                              std::int64_t row, std::span<std::byte> target);

} // namespace hallway
