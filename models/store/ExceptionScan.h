// Reading the exceptions of spans: the rows are passed once, and no more than one of them is in memory.
#pragma once

#include "base/Cancellation.h"
#include "store/Database.h"
#include "trace/ExceptionEvent.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace hallway {

/// What it is made of must outlive it. Does not check the rows' sums, as AttributeScan.
class ExceptionScan {
public:
    using Visit = std::function<void(const ExceptionEvent&)>;

    /// `wanted`: by StoreRow, whether the row is read; rows beyond its end are not.
    ExceptionScan(const std::vector<bool>& wanted, const StringPool& strings, Visit visit)
        : m_wanted(wanted), m_strings(strings), m_visit(std::move(visit)) {}

    /// Visits the events in the order of their rows, on this thread. Only the first connection is used; at
    /// least one. Errors: CacheDamaged, Cancelled.
    [[nodiscard]] Status run(std::span<const Database> connections, const CancelToken& cancel) const;

private:
    struct Reading; ///< of the rows
    [[nodiscard]] bool visitEvents(StoreRow row, std::string_view packed, StringId exception) const;

    const std::vector<bool>& m_wanted;
    const StringPool& m_strings;
    Visit m_visit;
};

} // namespace hallway
