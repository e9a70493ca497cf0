#include "inspector/PanelContent.h"
#include "inspector/PanelRows.h"
#include "items/FigureText.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString timeText(Timestamp time, format::UtcOffset offset) {
    return toQString(format::date(time, offset) + " " + format::clock(time, true, offset));
}

PanelSection contentSection(const CaptureInspection& capture) {
    const CaptureFigures& figures = capture.figures;
    PanelSection section{Words::tr("Capture")};
    const auto add = [&](const QString& label, std::uint64_t count) {
        section.rows.push_back({label, {{countText(count)}}});
    };
    add(Words::tr("Spans"), figures.spans);
    add(Words::tr("Traces"), figures.traces);
    add(Words::tr("Services"), figures.services);
    if (figures.incompleteTraces > 0) {
        add(Words::tr("Traces without a parent span"), figures.incompleteTraces);
        section.rows.back().toolTip =
            Words::tr("%1 of %2 traces miss a parent span. Their calls are counted; the caller is unknown.")
                .arg(countText(figures.incompleteTraces), countText(figures.traces));
    }
    if (figures.duplicates > 0) add(Words::tr("Duplicate spans, left out"), figures.duplicates);
    if (capture.problems > 0) {
        PanelRow row{capture.problems == 1
                         ? Words::tr("1 kind of problem in the files")
                         : Words::tr("%1 kinds of problems in the files").arg(countText(capture.problems))};
        row.target = ProblemsTarget{};
        row.isLink = true;
        section.rows.push_back(std::move(row));
    }
    return section;
}

PanelSection timeSection(const CaptureInspection& capture, format::UtcOffset offset) {
    PanelSection section{Words::tr("Time"),
                         offset == nullptr ? QStringLiteral("UTC") : Words::tr("local time")};
    const CaptureFigures& figures = capture.figures;
    if (!figures.start || !figures.end) return section;
    section.rows.push_back({Words::tr("From"), {{timeText(*figures.start, offset)}}});
    section.rows.push_back({Words::tr("To"), {{timeText(*figures.end, offset)}}});
    section.rows.push_back(
        {Words::tr("Length"), {{toQString(format::duration(*figures.end - *figures.start))}}});
    if (capture.range && !capture.range->isEverything())
        section.rows.push_back({Words::tr("Chosen"),
                                {{toQString(format::clock(capture.range->from, true, offset) + " – " +
                                            format::clock(capture.range->to, true, offset))}}});
    return section;
}

PanelSection callSection(const CaptureInspection& capture) {
    PanelSection section{Words::tr("Calls")};
    if (capture.range && !capture.range->isEverything()) section.facts = Words::tr("in the chosen range");
    section.rows.push_back({Words::tr("Edges"), {{countText(capture.edges)}}});
    section.rows.push_back({Words::tr("Calls"), {{countText(capture.calls)}}});
    if (capture.calls > 0)
        section.rows.push_back(
            {Words::tr("Failed"), {{countText(capture.failed)}, shareFigure(capture.failed, capture.calls)}});
    return section;
}

} // namespace

PanelContent panelOf(const CaptureInspection& capture, format::UtcOffset offset) {
    PanelContent content;
    content.subject = {{}, capture.title, {}};
    content.sections = {contentSection(capture), timeSection(capture, offset), callSection(capture)};
    const CallsFigures& requests = capture.requests;
    if (requests.calls > 0) {
        PanelSection latency = latencySection(requests.latency, requests.calls);
        latency.title = Words::tr("Requests from outside");
        content.sections.push_back(std::move(latency));
        content.sections.push_back(
            overTimeSection(Words::tr("Requests over time"), requests.overTime, offset));
        content.sections.push_back(codesSection(capture.codes));
        content.sections.push_back(operationsSection(requests.operations));
        content.sections.push_back(worstSection(Words::tr("Worst requests"), requests.worst,
                                                std::min<std::uint64_t>(requests.calls, worstShown), {},
                                                offset));
    }
    std::erase_if(content.sections, [](const PanelSection& section) {
        return section.rows.empty() && section.chart == PanelSection::Chart::None;
    });
    content.hint = Words::tr("Select an edge or a service to see its figures.");
    return content;
}

PanelContent panelOf(const CallsInspection& box, format::UtcOffset offset) {
    const CallsFigures& calls = box.figures;
    PanelContent content;
    content.subject = {box.first, box.second,
                       Words::tr("calls of %1 to %2, %3")
                           .arg(toQString(format::duration(box.box.low)),
                                toQString(format::duration(box.box.high)),
                                toQString(format::clock(box.box.time.from, true, offset) + " – " +
                                          format::clock(box.box.time.to, true, offset)))};
    if (calls.calls == 0) {
        content.hint = Words::tr("No call lies in this box.");
        return content;
    }
    content.failures = failureSummary(calls.failed, calls.calls, {});
    content.sections = {latencySection(calls.latency, calls.calls),
                        overTimeSection(Words::tr("Calls over time"), calls.overTime, offset),
                        codesSection(box.codes), operationsSection(calls.operations),
                        worstSection(Words::tr("Worst calls"), calls.worst, calls.calls,
                                     Words::tr("All %1 calls").arg(countText(calls.calls)), offset)};
    std::erase_if(content.sections, [](const PanelSection& section) {
        return section.rows.empty() && section.chart == PanelSection::Chart::None;
    });
    return content;
}

} // namespace hallway
