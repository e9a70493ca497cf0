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
    /// Sorted by shownAs, then path, whatever the order of the paths. Each file once, however often and in
    /// however many spellings it is named: the first of its names stays.
    std::vector<InputFile> files;
    std::vector<Error>
        unreadable; ///< FileUnreadable: folders that could not be listed, named folders without a file
};

/// Folders give their regular files, subfolders included; hidden files and folders, pipes, sockets and links
/// to folders are left out. What is no folder is taken as a file, whether or not it exists; "-" is standard
/// input.
[[nodiscard]] InputFiles findInputFiles(const std::vector<std::string>& paths);

} // namespace hallway
