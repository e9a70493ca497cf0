#include "cli/Verbs.h"

#include <array>

namespace hallway::cli {

std::span<const Verb> verbs() {
    static constexpr std::array all{
        Verb{"edges", "The calls from service to service", runEdges},
        Verb{"services", "The services and their requests", runServices},
        Verb{"traces", "The traces", runTraces},
        Verb{"trace", "One trace as a tree, as JSON or as a picture", runTrace},
        Verb{"stats", "Spans by service, operation or attribute: counts, failures, times", runStats},
        Verb{"differences", "By which attributes failed or slow calls differ from the others",
             runDifferences},
        Verb{"graph", "The service graph as a picture, as DOT or as JSON", runGraph},
        Verb{"heatmap", "The latency of calls over time, as a picture", runHeatmap},
        Verb{"critical-path", "What the traces waited for, and what if a call took less", runCriticalPath},
        Verb{"failures", "Where failures start, exceptions, and the call paths that fail", runFailures},
        Verb{"suspects", "Requests that repeat a call (N+1), and retries", runSuspects},
        Verb{"shapes", "Traces grouped by the call paths they consist of", runShapes},
        Verb{"import", "Writes a capture that opens without parsing", runImport},
        Verb{"sql", "Answers a SELECT on the tables of a capture", runSql},
        Verb{"cache", "Lists or clears the captures read before", runCache},
    };
    return all;
}

} // namespace hallway::cli
