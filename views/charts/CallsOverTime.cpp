#include "charts/CallsOverTime.h"

#include "analysis/TimeBins.h"
#include "common/AxisTicks.h"
#include "items/FigureText.h"

#include <algorithm>

namespace hallway {

namespace {

constexpr double failurePart = 0.32, tickWidth = 64;

std::uint32_t mostOf(const std::vector<std::uint32_t>& counts) {
    return counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
}

double partOf(std::uint32_t count, std::uint32_t most) {
    return most > 0 ? static_cast<double>(count) / most : 0;
}

} // namespace

CallsOverTime::CallsOverTime(QWidget* parent) : BarChart(parent) {
    CallsOverTime::setTheme(Theme::light());
    setAccessibleName(tr("Calls and failures over time"));
}

void CallsOverTime::setBins(const CallBins& bins, format::UtcOffset offset) {
    m_bins = bins;
    m_offset = offset;
    const std::uint32_t mostCalls = mostOf(bins.calls), mostFailed = mostOf(bins.failed);
    std::vector<Bar> bars;
    if (!bins.calls.empty()) {
        const TimeBins axis(bins.range, static_cast<std::uint32_t>(bins.calls.size()));
        for (std::uint32_t i = 0; i < axis.count(); ++i) {
            const TimeRange bin = axis.range(i);
            bars.push_back({partOf(bins.calls[i], mostCalls), 0, partOf(bins.failed[i], mostFailed),
                            tr("%1 – %2: %3 calls, %4 failed")
                                .arg(toQString(format::timeOfDay(bin.from, offset)),
                                     toQString(format::timeOfDay(bin.to, offset)),
                                     toQString(format::countExact(bins.calls[i])),
                                     toQString(format::countExact(bins.failed[i])))});
        }
    }
    setBars(bars, mostFailed > 0 ? failurePart : 0);
    updateTicks();
}

void CallsOverTime::setTheme(const Theme& theme) {
    BarChart::setTheme(theme);
    setColors(theme.edge, theme.failing);
}

void CallsOverTime::resizeEvent(QResizeEvent* event) {
    BarChart::resizeEvent(event);
    updateTicks();
}

void CallsOverTime::updateTicks() {
    std::vector<Tick> ticks;
    const double width = viewport()->width();
    if (!m_bins.calls.empty() && width > 0 && m_bins.range.from < m_bins.range.to)
        for (const AxisTick& tick : clockTicks(m_bins.range, 0, width, tickWidth, m_offset))
            if (!tick.text.isEmpty()) ticks.push_back({tick.position / width, tick.text});
    setTicks(std::move(ticks));
}

} // namespace hallway
