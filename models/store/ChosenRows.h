// Which spans and calls a SELECT sees: those that a filter left.
#pragma once

#include "base/Result.h"
#include "store/Database.h"

#include <vector>

namespace hallway {

/// By their numbers in the tables `spans` and `calls`; what lies beyond is not chosen.
struct ChosenRows {
    std::vector<bool> spans, calls;
};

/// From now on `spans` and `calls` hold these rows alone; the other tables stay. The rows, which are only
/// read, must outlive every statement of the database. Errors: CacheDamaged.
[[nodiscard]] Status showOnly(ChosenRows& rows, const Database& database);

} // namespace hallway
