// Which attributes a capture has, and how often each of their values: every row is looked at once.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "store/Database.h"
#include "trace/AttributePredicate.h"
#include "trace/ResourceTable.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hallway {

/// All values at one place, of one key where the place has keys.
struct CountedValues {
    AttributePlace place = AttributePlace::Span;
    std::string key;
    std::uint64_t spans = 0; ///< that have one
    bool isNumeric = false;  ///< some are numbers
    bool hasMore = false;    ///< not all values are counted: too many, too long, or lists
    std::vector<std::pair<Scalar, std::uint64_t>>
        values; ///< in no order; of events and links: how often, of others: spans
};

struct CountLimits {
    std::size_t keys = 5'000;          ///< different ones; what comes later is left out
    std::size_t valuesOfKey = 2'000;   ///< different ones; those that come later are left out
    std::size_t longestText = 200;     ///< bytes
    std::size_t valuesOfAll = 500'000; ///< different ones
};

/// What it is made of must outlive it. For its speed it does not check the rows' sums.
class AttributeCounts {
public:
    AttributeCounts(const StringPool& strings, const ResourceTable& resources, const ScopeTable& scopes,
                    CountLimits limits)
        : m_strings(strings), m_resources(resources), m_scopes(scopes), m_limits(limits) {}

    /// Of Span, Resource, Instrumentation, Event, Link, InstrumentationName, InstrumentationVersion,
    /// StatusMessage and EventName. One thread for each connection. Errors: CacheDamaged, Cancelled.
    [[nodiscard]] Result<std::vector<CountedValues>> run(std::span<const Database> connections,
                                                         const CancelToken& cancel) const;

private:
    const StringPool& m_strings;
    const ResourceTable& m_resources;
    const ScopeTable& m_scopes;
    CountLimits m_limits;
};

} // namespace hallway
