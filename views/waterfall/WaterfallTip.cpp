#include "waterfall/WaterfallTip.h"

#include "base/FormatText.h"
#include "waterfall/WaterfallBarPainter.h"
#include "waterfall/WaterfallText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace hallway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Waterfall)
};

QString durationText(Duration value) { return QString::fromStdString(format::duration(value)); }
QString countText(std::uint64_t value) { return QString::fromStdString(format::countExact(value)); }

/// Time of its own: that in which no child runs (calls.md 2.4).
Duration selfTimeOf(const WaterfallTrace& trace, const WaterfallSpan& span) {
    if (span.childCount == 0) {
        return span.duration();
    }
    Duration own{};
    for (std::uint32_t i = 0; i < span.selfTime.count; ++i) {
        const WaterfallSegment& part = trace.segments[span.selfTime.first + i];
        own += part.to - part.from;
    }
    return own;
}

void addEvents(QStringList& lines, const WaterfallScene& scene, const WaterfallSpan& span, double x) {
    constexpr std::uint32_t mostNamed = 8;
    const WaterfallTrace& trace = *scene.trace;
    for (const EventGroup& group : eventGroups(trace, span, scene.geometry.scale())) {
        if (std::abs(group.x - x) > 5) {
            continue;
        }
        if (group.count > 1) {
            lines += Words::tr("%1 events here:").arg(countText(group.count));
        }
        const std::uint32_t named = std::min(group.count, mostNamed);
        for (std::uint32_t i = group.first; i < group.first + named; ++i) {
            lines += Words::tr("%1 at %2").arg(trace.events[i].name, durationText(trace.events[i].at));
        }
        if (group.count > named) {
            lines += Words::tr("and %1 more").arg(countText(group.count - named));
        }
    }
}

void addFold(QStringList& lines, const WaterfallRow& row) {
    lines += Words::tr("%1 alike calls over %2, the longest %3")
                 .arg(countText(row.folded), durationText(row.to - row.from), durationText(row.longest));
    if (row.timed < row.folded) {
        lines += Words::tr("%1 of them have a duration").arg(countText(row.timed));
    }
}

} // namespace

QString describeRow(const WaterfallTrace& trace, const WaterfallRow& row) {
    const WaterfallSpan& span = trace.spans[row.span];
    QString text =
        Words::tr("%1, %2, %3").arg(trace.serviceOf(span), trace.operationOf(span), barText(span, row));
    if (row.isFold()) {
        text = Words::tr("%1 calls: %2").arg(countText(row.folded), text);
    }
    if (row.collapsed) {
        text = Words::tr("%1, collapsed").arg(text);
    }
    switch (row.failure) {
    case SpanFailure::StartsHere:
        return Words::tr("%1, failure starts here").arg(text);
    case SpanFailure::PassedOn:
        return Words::tr("%1, failure passed on").arg(text);
    case SpanFailure::None:
        break;
    }
    return text;
}

QStringList tipAt(const WaterfallScene& scene, QPointF position) {
    const auto row = scene.geometry.rowAt(position);
    if (!row) {
        return {};
    }
    const WaterfallTrace& trace = *scene.trace;
    const WaterfallRow& shown = scene.rows->rows[*row];
    const WaterfallSpan& span = trace.spans[shown.span];
    QStringList lines{describeRow(trace, shown)};
    if (shown.isFold()) {
        addFold(lines, shown);
        return lines;
    }
    if (position.x() >= scene.geometry.timeLeft()) {
        addEvents(lines, scene, span, position.x());
    }
    QString place = Words::tr("Starts at %1, level %2").arg(durationText(span.start)).arg(span.depth + 1);
    if (span.hasDuration() && span.childCount > 0) {
        place += Words::tr(", %1 of its own").arg(durationText(selfTimeOf(trace, span)));
    }
    lines += place;
    if (scene.facts != nullptr && !scene.facts->standings.empty()) {
        if (const QString standing = standingText(scene.facts->standings[shown.span]); !standing.isEmpty()) {
            lines += standing;
        }
    }
    if (span.hasLinks) {
        lines += Words::tr("Links to other spans: L goes there.");
    }
    if (scene.facts != nullptr && !scene.facts->linksHere.empty() && scene.facts->linksHere[shown.span] > 0) {
        lines += Words::tr("Spans that link here: %1").arg(countText(scene.facts->linksHere[shown.span]));
    }
    if (span.skew) {
        lines += Words::tr("Its clock was shifted by %1.").arg(durationText(*span.skew));
    }
    if (span.orphan) {
        lines += Words::tr("The parent span it names is missing.");
    }
    if (shown.dimmed) {
        lines += Words::tr("It does not match the filter.");
    }
    return lines;
}

} // namespace hallway
