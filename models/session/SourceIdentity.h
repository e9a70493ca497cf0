// What tells the capture of some files from every other.
#pragma once

#include "session/InputFiles.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway {

struct SourceIdentity {
    std::string fingerprint; ///< of the files alone, whatever their order; people see its begin in pictures
    std::string cacheKey;    ///< of the files and the code that reads them (ImportIdentity.h)
};

/// Nothing if a file is missing or cannot be recognised later, such as a pipe. Take it before the files are
/// read.
[[nodiscard]] std::optional<SourceIdentity> identityOf(const std::vector<InputFile>& files);

/// Does not open `path`: who writes into a pipe would take that for its reader.
[[nodiscard]] bool isRegularFile(const std::string& path);

} // namespace hallway
