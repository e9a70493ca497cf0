#include "gui/SubsetFigures.h"

namespace hallway {

namespace {

/// Lives as long as its capture.
std::shared_ptr<const ServiceGraph> wholeGraphOf(const std::shared_ptr<const Capture>& capture) {
    return capture ? std::shared_ptr<const ServiceGraph>(capture, &capture->graph()) : nullptr;
}

} // namespace

void SubsetFigures::setCapture(std::shared_ptr<const Capture> capture) {
    m_jobs.cancel();
    m_capture = std::move(capture);
    show(wholeGraphOf(m_capture), {});
}

void SubsetFigures::setSubset(const Subset& subset) {
    if (!m_capture) return;
    if (subset.isEverything()) {
        m_jobs.cancel();
        show(wholeGraphOf(m_capture), {});
        return;
    }
    m_jobs.run(
        [capture = m_capture, subset](const CancelToken&) {
            return std::make_shared<const ServiceGraph>(
                deriveGraph(capture->spans(), capture->calls(), subset));
        },
        [this, subset](std::shared_ptr<const ServiceGraph> graph) { show(std::move(graph), subset); });
}

void SubsetFigures::show(std::shared_ptr<const ServiceGraph> graph, const Subset& subset) {
    m_subset = subset;
    m_graph = std::move(graph);
    emit graphChanged();
}

} // namespace hallway
