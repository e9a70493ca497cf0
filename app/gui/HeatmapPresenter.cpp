#include "gui/HeatmapPresenter.h"

#include "gui/SelectedCalls.h"
#include "gui/Wording.h"

namespace hallway {

namespace {

LatencyBox boxOf(const HeatmapSelection& selection) {
    return {selection.time, selection.lowest, selection.highest};
}

HeatmapCells cellsOf(const LatencyBox& box, const Heatmap& heatmap) {
    constexpr Duration least{1};
    return {heatmap.columnOf(box.time.from), heatmap.columnOf(box.time.to - least), heatmap.rowOf(box.low),
            heatmap.rowOf(box.high - least)};
}

} // namespace

HeatmapPresenter::HeatmapPresenter(HeatmapView& view, SelectionModel& selection, QObject* parent)
    : QObject(parent), m_view(view), m_selection(selection) {
    connect(&view, &HeatmapView::cellSelected, this,
            [this](const HeatmapSelection& cell) { m_selection.selectBox(boxOf(cell)); });
    connect(&view, &HeatmapView::boxSelected, this,
            [this](const HeatmapSelection& box) { m_selection.selectBox(boxOf(box)); });
    connect(&view, &HeatmapView::boxActivated, this, [this](const HeatmapSelection& box) {
        m_selection.selectBox(boxOf(box));
        emit callsRequested();
    });
    connect(&view, &HeatmapView::boxCleared, this, [this] { m_selection.selectBox(std::nullopt); });
    connect(&view, &HeatmapView::optionsChanged, this, &HeatmapPresenter::update);
    connect(&selection, &SelectionModel::changed, this,
            [this](const Selection& now, const Selection& before) {
                if (now.edge != before.edge || now.node != before.node || now.range != before.range ||
                    now.filter != before.filter)
                    update();
                else if (now.box != before.box)
                    showBox();
            });
}

void HeatmapPresenter::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture = std::move(capture);
    update();
}

void HeatmapPresenter::update() {
    const Selection selection = m_selection.now();
    if (!m_capture || (!selection.edge && !selection.node)) {
        m_jobs.cancel();
        show(nullptr, {});
        return;
    }
    m_jobs.run(
        [capture = m_capture, selection, options = m_view.options()](const CancelToken&) {
            return std::make_shared<const Heatmap>(
                heatmapOf(samplesOf(selection, *capture), subsetOf(selection).range, options));
        },
        [this, subject = subjectOf(selection, m_capture->calls())](std::shared_ptr<const Heatmap> heatmap) {
            show(std::move(heatmap), subject);
        });
}

void HeatmapPresenter::show(std::shared_ptr<const Heatmap> heatmap, const QString& subject) {
    m_heatmap = std::move(heatmap);
    m_subject = subject;
    m_view.setHeatmap(m_heatmap, m_subject);
    showBox();
    emit shown();
}

void HeatmapPresenter::showBox() {
    const std::optional<LatencyBox>& box = m_selection.now().box;
    const bool visible = box && m_heatmap && !m_heatmap->empty();
    m_view.setBox(visible ? std::optional(cellsOf(*box, *m_heatmap)) : std::nullopt);
}

} // namespace hallway
