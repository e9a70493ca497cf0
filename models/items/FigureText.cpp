#include "items/FigureText.h"

#include "base/FormatText.h"
#include "items/Roles.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {

namespace {

constexpr std::uint64_t fewCalls = 20;
constexpr double fullBarAt = 4; // a quarter failed fills the bar: shares that matter are small

std::uint64_t callsNeeded(Percentile percentile) {
    switch (percentile) {
    case Percentile::P50:
        return 1;
    case Percentile::P95:
        return 20;
    case Percentile::P99:
        return 100;
    }
    return 1;
}

QString nameOf(Percentile percentile) {
    return percentile == Percentile::P50   ? QStringLiteral("p50")
           : percentile == Percentile::P95 ? QStringLiteral("p95")
                                           : QStringLiteral("p99");
}

} // namespace

QString toQString(const std::string& text) { return QString::fromStdString(text); }

std::optional<Duration> valueOf(const std::optional<Distribution>& samples, Percentile percentile) {
    if (!samples) return std::nullopt;
    switch (percentile) {
    case Percentile::P50:
        return samples->p50;
    case Percentile::P95:
        return samples->p95;
    case Percentile::P99:
        return samples->p99;
    }
    return std::nullopt;
}

QString percentileText(const std::optional<Distribution>& samples, Percentile percentile) {
    const auto value = valueOf(samples, percentile);
    if (!value) return QStringLiteral("–");
    const QString text = toQString(format::duration(*value));
    return isUncertain(samples, percentile) ? QStringLiteral("~ ") + text : text;
}

QString percentileExact(const std::optional<Distribution>& samples, Percentile percentile) {
    const auto value = valueOf(samples, percentile);
    return value ? QString::number(value->count()) : QString();
}

bool isUncertain(const std::optional<Distribution>& samples, Percentile percentile) {
    return samples && samples->samples < callsNeeded(percentile);
}

QString uncertaintyText(const std::optional<Distribution>& samples, Percentile percentile) {
    if (!isUncertain(samples, percentile)) return {};
    return QCoreApplication::translate("FigureText", "On %1 calls; a %2 needs %3.")
        .arg(samples->samples)
        .arg(nameOf(percentile))
        .arg(callsNeeded(percentile));
}

bool percentileLess(const std::optional<Distribution>& a, const std::optional<Distribution>& b,
                    Percentile percentile) {
    return valueOf(a, percentile) < valueOf(b, percentile);
}

QVariant percentileRole(const std::optional<Distribution>& samples, Percentile percentile, int role) {
    if (role == UncertainRole) return isUncertain(samples, percentile);
    if (role == Qt::ToolTipRole) {
        const QString text = uncertaintyText(samples, percentile);
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    return {};
}

QVariant failureRole(std::uint64_t failed, std::uint64_t calls, int role) {
    switch (role) {
    case HealthRole:
        return static_cast<int>(healthOf(failed, calls));
    case FewCallsRole:
        return calls < fewCalls;
    case BarRole:
        if (failed == 0 || calls == 0) return {};
        return std::min(1.0, fullBarAt * static_cast<double>(failed) / static_cast<double>(calls));
    case Qt::ToolTipRole:
        return QCoreApplication::translate("FigureText", "%1 of %2 failed")
            .arg(toQString(format::countExact(failed)), toQString(format::countExact(calls)));
    default:
        return {};
    }
}

ColumnTotal rowsTotal(std::size_t rows, const QString& one, const QString& all) {
    const QString text = rows == 1 ? one : all.arg(toQString(format::countExact(rows)));
    return {text, text};
}

ColumnTotal countTotal(std::uint64_t count) {
    return {toQString(format::countExact(count)), QString::number(count)};
}

ColumnTotal failedTotal(std::uint64_t failed, std::uint64_t calls) {
    return {toQString(format::share(failed, calls)), QString::number(failed),
            QCoreApplication::translate("FigureText", "%1 of %2 failed")
                .arg(toQString(format::countExact(failed)), toQString(format::countExact(calls)))};
}

ColumnTotal unknownTotal(const QString& why) { return {QStringLiteral("–"), {}, why}; }

} // namespace hallway
