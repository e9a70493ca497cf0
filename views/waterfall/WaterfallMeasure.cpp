#include "waterfall/WaterfallMeasure.h"

#include "base/FormatText.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Waterfall)
};

QString countText(std::uint64_t value) { return QString::fromStdString(format::countExact(value)); }

} // namespace

MeasuredSpans spansWithin(const WaterfallTrace& trace, std::uint32_t root, const TimeWindow& time) {
    MeasuredSpans result;
    std::vector<std::uint32_t> counts(trace.services.size());
    const SpanStretch all = subtreeOf(trace, root);
    for (std::uint32_t i = all.first; i < all.end; ++i) {
        const WaterfallSpan& span = trace.spans[i];
        const bool runs = span.start == span.end ? span.start >= time.from && span.start <= time.to
                                                 : span.start < time.to && span.end > time.from;
        if (runs) {
            ++result.spans;
            ++counts[span.service];
        }
    }
    for (std::uint32_t service = 0; service < counts.size(); ++service) {
        if (counts[service] > 0) {
            result.services.push_back({service, counts[service]});
        }
    }
    std::stable_sort(result.services.begin(), result.services.end(),
                     [](const auto& a, const auto& b) { return a.spans > b.spans; });
    return result;
}

QStringList measureText(const WaterfallTrace& trace, std::uint32_t root, const TimeWindow& time) {
    constexpr std::size_t named = 3;
    const MeasuredSpans within = spansWithin(trace, root, time);
    QStringList services;
    for (std::size_t i = 0; i < std::min(named, within.services.size()); ++i) {
        const MeasuredSpans::Service& service = within.services[i];
        services << QStringLiteral("%1 %2").arg(trace.services[service.service].label,
                                                countText(service.spans));
    }
    if (within.services.size() > named) {
        const std::size_t more = within.services.size() - named;
        services << (more == 1 ? Words::tr("1 more service")
                               : Words::tr("%1 more services").arg(countText(more)));
    }
    const QString count = within.spans == 1 ? Words::tr("1 span overlaps")
                                            : Words::tr("%1 spans overlap").arg(countText(within.spans));
    const QString length = QString::fromStdString(format::duration(time.length()));
    return {length, services.isEmpty()
                        ? count
                        : QStringLiteral("%1: %2").arg(count, services.join(QStringLiteral(" · ")))};
}

} // namespace hallway
