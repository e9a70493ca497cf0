#include "gui/SpanTexts.h"

#include "base/FormatText.h"
#include "common/Text.h"
#include "query/SpanCondition.h"
#include "waterfall/WaterfallText.h"

#include <algorithm>

namespace hallway {

namespace {

/// As a chat takes it: nothing that looks like a blank and is none.
std::string plainBlanks(std::string text) {
    static constexpr std::string_view hard = "\u00a0";
    for (std::size_t at = text.find(hard); at != std::string::npos; at = text.find(hard, at))
        text.replace(at, hard.size(), " ");
    return text;
}

/// To the millisecond.
std::string shortIsoTime(Timestamp time) {
    std::string text = format::isoTime(time);
    const std::size_t point = text.find('.');
    return point == std::string::npos ? text : text.substr(0, point + 4) + 'Z';
}

} // namespace

std::string chatLineOf(SpanRow span, const Capture& capture) {
    const SpanTable& spans = capture.spans();
    const StringPool& strings = capture.strings();
    std::string line;
    const auto add = [&line](const std::string& part) {
        if (!part.empty()) line += (line.empty() ? "" : " ") + part;
    };
    if (const NodeId node = spans.node[span.index()]; node.valid())
        add(format::printable(capture.calls().nodes[node.index()].label));
    add(format::printable(strings.text(spans.name[span.index()])));
    add(spans.hasDuration(span) ? format::duration(spans.duration(span)) : "without an end");
    if (spans.flags[span.index()].has(SpanFlag::Failed)) add("failed");
    if (spans.hasStart(span)) add("at " + shortIsoTime(spans.start[span.index()]));
    add("trace " + textOf(spans.traces[spans.traceOf(span).index()].id, strings));
    add("span " + textOf(spans.spanId(span), strings));
    return plainBlanks(std::move(line));
}

QString subtreeTextOf(const WaterfallTrace& trace, std::uint32_t root, std::uint32_t most) {
    constexpr std::uint32_t deepestIndent = 40; // levels
    const SpanStretch all = subtreeOf(trace, root);
    const std::uint32_t end = std::min(all.end, all.first + most);
    QString text;
    for (std::uint32_t i = all.first; i < end; ++i) {
        const WaterfallSpan& span = trace.spans[i];
        WaterfallRow row;
        row.span = i;
        const std::uint32_t level = std::min(span.depth - trace.spans[all.first].depth, deepestIndent);
        text += QString(static_cast<qsizetype>(level) * 2, QLatin1Char(' '));
        text += QStringLiteral("%1 %2  %3")
                    .arg(trace.serviceOf(span), trace.operationOf(span), barText(span, row));
        if (span.failure == SpanFailure::StartsHere) text += QStringLiteral("  failed, starts here");
        if (span.failure == SpanFailure::PassedOn) text += QStringLiteral("  failed, passed on");
        text += QLatin1Char('\n');
    }
    if (end < all.end)
        text += QStringLiteral("… and %1 more spans\n")
                    .arg(QString::fromStdString(format::countExact(all.end - end)));
    return QString::fromStdString(plainBlanks(text.toStdString()));
}

QString serviceConditionOf(SpanRow span, const Capture& capture) {
    const NodeId id = capture.spans().node[span.index()];
    if (!id.valid()) return {};
    const Node& node = capture.calls().nodes[id.index()];
    if (node.name.empty()) return {};
    return QString::fromStdString(serviceCondition(node.name, node.nameSpace));
}

QString operationConditionOf(SpanRow span, const Capture& capture) {
    return QString::fromStdString(
        operationCondition(capture.strings().text(capture.spans().name[span.index()])));
}

} // namespace hallway
