// Captures that lie on the disk, in the cache or exported.
#pragma once

#include "session/Capture.h"

namespace hallway {

/// Any SQLite database: what it is turns out when it is loaded.
[[nodiscard]] bool isDatabase(const std::string& path);
/// Of any version, damaged or not.
[[nodiscard]] bool isCapture(const std::string& path);

struct LoadedCapture {
    Capture::Parts parts;       ///< all but `paths` and `temporary`
    std::vector<Error> refused; ///< RefusedFiles.h
};

/// Errors: those of CaptureReader::open() and load().
[[nodiscard]] Result<LoadedCapture> loadCapture(const std::string& path, const CancelToken& cancel);

} // namespace hallway
