#include "report/DifferenceReport.h"

#include "base/FormatText.h"
#include "report/Csv.h"
#include "report/TextTable.h"

namespace hallway {

namespace {

using Align = TextTable::Align;

constexpr std::size_t mostAlsoNamed = 3;

std::string counted(std::uint64_t count, const std::string& one, const std::string& several) {
    return format::countExact(count) + " " + (count == 1 ? one : several);
}

std::string sideText(std::uint64_t part, std::uint64_t whole) {
    return format::share(part, whole) + " (" + format::countExact(part) + ")";
}

std::string alsoText(const Difference& finding, const CallTable& calls) {
    std::string text;
    for (std::size_t i = 0; i < finding.also.size() && i < mostAlsoNamed; ++i) {
        const SameSplit& same = finding.also[i];
        text += (i > 0 ? ", " : "") + nameOf(same.dimension, calls) + " = " +
                format::elideMiddle(nameOf(same.value.label), 40);
    }
    if (finding.also.size() > mostAlsoNamed)
        text += " and " + std::to_string(finding.also.size() - mostAlsoNamed) + " more";
    return text;
}

std::string leftOutText(const Differences& differences) {
    std::string text;
    if (!differences.leftOut.empty())
        text = counted(differences.leftOut.size(), "attribute was", "attributes were") +
               " left out, because nearly every call has another value or several.\n";
    if (differences.keysLeftOut > 0)
        text += counted(differences.keysLeftOut, "attribute was", "attributes were") +
                " not looked at: there are too many.\n";
    return text;
}

} // namespace

ComparedEnds endsOf(const CallSource& source, const CallTable& calls) {
    if (source.edge)
        return {calls.edges[source.edge->index()].caller, calls.edges[source.edge->index()].callee};
    return {NodeId(), source.node.value_or(NodeId())};
}

std::string differencesCsv(const Capture& capture, const DifferenceReport& report) {
    const CallTable& calls = capture.calls();
    const Differences& all = report.differences;
    CsvWriter csv;
    for (const char* const title : {"side", "service", "scope", "key", "value", "selected", "of_selected",
                                    "others", "of_others", "difference", "p", "also", "condition"})
        csv.text(title);
    csv.endRow();
    for (const Difference& finding : all.findings) {
        const Dimension& dimension = finding.dimension;
        csv.text(wordOf(dimension.side));
        csv.text(dimension.service.valid() ? calls.nodes[dimension.service.index()].label : std::string());
        csv.text(wordOf(dimension.scope));
        csv.text(keyOf(dimension));
        csv.text(nameOf(finding.value.label));
        csv.count(finding.value.calls.selected);
        csv.count(all.calls.selected);
        csv.count(finding.value.calls.others);
        csv.count(all.calls.others);
        csv.real(finding.value.effect);
        csv.real(*finding.value.p); // a finding was tested
        csv.count(finding.also.size());
        csv.text(conditionOf(dimension, finding.value.label, calls, report.ends).value_or(std::string()));
        csv.endRow();
    }
    return csv.content();
}

std::string differencesTable(const Capture& capture, const DifferenceReport& report) {
    const CallTable& calls = capture.calls();
    const Differences& all = report.differences;
    std::string head =
        format::printable(report.source) + ": " + counted(all.calls.selected, "call", "calls") + " " +
        format::printable(report.selected) + " against " + counted(all.calls.others, "other", "others") +
        (report.others.empty() ? "" : " " + format::printable(report.others)) + ".\n";
    if (!all.enough)
        return head + "Too few to compare: each side needs " + std::to_string(DifferenceRules().leastCalls) +
               ".\n";
    if (all.findings.empty())
        return head + "Nothing differs by more than chance (" + counted(all.tests, "value", "values") +
               " of " + counted(all.dimensions, "attribute", "attributes") + " tested).\n" + leftOutText(all);
    TextTable table(
        {{"WHAT"}, {"VALUE"}, {"SELECTED", Align::Right}, {"OTHERS", Align::Right}, {"CHANCE"}, {"ALSO"}});
    for (const Difference& finding : all.findings)
        table.addRow({nameOf(finding.dimension, calls), format::elideMiddle(nameOf(finding.value.label), 60),
                      sideText(finding.value.calls.selected, all.calls.selected),
                      sideText(finding.value.calls.others, all.calls.others), chanceText(*finding.value.p),
                      alsoText(finding, calls)});
    return head + table.text() + leftOutText(all);
}

} // namespace hallway
