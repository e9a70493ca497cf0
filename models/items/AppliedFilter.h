// A filter that was evaluated over the open capture.
#pragma once

#include "analysis/Subset.h"

#include <QString>

#include <memory>

namespace hallway {

/// What figures count under a filter.
enum class FilterMode : std::uint8_t {
    WholeTraces,   ///< all spans and calls of the traces it names
    MatchingSpans, ///< the matching spans and their calls only
};

/// Immutable, shared between threads.
struct AppliedFilter {
    QString text; ///< as the person wrote it
    FilterMode mode = FilterMode::WholeTraces;
    SpanSet matching;                     ///< whatever the mode
    std::shared_ptr<const Chosen> chosen; ///< what counts in this mode; not null
};

} // namespace hallway
