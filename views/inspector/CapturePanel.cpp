#include "inspector/PanelContent.h"
#include "inspector/PanelRows.h"
#include "items/FigureText.h"

#include <QCoreApplication>

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
    std::erase_if(content.sections, [](const PanelSection& section) { return section.rows.empty(); });
    content.hint = Words::tr("Select an edge or a service to see its figures.");
    return content;
}

} // namespace hallway
