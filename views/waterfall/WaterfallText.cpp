#include "waterfall/WaterfallText.h"

#include <QCoreApplication>

namespace hallway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Waterfall)
};

QString durationText(Duration value) { return QString::fromStdString(format::duration(value)); }

QString countText(std::uint64_t value) { return QString::fromStdString(format::countExact(value)); }

/// The root with most below it; of equals the earlier.
const WaterfallSpan& mainRoot(const WaterfallTrace& trace) {
    std::uint32_t best = 0;
    for (std::uint32_t i = 0; i < trace.spans.size(); i += trace.spans[i].subtreeSize) {
        if (trace.spans[i].subtreeSize > trace.spans[best].subtreeSize) {
            best = i;
        }
    }
    return trace.spans[best];
}

} // namespace

QString shortTraceId(const QString& id) {
    return id.size() <= 16 ? id : id.left(4) + QChar(0x2026) + id.right(4);
}

QString traceSummaryText(const WaterfallTrace& trace) {
    return Words::tr("%1 · %2 spans · %3 services")
        .arg(durationText(trace.duration), countText(trace.spans.size()), countText(trace.services.size()));
}

QString waterfallSubject(const WaterfallTrace& trace, format::UtcOffset offset) {
    if (trace.empty()) {
        return {};
    }
    const WaterfallSpan& root = mainRoot(trace);
    QString text =
        QStringLiteral("%1 · %2 · %3 %4 · %5")
            .arg(trace.operationOf(root), trace.serviceOf(root),
                 QString::fromStdString(format::date(trace.start, offset)),
                 QString::fromStdString(format::timeOfDay(trace.start, offset)), traceSummaryText(trace));
    if (trace.failureOrigins > 0) {
        text += QStringLiteral(" · ") +
                (trace.failureOrigins == 1
                     ? Words::tr("1 failure starts here")
                     : Words::tr("%1 failures start here").arg(countText(trace.failureOrigins)));
    }
    return text;
}

std::vector<QString> tagsOf(const WaterfallSpan& span, const WaterfallRow& row) {
    std::vector<QString> tags;
    if (row.isFold()) {
        tags.push_back(QStringLiteral("×") + countText(row.folded));
        return tags;
    }
    if (span.retry > 0) {
        tags.push_back(Words::tr("retry %1").arg(span.retry));
    }
    if (span.coldStart) {
        tags.push_back(Words::tr("cold"));
    }
    if (span.hasLinks) {
        tags.push_back(Words::tr("link"));
    }
    if (span.skew) {
        tags.push_back(Words::tr("skew %1").arg(durationText(*span.skew)));
    }
    return tags;
}

QString barText(const WaterfallSpan& span, const WaterfallRow& row) {
    if (row.isFold()) {
        return Words::tr("%1 · %2 calls · max %3")
            .arg(durationText(row.to - row.from), countText(row.folded), durationText(row.longest));
    }
    if (span.unfinished) {
        return Words::tr("no end");
    }
    return span.negative ? Words::tr("ends before it starts") : durationText(span.duration());
}

} // namespace hallway
