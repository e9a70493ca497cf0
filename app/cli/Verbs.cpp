#include "cli/Verbs.h"

#include <array>

namespace hallway::cli {

std::span<const Verb> verbs() {
    static constexpr std::array all{
        Verb{"edges", "The calls from service to service", runEdges},
        Verb{"services", "The services and their requests", runServices},
        Verb{"traces", "The traces", runTraces},
    };
    return all;
}

} // namespace hallway::cli
