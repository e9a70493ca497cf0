#include "inspector/PanelContent.h"
#include "inspector/PanelRows.h"
#include "items/FigureText.h"

#include <QCoreApplication>

namespace hallway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString shown(const std::string& text) { return toQString(format::printable(text)); }

QString classLine(const GraphNode& held) {
    QStringList words{wordOfNodeKind(held.node.kind)};
    if (!held.node.system.empty()) words << shown(held.node.system);
    if (!held.node.nameSpace.empty()) words << Words::tr("namespace %1").arg(shown(held.node.nameSpace));
    if (held.node.missingParent) words << Words::tr("callers that are not in the file");
    if (held.spans > 0)
        words << (held.spans == 1 ? Words::tr("1 span") : Words::tr("%1 spans").arg(countText(held.spans)));
    return words.join(QStringLiteral(" · "));
}

PanelSection fanOutSection(const GraphNode& held) {
    PanelSection section{Words::tr("Calls per request")};
    if (!held.fanOut || held.entries.value_or(0) == 0) return section;
    const NodeFanOut& fanOut = *held.fanOut;
    section.facts =
        held.entries == 1u ? Words::tr("1 entry") : Words::tr("%1 entries").arg(countText(*held.entries));
    const QString mean = QString::number(fanOut.mean, 'f', fanOut.mean < 100 ? 2 : 0);
    section.rows.push_back(
        {Words::tr("Fan-out"), {{Words::tr("%1 mean · %2 max").arg(mean, countText(fanOut.max))}}});
    section.rows.push_back({QStringLiteral("p50 · p95"),
                            {{countText(fanOut.p50) + QStringLiteral(" · ") + countText(fanOut.p95)}}});
    return section;
}

PanelSection neighbourSection(const QString& title, const std::vector<NeighbourItem>& neighbours) {
    PanelSection section{title, Words::tr("calls · failed · p99")};
    for (const NeighbourItem& neighbour : neighbours) {
        PanelRow row{
            neighbour.label,
            {{toQString(format::countShort(neighbour.calls)), Tone::Plain, countText(neighbour.calls)},
             shareFigure(neighbour.failed, neighbour.calls),
             percentileFigure(neighbour.latency, 99)}};
        row.target = neighbour.edge;
        row.toolTip = neighbour.label + QStringLiteral(" · ") + wordOfClass(neighbour.callClass);
        section.rows.push_back(std::move(row));
    }
    return section;
}

} // namespace

PanelContent panelOf(const NodeInspection& held, format::UtcOffset offset) {
    const GraphNode& node = held.node;
    const std::uint64_t requests = node.requests();
    PanelContent content;
    content.subject = {{}, held.label, classLine(node)};
    if (requests > 0) {
        content.failures =
            failureSummary(node.failedRequests(), requests,
                           node.failedRequests() == 1
                               ? Words::tr("1 request failed")
                               : Words::tr("%1 requests failed").arg(countText(node.failedRequests())));
        content.sections.push_back(latencySection(held.requestLatency, requests));
        content.sections.push_back(overTimeSection(Words::tr("Requests over time"), held.overTime, offset));
        content.sections.push_back(fanOutSection(node));
        content.sections.push_back(codesSection(held.codes));
    }
    content.sections.push_back(neighbourSection(Words::tr("Called by"), held.incoming));
    content.sections.push_back(neighbourSection(Words::tr("Calls to"), held.outgoing));
    content.sections.push_back(operationsSection(held.operations));
    content.sections.push_back(worstSection(Words::tr("Worst requests"), held.worst, requests,
                                            Words::tr("All %1 requests").arg(countText(requests)), offset));
    std::erase_if(content.sections, [](const PanelSection& section) {
        return section.rows.empty() && section.chart == PanelSection::Chart::None;
    });
    if (requests == 0 && content.sections.empty())
        content.hint = Words::tr("The time range and the filter leave no request to it.");
    return content;
}

} // namespace hallway
