// A file with its layers of compression taken off.
#pragma once

#include "base/Cancellation.h"
#include "decode/DecompressedSource.h"
#include "decode/ReadAheadSource.h"

#include <memory>
#include <vector>

namespace hallway {

/// peel(), read content(), finish(). One thread, besides the one that decompresses ahead.
class PeeledFile {
public:
    /// `file` outlives this; `path` is for errors.
    PeeledFile(ByteSource& file, std::string path, ExpansionLimits limits, CancelToken cancel);

    /// Looks at the begin of the file and of what it holds. Errors: those of reading (DecompressedSource.h).
    Status peel();
    /// What is in the last layer, from its first byte on; a file that is not compressed as it is.
    [[nodiscard]] ByteSource& content();
    /// Of the file, so far; from any thread.
    [[nodiscard]] std::uint64_t bytesRead() const { return m_file.count(); }
    /// Ends reading and adds what was wrong with the layers.
    void finish(ImportProblems& problems);

private:
    CountingSource m_file;
    std::string m_path;
    ExpansionLimits m_limits;
    CancelToken m_cancel;
    CancelSource m_stop;                                ///< the decompressing thread's
    std::vector<std::unique_ptr<ByteSource>> m_sources; ///< each reads the one before
    std::vector<const DecompressedSource*> m_layers;    ///< those among them, from the outermost on
    std::unique_ptr<ReadAheadSource> m_readAhead;       ///< last: its thread reads the others
};

} // namespace hallway
