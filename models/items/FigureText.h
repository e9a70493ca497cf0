// Figures of the analysis as the text and the roles of table cells (look.md section 8).
#pragma once

#include "analysis/ServiceGraph.h"
#include "items/ColumnTotal.h"

#include <QString>
#include <QVariant>

#include <optional>

namespace hallway {

enum class Percentile { P50, P95, P99 };

[[nodiscard]] std::optional<Duration> valueOf(const std::optional<Distribution>& samples,
                                              Percentile percentile);
/// "84.2 ms"; with "~ " in front on too few calls; an en dash without samples, never 0.
[[nodiscard]] QString percentileText(const std::optional<Distribution>& samples, Percentile percentile);
/// Integer nanoseconds, or "" without samples.
[[nodiscard]] QString percentileExact(const std::optional<Distribution>& samples, Percentile percentile);
/// Too few calls for this percentile (p95: 20, p99: 100).
[[nodiscard]] bool isUncertain(const std::optional<Distribution>& samples, Percentile percentile);
/// "On 88 calls; a p99 needs 100.", or empty where the percentile is certain.
[[nodiscard]] QString uncertaintyText(const std::optional<Distribution>& samples, Percentile percentile);
/// Missing values sort below all others.
[[nodiscard]] bool percentileLess(const std::optional<Distribution>& a, const std::optional<Distribution>& b,
                                  Percentile percentile);
/// UncertainRole and the tooltip of a percentile cell.
[[nodiscard]] QVariant percentileRole(const std::optional<Distribution>& samples, Percentile percentile,
                                      int role);
/// HealthRole, BarRole, FewCallsRole and the tooltip of a failed share.
[[nodiscard]] QVariant failureRole(std::uint64_t failed, std::uint64_t calls, int role);

/// Of a row of totals: a count; the failed share of sums; what cannot be known.
[[nodiscard]] ColumnTotal countTotal(std::uint64_t count);
[[nodiscard]] ColumnTotal failedTotal(std::uint64_t failed, std::uint64_t calls);
/// How many rows: `one`, or `all` with their number for %1.
[[nodiscard]] ColumnTotal rowsTotal(std::size_t rows, const QString& one, const QString& all);
[[nodiscard]] ColumnTotal unknownTotal(const QString& why);

[[nodiscard]] QString toQString(const std::string& text);

} // namespace hallway
