// Opening files: from the cache when it is good, else by importing them.
#pragma once

#include "base/ExpansionLimits.h"
#include "session/Capture.h"

namespace hallway {

struct OpenRequest {
    std::vector<std::string>
        paths;                 ///< files, folders (their files, subfolders included), "-", or one *.hallway
    ProgressListener progress; ///< called from the importing thread
    CancelToken cancel;
    /// Passed, they stop reading a file; what was read of it stays, and the capture is not kept in the cache.
    ExpansionLimits limits{};
};

struct OpenOutcome {
    std::shared_ptr<const Capture> capture;
    /// Of several files, those that could not be read or are no trace export (UnsupportedFormat: also a
    /// capture among other files); the same whether or not the capture came from the cache.
    std::vector<Error> unreadable;
};

/// Thread-safe; holds no state but where the cache lies.
class CaptureOpener {
public:
    /// `cacheFolder` empty: a temporary folder serves, removed with the capture.
    explicit CaptureOpener(std::string cacheFolder);

    /// Blocks. Cancelled, it leaves nothing behind. A capture of the cache is taken only if this very build
    /// made it of just these files as they are now (ImportIdentity.h), and is made anew if it is damaged.
    /// Errors: those of FileContents::decode() when no file at all could be used, Cancelled, DiskFull,
    /// CacheUnwritable, CacheOtherVersion, NotACapture (of a *.hallway).
    [[nodiscard]] Result<OpenOutcome> open(const OpenRequest& request) const;

    /// Writes the capture to `target`, in one step. Errors: FileUnwritable, DiskFull, CacheDamaged.
    [[nodiscard]] Status exportCapture(const Capture& capture, const std::string& target) const;

private:
    std::string m_cacheFolder;
};

/// $XDG_CACHE_HOME/hallway or ~/.cache/hallway; empty if neither is set.
[[nodiscard]] std::string defaultCacheFolder();

} // namespace hallway
