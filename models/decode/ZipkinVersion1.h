// Version 1 of Zipkin's model, where a span is what its annotations say: who sent and received, and when.
// The sides are told apart as Zipkin's own converter does.
#pragma once

#include "decode/ZipkinContent.h"

#include <vector>

namespace hallway {

/// Words with a meaning of their own are cs, cr, sr, ss, ms, mr, ws and wr.
struct Version1Annotation {
    std::int64_t time = 0; ///< ns
    std::string_view value;
    ZipkinEndpoint endpoint;
};

struct Version1Tag {
    StringId key;
    std::string_view name; ///< the key's text; sa, ca and ma are addresses, lc a local component
    JsonScalar value;
    ZipkinEndpoint endpoint;
};

/// A record as written. Times are nanoseconds, 0 where absent.
struct Version1Record {
    std::int64_t start = 0;
    std::int64_t duration = 0;
    std::vector<Version1Annotation> annotations;
    std::vector<Version1Tag> tags;

    void clear() {
        start = duration = 0;
        annotations.clear();
        tags.clear();
    }
};

/// Sets sides, tags and annotations of the content.
void splitVersion1(const Version1Record& record, ZipkinContent& content);

} // namespace hallway
