// A list that only grows and whose elements never move.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <memory>
#include <utility>

namespace hallway {

/// One thread at a time may append; other threads may meanwhile read elements whose index was handed to them
/// through a synchronising channel. T is default-constructible.
template <class T>
class StableVector {
public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const T& operator[](std::size_t index) const {
        const Place place = placeOf(index);
        return m_blocks[place.block][place.index];
    }

    void push_back(T element) {
        const Place place = placeOf(m_size);
        auto& block = m_blocks[place.block];
        if (!block) block = std::make_unique<T[]>(firstBlock << place.block);
        block[place.index] = std::move(element);
        ++m_size;
    }

private:
    static constexpr std::size_t firstBlock = 64; // each block is twice as large as the one before
    struct Place {
        std::size_t block, index;
    };

    [[nodiscard]] static Place placeOf(std::size_t index) {
        const std::size_t block = static_cast<std::size_t>(std::bit_width(index / firstBlock + 1)) - 1;
        return {block, index - firstBlock * ((std::size_t{1} << block) - 1)};
    }

    std::array<std::unique_ptr<T[]>, 40> m_blocks;
    std::size_t m_size = 0;
};

} // namespace hallway
