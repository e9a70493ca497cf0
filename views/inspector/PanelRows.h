// Rows and sections that an edge and a service have in common.
#pragma once

#include "inspector/PanelContent.h"

namespace hallway {

[[nodiscard]] QString countText(std::uint64_t count);
[[nodiscard]] QString wordOfClass(CallClass callClass);
[[nodiscard]] QString wordOfNodeKind(NodeKind kind);
[[nodiscard]] QString wordOfFailure(FailureKind kind);

[[nodiscard]] PanelFigure shareFigure(std::uint64_t failed, std::uint64_t calls);
[[nodiscard]] PanelFigure percentileFigure(const std::optional<Distribution>& samples, int percentile);

/// "24.8 % fail", "703 of 2,830"; `detail` as given.
[[nodiscard]] FailureSummary failureSummary(std::uint64_t failed, std::uint64_t calls, const QString& detail);
/// p50, p95, p99 and max as bars, and the chart of all samples. Without samples: one row that says so.
[[nodiscard]] PanelSection latencySection(const std::optional<Distribution>& latency, std::uint64_t calls);
/// Failures below, calls above, over the range.
[[nodiscard]] PanelSection overTimeSection(const QString& title, const CallBins& bins,
                                           format::UtcOffset offset);
[[nodiscard]] PanelSection operationsSection(const std::vector<OperationItem>& operations);
/// Codes with their calls; without rows while they are not read, or where no call tells one.
[[nodiscard]] PanelSection codesSection(const std::optional<CallCodes>& codes);
/// `total`: of which these are the worst.
[[nodiscard]] PanelSection worstSection(const QString& title, const std::vector<CallItem>& worst,
                                        std::uint64_t total, const QString& all, format::UtcOffset offset);

} // namespace hallway
