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
    const QString spans = trace.spans.size() == 1 ? Words::tr("1 span")
                                                  : Words::tr("%1 spans").arg(countText(trace.spans.size()));
    const QString services = trace.services.size() == 1
                                 ? Words::tr("1 service")
                                 : Words::tr("%1 services").arg(countText(trace.services.size()));
    return QStringLiteral("%1 · %2 · %3").arg(durationText(trace.duration), spans, services);
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

std::vector<TagText> tagsOf(const WaterfallTrace& trace, const WaterfallRow& row,
                            const WaterfallFacts* facts) {
    std::vector<TagText> tags;
    if (row.isFold()) {
        tags.push_back({RowTag::Count, QStringLiteral("×") + countText(row.folded)});
        return tags;
    }
    const WaterfallSpan& span = trace.spans[row.span];
    if (span.retry > 0) {
        tags.push_back({RowTag::Retry, Words::tr("retry %1").arg(span.retry)});
    }
    if (span.coldStart) {
        tags.push_back({RowTag::Cold, Words::tr("cold")});
    }
    const auto counted = [](const QString& text, std::uint32_t count) {
        return count > 1 ? QStringLiteral("%1 ×%2").arg(text, countText(count)) : text;
    };
    if (span.hasLinks) {
        const std::uint32_t count =
            facts != nullptr && !facts->linksAway.empty() ? facts->linksAway[row.span] : 1;
        tags.push_back({RowTag::Links, counted(Words::tr("link"), count)});
    }
    if (facts != nullptr && !facts->linksHere.empty() && facts->linksHere[row.span] > 0) {
        tags.push_back({RowTag::LinkedFrom, counted(Words::tr("linked"), facts->linksHere[row.span])});
    }
    if (span.skew) {
        tags.push_back({RowTag::Skew, Words::tr("skew %1").arg(durationText(*span.skew))});
    }
    if (facts != nullptr && !facts->standings.empty()) {
        const SpanStanding& standing = facts->standings[row.span];
        if (standing.percent() >= notablySlow) {
            tags.push_back({RowTag::Standing, QStringLiteral("p%1").arg(standing.percent())});
        }
    }
    return tags;
}

QString barText(const WaterfallSpan& span, const WaterfallRow& row) {
    if (row.isFold()) {
        if (row.timed == 0) {
            return Words::tr("no ends");
        }
        constexpr std::uint32_t enoughForP95 = 20; // calls.md 2.1
        const QString figure = row.timed < enoughForP95 ? Words::tr("max %1").arg(durationText(row.longest))
                                                        : Words::tr("p95 %1").arg(durationText(row.p95));
        return Words::tr("total %1 · %2").arg(durationText(row.total), figure);
    }
    if (span.unfinished) {
        return Words::tr("no end");
    }
    return span.negative ? Words::tr("ends before it starts") : durationText(span.duration());
}

QString standingText(const SpanStanding& standing) {
    if (!standing.known()) {
        return {};
    }
    return Words::tr("Slower than %1\u00a0% of %2 alike in this capture")
        .arg(standing.percent())
        .arg(countText(standing.samples));
}

QString filterText(const WaterfallRows& rows, bool hidesOthers) {
    const QString matching =
        Words::tr("%1 of %2 spans match").arg(countText(rows.matching), countText(rows.considered));
    if (hidesOthers) {
        return Words::tr("%1; %2 hidden").arg(matching, countText(rows.hidden));
    }
    return Words::tr("%1; %2 dimmed").arg(matching, countText(rows.considered - rows.matching));
}

} // namespace hallway
