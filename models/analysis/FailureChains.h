// Which edges upstream saw failures (calls.md rule 23). Private to FailureOrigins.
#pragma once

#include "analysis/FailureGroups.h"

#include <utility>
#include <vector>

namespace hallway {

/// Any thread may ask.
class FailureChains {
public:
    explicit FailureChains(const FailureScope& scope);

    /// The edges of the failures themselves, then those of the failed calls into the requests they left, and
    /// so on; each call counts once.
    [[nodiscard]] std::vector<ChainStep> above(const std::vector<const Failure*>& failures) const;

private:
    const FailureScope& m_scope;
    std::vector<std::pair<SpanRow, CallRow>> m_into; ///< failed calls by the request they made, sorted
};

} // namespace hallway
