// A column that grows without ever being copied, in pages of its own: a vector that doubles holds three times
// its bytes meanwhile, and what small allocations give back stays with the allocator while other columns
// grow.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <sys/mman.h>
#include <type_traits>
#include <vector>

namespace hallway {

/// Elements stay where they are. Freeing a column gives its memory back to the system.
template <class T>
class Column {
public:
    void push_back(const T& value) {
        if (m_size % chunkSize == 0) m_chunks.push_back(mapChunk());
        m_chunks.back()[m_size++ % chunkSize] = value;
    }
    /// Adds elements, all zero bytes.
    void grow(std::size_t count) {
        m_size += count;
        while (m_chunks.size() * chunkSize < m_size)
            m_chunks.push_back(mapChunk());
    }
    [[nodiscard]] const T& operator[](std::size_t index) const {
        return m_chunks[index / chunkSize][index % chunkSize];
    }
    [[nodiscard]] T& operator[](std::size_t index) { return m_chunks[index / chunkSize][index % chunkSize]; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Frees the memory.
    void clear() { *this = Column(); }

private:
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    static constexpr std::size_t chunkSize = std::size_t{1} << 14;

    struct Unmap {
        void operator()(T* chunk) const { ::munmap(chunk, chunkSize * sizeof(T)); }
    };
    using Chunk = std::unique_ptr<T[], Unmap>;

    [[nodiscard]] static Chunk mapChunk() {
        void* const pages = ::mmap(nullptr, chunkSize * sizeof(T), PROT_READ | PROT_WRITE,
                                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (pages == MAP_FAILED) throw std::bad_alloc();
        return Chunk(static_cast<T*>(pages));
    }

    std::vector<Chunk> m_chunks;
    std::size_t m_size = 0;
};

} // namespace hallway
