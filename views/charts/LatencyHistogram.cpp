#include "charts/LatencyHistogram.h"

#include "base/FormatText.h"
#include "items/FigureText.h"

#include <algorithm>
#include <cmath>

namespace hallway {

namespace {

/// The 1-2-5 values of the axis; 1, then 5, then 2 of a decade come first where there is little room.
std::vector<BarChart::Tick> latencyTicks(const LatencyAxis& axis) {
    const double low = std::log10(static_cast<double>(axis.lowest.count()));
    const double high = std::log10(static_cast<double>(axis.highest.count()));
    std::vector<BarChart::Tick> ticks;
    for (const int step : {1, 5, 2}) {
        for (int decade = static_cast<int>(std::floor(low)); decade <= static_cast<int>(std::ceil(high));
             ++decade) {
            const double value = step * std::pow(10.0, decade);
            const double at = (std::log10(value) - low) / (high - low);
            if (at < -1e-9 || at > 1 + 1e-9) continue;
            ticks.push_back({at, toQString(format::durationTick(
                                     Duration(static_cast<std::int64_t>(std::llround(value)))))});
        }
    }
    return ticks;
}

} // namespace

LatencyHistogram::LatencyHistogram(QWidget* parent) : BarChart(parent) {
    LatencyHistogram::setTheme(Theme::light());
    setAccessibleName(tr("Distribution of latencies"));
}

void LatencyHistogram::setMarks(const std::optional<Distribution>& latency) {
    std::vector<Mark> marks;
    if (latency && m_axis.rows > 0) {
        const double low = std::log10(static_cast<double>(m_axis.lowest.count()));
        const double high = std::log10(static_cast<double>(m_axis.highest.count()));
        const auto add = [&](const QString& label, Duration value, Qt::PenStyle style, bool isCertain) {
            const double at =
                (std::log10(static_cast<double>(std::max<std::int64_t>(1, value.count()))) - low) /
                (high - low);
            marks.push_back({std::clamp(at, 0.0, 1.0), label, style, !isCertain});
        };
        add(QStringLiteral("p50"), latency->p50, Qt::SolidLine, true);
        add(QStringLiteral("p95"), latency->p95, Qt::DashLine, isCertainP95(latency->samples));
        add(QStringLiteral("p99"), latency->p99, Qt::SolidLine, isCertainP99(latency->samples));
    }
    BarChart::setMarks(std::move(marks));
}

void LatencyHistogram::setBins(const LatencyBins& bins) {
    m_axis = bins.axis;
    const std::uint32_t most =
        bins.calls.empty() ? 0 : *std::max_element(bins.calls.begin(), bins.calls.end());
    std::vector<Bar> bars;
    bars.reserve(bins.calls.size());
    for (std::uint32_t row = 0; row < bins.calls.size(); ++row) {
        const double calls = bins.calls[row], failed = bins.failed[row];
        const double height = most > 0 ? std::sqrt(calls / most) : 0;
        const double failedPart = calls > 0 ? failed / calls : 0;
        const auto [from, to] = bins.axis.range(row);
        bars.push_back({height * (1 - failedPart), height * failedPart, 0,
                        tr("%1 – %2: %3 calls, %4 failed")
                            .arg(toQString(format::duration(from)), toQString(format::duration(to)),
                                 toQString(format::countExact(bins.calls[row])),
                                 toQString(format::countExact(bins.failed[row])))});
    }
    setBars(bars, 0);
    setTicks(bins.calls.empty() ? std::vector<Tick>() : latencyTicks(bins.axis));
}

void LatencyHistogram::setTheme(const Theme& theme) {
    BarChart::setTheme(theme);
    setColors(theme.heat[3], theme.failing);
}

} // namespace hallway
