// Time on critical paths, added up by group, trace after trace. Private to CriticalShares.
#pragma once

#include "analysis/CriticalShares.h"
#include "analysis/TracePath.h"

#include <vector>

namespace hallway {

/// Groups are numbers: of edges, or of services.
class ShareGatherer {
public:
    explicit ShareGatherer(std::size_t groups) : m_shares(groups), m_current(groups) {}

    /// `groupOf`: of each span of the tree.
    void add(const TracePath& trace, const std::vector<std::uint32_t>& groupOf);
    /// Traces of the other one come after those of this one.
    void merge(const ShareGatherer& other);

    [[nodiscard]] std::vector<PathShare> take() && { return std::move(m_shares); }

private:
    struct Current { ///< of one group in the current trace
        Duration own{}, heaviest{};
        SpanRow span;
        std::uint32_t open = 0; ///< spans of the group above the one looked at
        bool touched = false;
    };
    void addOwn(const TracePath& trace, const std::vector<std::uint32_t>& groupOf);
    void addThrough(const TracePath& trace, const std::vector<std::uint32_t>& groupOf);

    std::vector<PathShare> m_shares;
    std::vector<Current> m_current; ///< as constructed between traces
    std::vector<std::uint32_t> m_touched;
    std::vector<Duration> m_below;     ///< critical time of each subtree; kept for its capacity
    std::vector<std::uint32_t> m_open; ///< the way down to a span; likewise
};

} // namespace hallway
