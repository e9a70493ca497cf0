#include "layout/GraphvizProcess.h"

#include "layout/HelperRun.h"
#include "layout/LayoutMessages.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace hallway {
namespace {

// Sparse graphs beyond this were not done in 30 s, dense ones far below: waiting for them is in vain.
constexpr std::size_t kMostNodes = 2'000;
constexpr std::size_t kMostEdges = 8'000;

bool isProgram(const std::filesystem::path& path) {
    const QFileInfo info(QString::fromStdString(path.string()));
    return info.isFile() && info.isExecutable();
}

bool fits(const GraphLayout& layout, const LayoutRequest& request) {
    return layout.edges.size() == request.edges.size() && layout.boxes.size() == request.boxes.size() &&
           std::equal(
               layout.nodes.begin(), layout.nodes.end(), request.nodes.begin(), request.nodes.end(),
               [](const PlacedNode& placed, const NodeToPlace& asked) { return placed.size == asked.size; });
}

} // namespace

GraphvizProcess::GraphvizProcess(std::vector<std::filesystem::path> candidates)
    : m_candidates(std::move(candidates)) {}

Result<GraphLayout> GraphvizProcess::layout(const LayoutRequest& request, std::chrono::milliseconds limit,
                                            const CancelToken& cancel) const {
    if (const Status fine = checkLayoutRequest(request); !fine) return fail(fine.error());
    if (request.nodes.size() > kMostNodes || request.edges.size() > kMostEdges)
        return fail(ErrorCode::LayoutFailed, {"the graph is too large for Graphviz"});

    const auto program = std::find_if(m_candidates.begin(), m_candidates.end(), isProgram);
    if (program == m_candidates.end())
        return fail(ErrorCode::HelperMissing, {m_candidates.empty() ? "" : m_candidates.front().string()});

    const Result<std::string> answer = runHelper(*program, toJson(request), limit, cancel);
    if (!answer) return fail(answer.error());
    Result<GraphLayout> layout = graphLayoutFromJson(*answer);
    if (layout && !fits(*layout, request))
        return fail(ErrorCode::LayoutFailed, {"the layout does not fit its graph"});
    return layout;
}

std::vector<std::filesystem::path> layoutHelperCandidates() {
    const std::filesystem::path folder = QCoreApplication::applicationDirPath().toStdString();
    return {folder / "hallway-layout", (folder / HALLWAY_LAYOUT_HELPER).lexically_normal()};
}

} // namespace hallway
