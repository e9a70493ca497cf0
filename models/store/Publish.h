// Putting a finished file in its place in one step.
#pragma once

#include "base/Result.h"

#include <string>

namespace hallway {

/// A name beside `target` for a file being built, its own at every call:
/// `<target>.building-<process>-<number>`.
[[nodiscard]] std::string buildingPath(const std::string& target);

/// Flushes `temporary` to the disk and renames it over `target` (a link there is replaced, not followed).
/// Errors: FileUnwritable, DiskFull; then `temporary` is removed and `target` is as it was.
[[nodiscard]] Status publish(const std::string& temporary, const std::string& target);

/// The same without waiting for the disk: for what can be made again, and is checked before it is believed
/// should a power cut have left only a part of it: columns, texts and the rows of spans carry checksums. Of
/// the other rows that SQL shows only SQLite's own checks of pages would notice.
[[nodiscard]] Status publishUnflushed(const std::string& temporary, const std::string& target);

} // namespace hallway
