// The attributes of the spans of one trace: which keys there are, the values of one, and where a text stands.
// All of these read the store piece by piece, for any thread; errors: CacheDamaged, Cancelled.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "session/Capture.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// Keys are named as the filter language does: with "span." or "resource." before them.
struct TraceKey {
    static constexpr std::uint32_t mostCounted = 1000;
    std::string key;
    std::uint32_t spans = 0;    ///< that have it
    std::uint32_t distinct = 0; ///< values; counting ends at mostCounted
    bool operator==(const TraceKey&) const = default;
};

/// By key.
[[nodiscard]] Result<std::vector<TraceKey>> keysOfTrace(TraceRow trace, const Capture& capture,
                                                        const CancelToken& cancel = {});

struct TraceValues {
    static constexpr std::uint32_t absent = 0xffffffff;
    struct Value {
        NamedValue value; ///< with its type; of equal texts the first
        std::uint32_t spans = 0;
    };
    std::vector<Value> values;          ///< the most frequent first, of equals by text
    std::vector<std::uint32_t> valueOf; ///< by row − the trace's first row: index into values, or absent
};

/// `key` as in TraceKey. Values are told apart by what a person reads.
[[nodiscard]] Result<TraceValues> valuesInTrace(TraceRow trace, std::string_view key, const Capture& capture,
                                                const CancelToken& cancel = {});

/// Spans that hold `text` in the key or value of an attribute (of the span, its resource or its scope), in an
/// event, in the status message, or at the begin of their id; letters of ASCII whatever their case. In order
/// of rows; nothing holds the empty text.
[[nodiscard]] Result<std::vector<SpanRow>>
spansHolding(TraceRow trace, std::string_view text, const Capture& capture, const CancelToken& cancel = {});

} // namespace hallway
