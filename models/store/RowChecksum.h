// A checksum over rows as they lie in a table, so that a changed bit is noticed before it is believed.
#pragma once

#include "store/Database.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace hallway {

/// Over the values and types of all columns of rows, in order.
class RowChecksum {
public:
    void add(const Statement& row);
    /// One cell of a row that is not read but being written.
    void add(std::int64_t integer);
    void add(std::string_view text);
    [[nodiscard]] std::int64_t value() const { return static_cast<std::int64_t>(m_sum); }

private:
    std::uint64_t m_sum = 0;
};

/// The tables sealed by one checksum each, and the order their rows are read in.
struct SealedTable {
    const char* name;
    const char* query;
};
inline constexpr SealedTable sealedStrings{"string", "SELECT id, text FROM string ORDER BY id"};
inline constexpr SealedTable sealedResources{
    "resource", "SELECT id, service, namespace, host, label, attributes FROM resource ORDER BY id"};
inline constexpr SealedTable sealedScopes{"scope",
                                          "SELECT id, name, version, attributes FROM scope ORDER BY id"};
inline constexpr SealedTable sealedSources{
    "sources", "SELECT source, path, format, bytes, spans FROM sources ORDER BY source"};
inline constexpr SealedTable sealedProblems{
    "problem_row", "SELECT source, code, count, example, byte_offset, line FROM problem_row ORDER BY id"};
inline constexpr SealedTable sealedCapture{
    "capture",
    "SELECT traces, spans, services, duplicates, orphans, incomplete_traces, start_ns, end_ns, fingerprint "
    "FROM capture"};

/// Notes the checksum of a table as it is now.
[[nodiscard]] Status seal(const Database& database, const SealedTable& table);
[[nodiscard]] Status seal(const Database& database, const SealedTable& table, const RowChecksum& checksum);

/// Hands every row to `take`, then compares. Until it has returned without an error, what was taken is not
/// trustworthy. Errors: CacheDamaged, Cancelled, those of `take`.
[[nodiscard]] Status readSealed(const Database& database, const SealedTable& table,
                                const std::function<Status(const Statement& row)>& take);

/// CacheDamaged for the file of a database.
[[nodiscard]] tl::unexpected<Error> damaged(const Database& database, std::string reason);

} // namespace hallway
