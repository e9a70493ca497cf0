// A 32-bit index that cannot be confused with an index of another kind.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace hallway {

template <class Tag>
class StrongId {
public:
    using Value = std::uint32_t;

    /// No id: compares equal to itself and greater than every valid id.
    constexpr StrongId() = default;
    constexpr explicit StrongId(Value value) : m_value(value) {}
    constexpr explicit StrongId(std::size_t value) : m_value(static_cast<Value>(value)) {}

    [[nodiscard]] constexpr bool valid() const { return m_value != std::numeric_limits<Value>::max(); }
    [[nodiscard]] constexpr Value value() const { return m_value; }
    [[nodiscard]] constexpr std::size_t index() const { return m_value; }

    constexpr auto operator<=>(const StrongId&) const = default;

private:
    Value m_value = std::numeric_limits<Value>::max();
};

} // namespace hallway

template <class Tag>
struct std::hash<hallway::StrongId<Tag>> {
    std::size_t operator()(hallway::StrongId<Tag> id) const noexcept {
        return std::hash<std::uint32_t>()(id.value());
    }
};
