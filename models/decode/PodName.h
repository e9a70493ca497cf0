// Names of Kubernetes pods.
#pragma once

#include <string_view>

namespace hallway {

/// What a pod is an instance of: the name without what a Deployment (`cart-579f59597d-wc2lz`), a DaemonSet
/// (`agent-x7k2p`) or a StatefulSet (`kafka-0`) appended. Another name stays as it is.
[[nodiscard]] std::string_view workloadOfPod(std::string_view pod);

} // namespace hallway
