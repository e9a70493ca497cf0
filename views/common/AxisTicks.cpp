#include "common/AxisTicks.h"

#include <algorithm>
#include <array>

namespace hallway {
namespace {

using namespace std::chrono_literals;

constexpr std::array<Duration, 17> clockSteps{1s,   2s,   5s,    10s, 15s, 30s, 60s, 120s, 300s,
                                              600s, 900s, 1800s, 1h,  2h,  3h,  6h,  12h};

QString textOf(Timestamp time, Duration step, format::UtcOffset offset) {
    if (step >= 24h) {
        return QString::fromStdString(format::date(time, offset));
    }
    if (step >= 60s) {
        return QString::fromStdString(format::clock(time, false, offset));
    }
    if (step >= 1s) {
        return QString::fromStdString(format::clock(time, true, offset));
    }
    if (step >= 1ms) {
        return QString::fromStdString(format::timeOfDay(time, offset));
    }
    const std::int64_t below = ((nanosecondsOf(time) % 1'000'000'000) + 1'000'000'000) % 1'000'000'000;
    const QString digits = QString::number(below).rightJustified(9, QLatin1Char('0'));
    return QString::fromStdString(format::clock(time, true, offset)) + QLatin1Char('.') +
           (step >= 1us ? digits.left(6) : digits);
}

} // namespace

Duration clockStep(const TimeRange& range, double width, double minimumPx) {
    const double length = static_cast<double>((range.to - range.from).count());
    const double raw = length * minimumPx / std::max(width, minimumPx);
    for (std::int64_t decade = 1; decade < 1'000'000'000; decade *= 10) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (static_cast<double>(decade * factor) >= raw) {
                return Duration(decade * factor);
            }
        }
    }
    for (const Duration step : clockSteps) {
        if (static_cast<double>(step.count()) >= raw) {
            return step;
        }
    }
    for (std::int64_t days = 1; days < 50'000; days *= 10) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (static_cast<double>(Duration(24h).count()) * static_cast<double>(days * factor) >= raw) {
                return Duration(24h) * (days * factor);
            }
        }
    }
    return Duration(24h) * 36'500;
}

std::vector<AxisTick> clockTicks(const TimeRange& range, double left, double width, double minimumPx,
                                 format::UtcOffset offset) {
    const Duration step = clockStep(range, width, minimumPx);
    const Duration shift =
        offset == nullptr ? Duration{} : Duration(std::chrono::seconds(offset(range.from)));
    const std::int64_t begin = (range.from + shift).time_since_epoch().count();
    const std::int64_t past = ((begin % step.count()) + step.count()) % step.count();
    const double length = static_cast<double>((range.to - range.from).count());
    std::vector<AxisTick> ticks;
    Duration at = past == 0 ? Duration{} : Duration(step.count() - past);
    const Duration end = range.to - range.from;
    const bool manyDays = end > 24h && step < 24h;
    for (; at <= end; at += step) {
        AxisTick tick{left + width * static_cast<double>(at.count()) / length,
                      textOf(range.from + at, step, offset)};
        if (manyDays && ticks.empty()) {
            tick.text =
                QString::fromStdString(format::date(range.from + at, offset)) + QLatin1Char(' ') + tick.text;
        }
        ticks.push_back(std::move(tick));
        if (end - at < step) break; // the next one could pass the largest time there is
    }
    return ticks;
}

QString axisDuration(Duration value) {
    constexpr QChar noBreak(0x00a0);
    const std::int64_t ns = value.count();
    if (ns == 0) {
        return QStringLiteral("0");
    }
    if (ns < 0) {
        return QChar(0x2212) + axisDuration(-value);
    }
    const auto inUnit = [&](std::int64_t amount, std::int64_t unit, int digits, int whole, const char* name) {
        QString text = QString::number(amount / unit).rightJustified(whole, QLatin1Char('0'));
        QString part = QString::number(amount % unit).rightJustified(digits, QLatin1Char('0'));
        while (part.endsWith(QLatin1Char('0'))) {
            part.chop(1);
        }
        if (amount % unit != 0) {
            text += QLatin1Char('.') + part;
        }
        return text + noBreak + QString::fromUtf8(name);
    };
    if (value < 1us) {
        return inUnit(ns, 1, 0, 1, "ns");
    }
    if (value < 1ms) {
        return inUnit(ns, 1'000, 3, 1, "µs");
    }
    if (value < 1s) {
        return inUnit(ns, 1'000'000, 6, 1, "ms");
    }
    if (value < 60s) {
        return inUnit(ns, 1'000'000'000, 9, 1, "s");
    }
    const Duration seconds = value % 60s;
    QString text =
        value < 1h ? QString() : QString::number(value / 1h) + noBreak + QLatin1String("h") + noBreak;
    text += inUnit(value % 1h / 60s, 1, 0, value < 1h ? 1 : 2, "m");
    if (seconds != 0s) {
        text += noBreak + inUnit(seconds.count(), 1'000'000'000, 9, 2, "s");
    }
    return text;
}

QString intervalText(Duration value) {
    const QString exact = axisDuration(value);
    const QString rounded = QString::fromStdString(format::duration(value));
    return exact.size() <= rounded.size() ? exact : rounded;
}

} // namespace hallway
