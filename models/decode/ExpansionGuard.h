// Stops decompression bombs: a few bytes can be made to expand to more than any disk holds.
#pragma once

#include "decode/CountingSource.h"

#include <string>

namespace hallway {

struct ExpansionLimits {
    std::uint64_t ratio = 200;              ///< bytes for each byte of the file …
    std::uint64_t unasked = 64'000'000;     ///< … once there are more than so many
    std::uint64_t maximum = 64'000'000'000; ///< bytes in all
};

class ExpansionGuard {
public:
    /// `file` counts what is read of the file at `path` and outlives this.
    ExpansionGuard(std::string path, const CountingSource& file, ExpansionLimits limits)
        : m_path(std::move(path)), m_file(&file), m_limits(limits) {}

    /// May a layer of the file have given `bytes`? Errors: FileUnreadable with a sentence.
    [[nodiscard]] Status allow(std::uint64_t bytes) const;

private:
    std::string m_path;
    const CountingSource* m_file;
    ExpansionLimits m_limits;
};

} // namespace hallway
