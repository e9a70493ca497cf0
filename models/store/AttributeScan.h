// Finding the spans an AttributePredicate is true of: every row is looked at, on several connections at once.
#pragma once

#include "base/Cancellation.h"
#include "store/AttributeMatcher.h"
#include "store/Database.h"
#include "store/SpanRowCodec.h"
#include "store/TableReader.h"
#include "trace/ResourceTable.h"

#include <span>
#include <vector>

namespace hallway {

/// A predicate made ready for the rows of one capture. What it is made of must outlive it.
class AttributeScan {
public:
    AttributeScan(const AttributePredicate& predicate, const StringPool& strings,
                  const ResourceTable& resources, const ScopeTable& scopes);

    /// The rows it is true of, ascending. One thread for each connection, all of the same capture; at least
    /// one. Errors: CacheDamaged, Cancelled.
    [[nodiscard]] Result<std::vector<StoreRow>> run(std::span<const Database> connections,
                                                    const CancelToken& cancel) const;

private:
    using Answer = AttributeMatcher::Answer;
    [[nodiscard]] Result<std::vector<StoreRow>> scan(const Database& database, TableReader::Piece piece,
                                                     const CancelToken& cancel) const;
    [[nodiscard]] Answer answerOf(const SpanRowAttributes& span) const;
    [[nodiscard]] Answer answerOfEvents(std::string_view packed) const;
    [[nodiscard]] Answer answerOfLinks(std::string_view packed) const;

    const AttributePredicate& m_predicate;
    AttributeMatcher m_matcher;
    SpanPart m_lastPart;
    std::vector<Answer> m_resources, m_scopes; ///< by id
};

} // namespace hallway
