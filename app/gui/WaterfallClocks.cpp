#include "gui/WaterfallClocks.h"

#include "analysis/ClockOffsets.h"
#include "common/Text.h"

#include <algorithm>

namespace hallway {

namespace {

std::vector<NamedOffset> offsetsFor(const WaterfallTrace* trace, const Capture& capture, Duration limit,
                                    const CancelToken& cancel) {
    std::vector<HostOffset> own;
    if (trace != nullptr) own = clockOffsetsOf(trace->trace, capture.spans(), limit);
    const auto nameOf = [&](StringId host) {
        return host.valid() ? shownText(capture.strings().text(host)) : QString();
    };
    std::vector<NamedOffset> named;
    for (const HostOffset& offset : clockOffsetsOf(capture.spans(), limit, cancel)) {
        const bool inTrace = std::any_of(own.begin(), own.end(), [&](const HostOffset& other) {
            return other.caller == offset.caller && other.callee == offset.callee;
        });
        named.push_back({offset, nameOf(offset.caller), nameOf(offset.callee), inTrace});
    }
    // What is on the screen comes first.
    std::stable_partition(named.begin(), named.end(),
                          [](const NamedOffset& offset) { return offset.inTrace; });
    return named;
}

} // namespace

WaterfallClocks::WaterfallClocks(WaterfallView& view, QObject* parent) : QObject(parent), m_view(view) {
    connect(&view, &WaterfallView::clockModeChosen, this, &WaterfallClocks::setMode);
    connect(&view, &WaterfallView::clockOffsetsRequested, this, &WaterfallClocks::showOffsets);
}

void WaterfallClocks::setCapture(std::shared_ptr<const Capture> capture) {
    m_jobs.cancel();
    m_capture = std::move(capture);
    if (m_dialog) m_dialog->close();
}

void WaterfallClocks::setTrace(std::shared_ptr<const WaterfallTrace> trace) {
    const bool isOther = !m_trace || !trace || m_trace->trace != trace->trace;
    m_trace = std::move(trace);
    if (m_dialog && m_capture && isOther) compare();
}

void WaterfallClocks::setMode(ClockMode mode) {
    if (m_mode == mode) return;
    m_mode = mode;
    if (m_dialog) m_dialog->setAdjusted(mode == ClockMode::Adjusted);
    emit changed();
}

void WaterfallClocks::showOffsets() {
    if (!m_capture) return;
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new ClockOffsetsDialog(&m_view);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAdjusted(m_mode == ClockMode::Adjusted);
    m_dialog->setLimit(m_limit);
    connect(m_dialog, &ClockOffsetsDialog::adjustingChosen, &m_view, &WaterfallView::setAdjusted);
    connect(m_dialog, &ClockOffsetsDialog::limitChosen, this, [this](Duration limit) {
        m_limit = limit;
        compare();
        if (m_mode == ClockMode::Adjusted) emit changed();
    });
    compare();
    m_dialog->show();
}

void WaterfallClocks::compare() {
    m_dialog->setBusy();
    m_jobs.run([capture = m_capture, trace = m_trace, limit = m_limit](
                   const CancelToken& cancel) { return offsetsFor(trace.get(), *capture, limit, cancel); },
               [this](const std::vector<NamedOffset>& offsets) {
                   if (m_dialog) m_dialog->setOffsets(offsets);
               });
}

} // namespace hallway
