#include "gui/LayoutKey.h"

#include "base/Hash.h"

#include <bit>

namespace hallway {

namespace {

class Key {
public:
    Key& add(std::uint64_t value) {
        m_value = combineHash(m_value, value);
        return *this;
    }
    Key& add(double value) { return add(std::bit_cast<std::uint64_t>(value)); }
    Key& add(const LayoutSize& size) { return add(size.width).add(size.height); }
    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0;
};

/// 0: in none.
std::uint64_t numberOf(std::optional<std::uint32_t> box) { return box ? std::uint64_t{*box} + 1 : 0; }

} // namespace

std::uint64_t layoutKeyOf(const LayoutRequest& request) {
    Key key;
    key.add(request.rankSeparation).add(request.nodeSeparation).add(std::uint64_t{request.nodes.size()});
    key.add(static_cast<std::uint64_t>(request.direction)).add(std::uint64_t{request.boxes.size()});
    for (const NodeToPlace& node : request.nodes)
        key.add(node.size).add(numberOf(node.box));
    for (const BoxToDraw& box : request.boxes)
        key.add(box.title).add(numberOf(box.parent));
    for (const EdgeToRoute& edge : request.edges) {
        key.add(std::uint64_t{edge.tail}).add(std::uint64_t{edge.head});
        key.add(static_cast<std::uint64_t>(edge.weight)).add(static_cast<std::uint64_t>(edge.minLength));
        if (edge.label) key.add(*edge.label);
    }
    return key.value();
}

} // namespace hallway
