#include "analysis/DimensionOrder.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hallway {

namespace {

constexpr std::array<std::string_view, 16> telling{"service.version",
                                                   "cloud.availability_zone",
                                                   "availability_zone",
                                                   "zone",
                                                   "k8s.cluster.name",
                                                   "cloud.region",
                                                   "deployment.environment.name",
                                                   "deployment.environment",
                                                   "k8s.namespace.name",
                                                   "host.name",
                                                   "k8s.node.name",
                                                   "k8s.pod.name",
                                                   "service.instance.id",
                                                   "host.id",
                                                   "container.image.tag",
                                                   "faas.version"};

/// Processes, threads and machines have many names; these say least.
bool isNumberOfProcess(std::string_view key) {
    return key.starts_with("process.") || key.starts_with("telemetry.") || key.starts_with("thread.") ||
           key == "container.id" || key.ends_with(".port");
}

int rankOf(const Dimension& dimension) {
    if (dimension.scope == ValueScope::Fact) {
        if (dimension.fact == Fact::Calls) return 23; // behind the edge itself
        const bool isWhere = dimension.fact == Fact::HasSpan || dimension.fact == Fact::FailureStarts;
        return isWhere || dimension.side == CallSide::Inside ? 0 : 20;
    }
    if (isNumberOfProcess(dimension.key)) return 40;
    const auto at = std::find(telling.begin(), telling.end(), dimension.key);
    if (at != telling.end()) return 1 + static_cast<int>(at - telling.begin());
    return dimension.scope == ValueScope::Span ? 21 : 22;
}

} // namespace

bool comesBefore(const Dimension& a, const Dimension& b) {
    const int rankA = rankOf(a), rankB = rankOf(b);
    return rankA != rankB ? rankA < rankB : a < b;
}

} // namespace hallway
