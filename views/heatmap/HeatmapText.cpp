#include "heatmap/HeatmapText.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Heatmap)
};

} // namespace

QString timeRangeText(const TimeRange& range, format::UtcOffset offset) {
    const auto whole = [](Timestamp time) { return nanosecondsOf(time) % 1'000'000'000 == 0; };
    const bool seconds =
        (whole(range.from) && whole(range.to)) || range.to - range.from >= std::chrono::seconds(60);
    const auto text = [&](Timestamp time) {
        return QString::fromStdString(seconds ? format::clock(time, true, offset)
                                              : format::timeOfDay(time, offset));
    };
    return text(range.from) + QStringLiteral(" – ") + text(range.to);
}

QString latencyRangeText(Duration low, Duration high) {
    QString from = QString::fromStdString(format::duration(low));
    const QString to = QString::fromStdString(format::duration(high));
    const QChar noBreak(0x00a0);
    const auto unitOf = [&](const QString& text) { return text.mid(text.indexOf(noBreak)); };
    if (from.count(noBreak) == 1 && to.count(noBreak) == 1 && unitOf(from) == unitOf(to)) {
        from.truncate(from.indexOf(noBreak));
    }
    return from + QStringLiteral(" – ") + to;
}

QString callsText(std::uint64_t calls, std::uint64_t failed) {
    return Words::tr("%1 calls · %2 failed")
        .arg(QString::fromStdString(format::countExact(calls)),
             QString::fromStdString(format::countExact(failed)));
}

QString emptyHeatmapText(const Heatmap* heatmap) {
    if (heatmap == nullptr) {
        return Words::tr("No capture is open.");
    }
    if (!heatmap->empty()) {
        return {};
    }
    if (heatmap->withoutLatency == 0) {
        return Words::tr("The time range and the filter leave no call.");
    }
    if (heatmap->withoutLatency == 1) {
        return Words::tr("The only call has no duration.");
    }
    return Words::tr("None of these %1 calls has a duration.")
        .arg(QString::fromStdString(format::countExact(heatmap->withoutLatency)));
}

const HeatmapPercentiles* percentilesAt(const Heatmap& heatmap, std::uint32_t column) {
    for (const HeatmapPercentiles& interval : heatmap.percentiles) {
        if (column >= interval.firstColumn && column - interval.firstColumn < interval.columnCount) {
            return &interval;
        }
    }
    return nullptr;
}

} // namespace hallway
