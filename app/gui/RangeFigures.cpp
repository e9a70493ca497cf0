#include "gui/RangeFigures.h"

namespace hallway {

namespace {

/// Lives as long as its capture.
std::shared_ptr<const ServiceGraph> wholeGraphOf(const std::shared_ptr<const Capture>& capture) {
    return capture ? std::shared_ptr<const ServiceGraph>(capture, &capture->graph()) : nullptr;
}

} // namespace

void RangeFigures::setCapture(std::shared_ptr<const Capture> capture) {
    m_jobs.cancel();
    m_capture = std::move(capture);
    show(wholeGraphOf(m_capture), std::nullopt);
}

void RangeFigures::setRange(const std::optional<TimeRange>& range) {
    if (!m_capture) return;
    if (!range) {
        m_jobs.cancel();
        show(wholeGraphOf(m_capture), std::nullopt);
        return;
    }
    m_jobs.run(
        [capture = m_capture, range = *range](const CancelToken&) {
            return std::make_shared<const ServiceGraph>(
                deriveGraph(capture->spans(), capture->calls(), range));
        },
        [this, range](std::shared_ptr<const ServiceGraph> graph) { show(std::move(graph), range); });
}

void RangeFigures::show(std::shared_ptr<const ServiceGraph> graph, const std::optional<TimeRange>& range) {
    m_range = range;
    m_graph = std::move(graph);
    emit graphChanged();
}

} // namespace hallway
