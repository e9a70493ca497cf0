// How far long work has come.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace hallway {

struct Progress {
    std::string subject;          ///< the file being read, as typed
    std::uint64_t bytesDone = 0;  ///< over all files
    std::uint64_t bytesTotal = 0; ///< 0 = unknown (a pipe)
    std::uint64_t spans = 0;      ///< decoded so far
};

/// Called from the working thread, a few times a second at most.
using ProgressListener = std::function<void(const Progress&)>;

} // namespace hallway
