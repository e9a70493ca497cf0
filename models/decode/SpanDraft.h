// The parts of a span that vary in size, while it is being read: its members may come in any order, and
// twice.
#pragma once

#include "trace/Event.h"
#include "trace/SpanBatch.h"

#include <string>
#include <vector>

namespace hallway {

struct SpanDraft {
    std::string attributes; ///< packed
    std::string events;     ///< packed
    std::string links;      ///< packed
    std::vector<LinkTarget> targets;

    void clear();
    void addLink(const Link& link);
    /// Appends everything to the batch and lets the record, which is in the batch, refer to it. Sets
    /// HasLinks.
    void appendTo(SpanBatch& batch, SpanRecord& record) const;
};

/// A hash of what the span is, not of where it stands or how its file spells it: the same for equal content,
/// in every file. Ids are left out; never 0.
[[nodiscard]] std::uint64_t contentHash(const SpanRecord& record, const SpanDraft& draft,
                                        const StringPool& strings);

} // namespace hallway
