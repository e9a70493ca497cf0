#include "gui/HeatmapPresenter.h"

#include "common/Text.h"
#include "gui/SelectedCalls.h"
#include "gui/Wording.h"

#include <algorithm>
#include <unordered_map>

namespace hallway {

namespace {

std::vector<OperationChoice> operationsOf(const std::vector<SourcedCall>& calls, const Capture& capture) {
    constexpr std::size_t most = 40;
    std::unordered_map<StringId, std::uint64_t> counts;
    for (const SourcedCall& call : calls)
        if (call.shown().valid()) ++counts[capture.spans().name[call.shown().index()]];
    std::vector<OperationChoice> operations;
    for (const auto& [name, count] : counts)
        operations.push_back({name, {}, count});
    const auto shown = operations.begin() + static_cast<std::ptrdiff_t>(std::min(most, operations.size()));
    std::partial_sort(operations.begin(), shown, operations.end(),
                      [](const OperationChoice& a, const OperationChoice& b) {
                          return a.calls != b.calls ? a.calls > b.calls : a.name < b.name;
                      });
    operations.erase(shown, operations.end());
    for (OperationChoice& operation : operations)
        operation.text = shownText(capture.strings().text(operation.name));
    return operations;
}

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
                if (now.edge != before.edge || now.operation != before.operation || now.node != before.node ||
                    now.range != before.range || now.filter != before.filter)
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
    if (!m_capture) {
        m_jobs.cancel();
        m_operations.clear();
        show(nullptr, {});
        return;
    }
    m_jobs.run([capture = m_capture, selection, options = m_view.options()](
                   const CancelToken&) { return derive(selection, *capture, options); },
               [this, subject = sourceNameOf(selection, *m_capture)](Derived derived) {
                   m_operations = std::move(derived.operations);
                   show(std::move(derived.heatmap), subject);
               });
}

HeatmapPresenter::Derived HeatmapPresenter::derive(const Selection& selection, const Capture& capture,
                                                   const HeatmapOptions& options) {
    Selection whole = selection;
    whole.operation = {};
    std::vector<SourcedCall> calls = callsOf(whole, capture);
    Derived derived{nullptr, operationsOf(calls, capture)};
    if (selection.operation.valid())
        std::erase_if(calls, [&](const SourcedCall& call) {
            return !call.shown().valid() || capture.spans().name[call.shown().index()] != selection.operation;
        });
    derived.heatmap =
        std::make_shared<const Heatmap>(heatmapOf(samplesOf(calls), subsetOf(selection).range, options));
    return derived;
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
