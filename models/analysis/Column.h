// A column that grows without ever being copied: a vector that doubles holds three times its bytes meanwhile.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace hallway {

/// T is trivial in all but name; elements stay where they are.
template <class T>
class Column {
public:
    void push_back(const T& value) {
        if (m_size % chunkSize == 0) m_chunks.push_back(std::make_unique_for_overwrite<Chunk>());
        (*m_chunks.back())[m_size++ % chunkSize] = value;
    }
    [[nodiscard]] const T& operator[](std::size_t index) const {
        return (*m_chunks[index / chunkSize])[index % chunkSize];
    }
    [[nodiscard]] T& operator[](std::size_t index) {
        return (*m_chunks[index / chunkSize])[index % chunkSize];
    }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Frees the memory.
    void clear() { *this = Column(); }

private:
    static constexpr std::size_t chunkSize = std::size_t{1} << 14;
    using Chunk = std::array<T, chunkSize>;

    std::vector<std::unique_ptr<Chunk>> m_chunks;
    std::size_t m_size = 0;
};

} // namespace hallway
