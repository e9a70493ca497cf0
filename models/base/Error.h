// What went wrong, as data. Rooms below the user interface never make sentences: app/cli/ErrorText and
// app/gui/ErrorText turn a code and its arguments into words (the first in English, the second through tr()).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

enum class ErrorCode {
    FileNotFound,      // path
    FileUnreadable,    // path, reason of the system
    FileUnwritable,    // path, reason of the system
    NotRecognised,     // path, first bytes made printable
    UnsupportedFormat, // path, name of the format
    Cancelled,         //
    CacheUnwritable,   // folder, reason
    DiskFull,          // folder, free bytes
    CacheOtherVersion, // path, its version
    CacheDamaged,      // path, reason
    NotACapture,       // path
    SqlRefused,        // message of SQLite
    LayoutTimedOut,    // limit in seconds
    LayoutFailed,      // message
    HelperMissing,     // path looked for
    TraceNotFound,     // id as typed
    NodeNotFound,      // name as typed
    EdgeNotFound,      // name as typed
    EdgeAmbiguous,     // name as typed, then the candidates
    BadArgument,       // option, value, what was expected
    BadExpression,     // what was found (empty: the end), what was expected; position: the byte
    BadFilter,         // text of the filter, what is wrong with it; position: where in the text
    Internal,          // message
};

/// Where in a file: a byte offset from its start, and the 1-based line where lines make sense.
struct FilePosition {
    std::uint64_t offset = 0;
    std::optional<std::uint64_t> line;
    bool operator==(const FilePosition&) const = default;
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::vector<std::string> arguments; ///< in the order stated beside the code
    std::optional<FilePosition> position;
    bool operator==(const Error&) const = default;
};

} // namespace hallway
