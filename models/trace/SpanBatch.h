// What decoders hand on: some thousand spans at a time.
#pragma once

#include "trace/Span.h"

#include <string>
#include <string_view>
#include <vector>

namespace hallway {

struct LinkTarget {
    TraceId trace;
    SpanId span;
};

struct SpanBatch {
    std::vector<SpanRecord> spans;
    std::vector<LinkTarget> links;
    std::string bytes; ///< packed attributes, events and links of the spans

    [[nodiscard]] std::string_view bytesOf(ByteRange range) const {
        return std::string_view(bytes).substr(range.offset, range.size);
    }
};

/// Receives batches in file order, on the decoding thread.
class SpanSink {
public:
    virtual ~SpanSink() = default;
    virtual void accept(SpanBatch batch) = 0;
};

} // namespace hallway
