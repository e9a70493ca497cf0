// Reading a stream of bytes: a file, standard input or memory, all through one small interface.
#pragma once

#include "base/Result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hallway {

/// A stream of bytes read front to back. Not thread-safe; one reader at a time. A file is read to the size it
/// had when it was opened, even if it grows meanwhile.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Fills the front of `buffer`, returns how many bytes; 0 = end. Errors: FileUnreadable.
    virtual Result<std::size_t> read(std::span<char> buffer) = 0;
};

/// Opens a file or a pipe for reading; "-" is standard input. Errors: FileNotFound, FileUnreadable (also: a
/// folder, a device, a named pipe to which nothing writes: they may have no end).
[[nodiscard]] Result<std::unique_ptr<ByteSource>> openForReading(const std::string& path);

/// A source over bytes the caller owns and keeps alive.
[[nodiscard]] std::unique_ptr<ByteSource> memorySource(std::string_view bytes);

/// Replaces `path` by `content` in one step: written beside it, flushed, renamed over it.
/// Errors: FileUnwritable, DiskFull; then `path` is as it was.
[[nodiscard]] Status writeFile(const std::string& path, std::string_view content);

} // namespace hallway
