// Showing spans of a capture to somebody, row by row, on several connections at once: for whoever counts the
// values of attributes.
#pragma once

#include "base/Cancellation.h"
#include "store/Database.h"
#include "trace/Span.h"

#include <span>
#include <string_view>

namespace hallway {

/// Points into the row; valid during the visit.
struct VisitedSpan {
    StoreRow row;
    ResourceId resource;
    std::string_view attributes; ///< packed
};

/// What goes over one part of the rows, in ascending order; each part has a visitor of its own, on a thread
/// of its own.
class SpanVisitor {
public:
    virtual ~SpanVisitor() = default;
    /// Asked for each row; the attributes of the others are not unpacked.
    [[nodiscard]] virtual bool wants(StoreRow row) = 0;
    virtual void visit(const VisitedSpan& span) = 0;
};

/// The rows of one capture, shown to some visitors, at least as many as connections. Without a look at the
/// rows' sums.
struct SpanVisit {
    std::span<SpanVisitor* const> visitors;
    /// One thread for each connection; at least one. Errors: CacheDamaged, Cancelled.
    [[nodiscard]] Status run(std::span<const Database> connections, const CancelToken& cancel) const;
};

} // namespace hallway
