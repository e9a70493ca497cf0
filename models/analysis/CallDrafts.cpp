#include "analysis/CallDrafts.h"

namespace hallway {

void CallDrafts::addMessage(CallDraft call, std::optional<Timestamp> arrival, const SpanTable& spans) {
    if (call.has(CallFlag::ClientSide) && call.server.valid() && spans.hasDuration(call.client) &&
        spans.hasDuration(call.server)) {
        const Timestamp arrived = arrival.value_or(spans.start[call.server.index()]);
        const Timestamp sent = spans.start[call.client.index()], done = spans.end[call.client.index()];
        if (arrived >= sent) {
            deliveries.emplace_back(static_cast<std::uint32_t>(calls.size()),
                                    arrived - (arrived >= done ? done : sent));
            call.set(CallFlag::HasDelivery);
        } else {
            call.set(CallFlag::DeliverySkewed);
        }
    }
    calls.push_back(call);
}

} // namespace hallway
