// Systems with something wrong in them, planted: each is found by a walk of the user guide, and by its test.
#pragma once

#include "bench/Topology.h"
#include "bench/TraceGenerator.h"

#include <string>
#include <vector>

namespace hallway::bench {

struct Incident {
    std::string name;     ///< "slow-dependency"
    std::string symptom;  ///< what a person is told at first
    std::string cause;    ///< what is to be found
    std::string service;  ///< whose span shows it
    std::string spanName; ///< of such spans
    Topology topology;
};

/// slow-dependency, n-plus-one, retry-storm, bad-version, slow-zone.
[[nodiscard]] std::vector<Incident> incidents();

/// Enough for every figure to stand on, few enough for a test: some thousand spans within ten minutes.
[[nodiscard]] GeneratorOptions incidentOptions();

} // namespace hallway::bench
