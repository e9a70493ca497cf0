// Stops decompression bombs: a few bytes can be made to expand to more than any disk holds.
#pragma once

#include "base/ExpansionLimits.h"
#include "decode/CountingSource.h"

#include <atomic>
#include <string>

namespace hallway {

/// One for a file: counts what all its layers of compression and the entries of its archives give, together.
/// Thread-safe.
class ExpansionGuard {
public:
    /// `file` counts what is read of the file at `path` and outlives this.
    ExpansionGuard(std::string path, const CountingSource& file, ExpansionLimits limits)
        : m_path(std::move(path)), m_file(file), m_limits(limits) {}

    /// A layer has given so many bytes more. Errors: FileUnreadable with a sentence; then they may not be
    /// used.
    [[nodiscard]] Status add(std::uint64_t bytes);

private:
    std::string m_path;
    const CountingSource& m_file;
    ExpansionLimits m_limits;
    std::atomic<std::uint64_t> m_given = 0;
};

} // namespace hallway
