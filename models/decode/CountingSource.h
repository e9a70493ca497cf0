// Counts what is read of a source.
#pragma once

#include "base/File.h"

#include <atomic>
#include <cstdint>

namespace hallway {

class CountingSource final : public ByteSource {
public:
    explicit CountingSource(ByteSource& inner) : m_inner(inner) {}
    Result<std::size_t> read(std::span<char> buffer) override {
        auto got = m_inner.read(buffer);
        m_count.fetch_add(got.value_or(0), std::memory_order_relaxed);
        return got;
    }
    /// From any thread.
    [[nodiscard]] std::uint64_t count() const { return m_count.load(std::memory_order_relaxed); }

private:
    ByteSource& m_inner;
    std::atomic<std::uint64_t> m_count = 0;
};

} // namespace hallway
