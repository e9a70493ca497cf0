// The instances that a topology's services run as: hosts, pods, zones and the errors of their clocks.
#pragma once

#include "bench/GeneratedSpan.h"
#include "bench/Random.h"
#include "bench/Topology.h"

#include <cstddef>
#include <vector>

namespace hallway::bench {

class Population {
public:
    /// `lean`: only the attributes that the program itself makes something of.
    Population(const Topology& topology, bool lean, Random random);

    [[nodiscard]] const std::vector<Resource>& resources() const { return m_resources; }

    /// One of the instances of a service.
    [[nodiscard]] std::size_t pick(std::size_t service, Random& random) const;

private:
    std::vector<Resource> m_resources;
    std::vector<std::size_t> m_first; ///< per service, and one past the last
};

} // namespace hallway::bench
