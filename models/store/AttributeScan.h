// Finding the spans an AttributePredicate is true of: every row is looked at, on several connections at once.
#pragma once

#include "base/Cancellation.h"
#include "store/AttributeMatcher.h"
#include "store/Database.h"
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
    [[nodiscard]] Result<std::vector<StoreRow>> run(std::span<Database> connections,
                                                    const CancelToken& cancel) const;

private:
    using Answer = AttributeMatcher::Answer;
    struct Rows {
        std::int64_t first, end;
    };
    [[nodiscard]] static Result<Rows> allRows(const Database& database);
    [[nodiscard]] Result<std::vector<StoreRow>> scan(const Database& database, Rows rows) const;
    [[nodiscard]] Answer answerOf(const Statement& row) const;
    [[nodiscard]] Answer answerOfEvents(std::string_view packed) const;
    [[nodiscard]] Answer answerOfLinks(std::string_view packed) const;

    const AttributePredicate& m_predicate;
    AttributeMatcher m_matcher;
    std::vector<Answer> m_resources, m_scopes; ///< by id
};

} // namespace hallway
