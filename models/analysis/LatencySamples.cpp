#include "analysis/CallSource.h"

namespace hallway {

EdgeSamples samplesOf(EdgeId edge, const CallTable& calls, const SpanTable& spans, const Subset& subset) {
    return samplesOf(callsOf({edge, std::nullopt, {}}, calls, spans, subset));
}

EdgeSamples samplesOfCallsInto(NodeId node, const CallTable& calls, const SpanTable& spans,
                               const Subset& subset) {
    return samplesOf(callsOf({std::nullopt, node, {}}, calls, spans, subset));
}

} // namespace hallway
