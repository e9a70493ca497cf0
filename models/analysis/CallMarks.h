// What is known of a call once all calls are known: failures, retries, delivery (calls.md rules 20 to 24).
#pragma once

#include "analysis/CallWork.h"

namespace hallway {

/// Rule 22 for calls, `strict`, rule 20's flag.
void markFailures(CallWork& work);
/// Rule 23; `entryOf` by row.
void markOrigins(CallWork& work, const std::vector<SpanRow>& entryOf);
/// Rule 24 (i), (iii), (iv).
void markRetries(CallWork& work);

/// Rule 21: nothing where a side is missing or unfinished; `skewed` where it would be negative both ways.
struct Delivery {
    std::optional<Duration> time;
    bool skewed = false;
};
[[nodiscard]] Delivery deliveryOf(const CallDraft& call, const SpanTable& spans);

} // namespace hallway
