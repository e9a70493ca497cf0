// Finding the spans that predicates are true of, and numbers of an attribute: every row is looked at, on
// several connections at once.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "store/Database.h"
#include "trace/AttributePredicate.h"
#include "trace/ResourceTable.h"

#include <span>
#include <string>
#include <vector>

namespace hallway {

/// What it is made of must outlive it. For its speed it does not check the rows' sums.
class AttributeScan {
public:
    AttributeScan(std::span<const AttributePredicate> predicates, const StringPool& strings,
                  const ResourceTable& resources, const ScopeTable& scopes)
        : m_predicates(predicates), m_strings(strings), m_resources(resources), m_scopes(scopes) {}

    /// For each predicate the rows it is true of, by StoreRow, up to the last of them. One thread for each
    /// connection, all of the same capture; at least one. Errors: CacheDamaged, Cancelled.
    [[nodiscard]] Result<std::vector<std::vector<bool>>> run(std::span<const Database> connections,
                                                             const CancelToken& cancel) const;

private:
    std::span<const AttributePredicate> m_predicates;
    const StringPool& m_strings;
    const ResourceTable& m_resources;
    const ScopeTable& m_scopes;
};

/// The numbers of one attribute. As AttributeScan.
class NumberScan {
public:
    /// `place`: Span, Resource, Anywhere or Instrumentation.
    NumberScan(AttributePlace place, const std::string& key, const StringPool& strings,
               const ResourceTable& resources, const ScopeTable& scopes)
        : m_place(place), m_key(strings.find(key)), m_strings(strings), m_resources(resources),
          m_scopes(scopes) {}

    /// By StoreRow; not a number where a row has none.
    [[nodiscard]] Result<std::vector<double>> run(std::span<const Database> connections,
                                                  const CancelToken& cancel) const;

private:
    AttributePlace m_place;
    StringId m_key;
    const StringPool& m_strings;
    const ResourceTable& m_resources;
    const ScopeTable& m_scopes;
};

} // namespace hallway
