// From what a person names to the files that are read.
#pragma once

#include "base/Error.h"

#include <string>
#include <vector>

namespace hallway {

struct InputFile {
    std::string path;    ///< to open
    std::string shownAs; ///< as typed; a file of a folder relative to that folder (calls.md section 3)
    bool operator==(const InputFile&) const = default;
};

struct InputFiles {
    std::vector<InputFile> files; ///< sorted by shownAs, then path; each file once
    std::vector<Error> unreadable; ///< folders that could not be listed
};

/// Folders give their regular files, subfolders included; hidden files and links to folders are left out.
[[nodiscard]] InputFiles findInputFiles(const std::vector<std::string>& paths);

} // namespace hallway
