// Graphviz behind the wall of a child process, `hallway-layout`: it can be killed at any moment, cannot take
// Hallway down and cannot leak into it.
#pragma once

#include "layout/LayoutEngine.h"

#include <filesystem>
#include <vector>

namespace hallway {

/// One helper is started for each layout and is gone when layout() returns, whatever happened.
class GraphvizProcess final : public LayoutEngine {
public:
    /// The first candidate that is an executable file is run; none of them: HelperMissing.
    explicit GraphvizProcess(std::vector<std::filesystem::path> candidates);

    /// Call it from the main thread or from a QThread (thread pools are fine), needs no event loop.
    /// `cancel` is polled every few milliseconds. More nodes or edges than Graphviz can ever place in the
    /// longest limit are refused at once with LayoutFailed, as are answers that do not fit the request.
    [[nodiscard]] Result<GraphLayout> layout(const LayoutRequest& request, std::chrono::milliseconds limit,
                                             const CancelToken& cancel) const override;

private:
    std::vector<std::filesystem::path> m_candidates;
};

/// Where the helper lies: beside the running program (build tree), then in the libexec folder of the
/// installation, found relative to the program. Needs a QCoreApplication.
[[nodiscard]] std::vector<std::filesystem::path> layoutHelperCandidates();

} // namespace hallway
