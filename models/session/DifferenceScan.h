// Comparing calls by everything that is known about them: facts from the columns, attributes from one pass
// over the rows of the store.
#pragma once

#include "analysis/Differences.h"
#include "base/Cancellation.h"
#include "base/Result.h"
#include "session/Capture.h"

namespace hallway {

/// By what the selected calls were chosen: what only says the same again is not compared.
enum class ChosenBy : std::uint8_t {
    Anything,
    Failure, ///< then not whether a call failed, nor how its status says so
};

/// Reads the attributes of the calls' spans on up to `threads` threads (0 = one a processor, at most four)
/// and needs about 8 bytes for each of them. The result does not depend on the threads. Any thread. Errors:
/// CacheDamaged, Cancelled.
[[nodiscard]] Result<Differences> differencesOf(const Capture& capture, const ComparedCalls& calls,
                                                ChosenBy chosenBy = ChosenBy::Anything,
                                                const CancelToken& cancel = {}, unsigned threads = 0);

} // namespace hallway
