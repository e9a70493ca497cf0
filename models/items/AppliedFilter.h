// A filter that was evaluated over the open capture.
#pragma once

#include "analysis/Subset.h"
#include "session/FilterRun.h"

#include <QString>

#include <memory>

namespace hallway {

/// Immutable, shared between threads.
struct AppliedFilter {
    QString text; ///< as the person wrote it
    FilterMode mode = FilterMode::WholeTraces;
    SpanSet matching;                     ///< whatever the mode
    std::shared_ptr<const Chosen> chosen; ///< what counts in this mode; not null
};

} // namespace hallway
