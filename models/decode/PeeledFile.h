// A file, or an archive's entry, with its layers of compression taken off.
#pragma once

#include "base/Cancellation.h"
#include "decode/DecompressedSource.h"
#include "decode/ReadAheadSource.h"

#include <memory>
#include <vector>

namespace hallway {

enum class ReadAhead : std::uint8_t {
    WhereCompressed, ///< decompression has a thread of its own
    Always,          ///< the file takes time of its own already
};

/// peel(), read content(), finish(). One thread, besides the one that decompresses ahead.
class PeeledFile {
public:
    /// `file` and `guard` outlive this.
    PeeledFile(ByteSource& file, ExpansionGuard& guard, CancelToken cancel,
               ReadAhead ahead = ReadAhead::WhereCompressed);

    /// Looks at the begin of the file and of what it holds. Errors: those of reading (DecompressedSource.h).
    Status peel();
    /// What is in the last layer, from its first byte on; a file that is not compressed as it is.
    [[nodiscard]] ByteSource& content();
    /// Ends reading and adds what was wrong with the layers.
    void finish(ImportProblems& problems);

private:
    ByteSource& m_file;
    ExpansionGuard& m_guard;
    CancelToken m_cancel;
    ReadAhead m_ahead;
    CancelSource m_stop;                                ///< the decompressing thread's
    std::vector<std::unique_ptr<ByteSource>> m_sources; ///< each reads the one before
    std::vector<const DecompressedSource*> m_layers;    ///< those among them, from the outermost on
    std::unique_ptr<ReadAheadSource> m_readAhead;       ///< last: its thread reads the others
};

} // namespace hallway
