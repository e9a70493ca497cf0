// Reading a few attributes of all spans, or of some: the rows are passed once, on several connections at
// once.
#pragma once

#include "base/Cancellation.h"
#include "store/Database.h"
#include "store/SpanRowCodec.h"
#include "trace/AttributeColumn.h"
#include "trace/ResourceTable.h"

#include <optional>
#include <span>
#include <vector>

namespace hallway {

/// What it is made of must outlive it. Does not check the rows' sums, as AttributeScan.
class AttributeColumnScan {
public:
    /// `wanted`: by StoreRow, whether the row is read; null = all, and rows beyond its end are not.
    AttributeColumnScan(std::span<const AttributeName> names, const std::vector<bool>* wanted,
                        const StringPool& strings, const ResourceTable& resources, const ScopeTable& scopes);

    /// A column for each name, by StoreRow, `none` where a row is not wanted. One thread for each connection,
    /// all of the same capture; at least one. Errors: CacheDamaged, Cancelled.
    [[nodiscard]] Result<std::vector<AttributeColumn>> run(std::span<const Database> connections,
                                                           const CancelToken& cancel) const;

private:
    struct Found; ///< of one thread
    [[nodiscard]] bool read(const SpanRowAttributes& span, Found& found) const;

    std::vector<AttributeName> m_names;
    std::vector<StringId> m_keys; ///< by name; invalid where no attribute has it
    const std::vector<bool>* m_wanted;
    const StringPool& m_strings;
    std::size_t m_resourceCount, m_scopeCount;
    std::vector<std::vector<std::optional<Attribute>>> m_ofResource, m_ofScope; ///< by name, by id
    bool m_readsSpans = false; ///< whether the spans' own attributes are looked at
};

} // namespace hallway
