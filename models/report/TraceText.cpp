#include "report/TraceText.h"

#include "base/FormatText.h"
#include "report/TextTable.h"

#include <algorithm>

namespace hallway {

namespace {

constexpr std::int64_t barColumns = 48;
constexpr std::uint32_t deepestIndent = 32; ///< deeper ones say their depth instead
constexpr std::size_t longestName = 72;     ///< code points

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return format::countExact(count) + " " + std::string(count == 1 ? one : many);
}

std::string headOf(const TraceRecord& trace) {
    std::string head = format::printable("Trace " + trace.traceId) + "\n" +
                       format::printable(trace.rootService + ": " + trace.rootName);
    if (trace.start) head += ", " + format::isoTime(*trace.start);
    if (trace.duration) head += ", " + format::duration(*trace.duration);
    head += ", " + counted(trace.spans, "span", "spans") + " of " +
            counted(trace.services, "service", "services") + ", " + format::countExact(trace.failedSpans) +
            " failed";
    if (trace.orphans > 0) head += ", " + counted(trace.orphans, "orphan", "orphans");
    return head;
}

std::string nameOf(const SpanLine& span) {
    std::string indent(2u * std::min(span.depth, deepestIndent), ' ');
    if (span.depth > deepestIndent) indent += "[" + std::to_string(span.depth) + "] ";
    return indent + format::elideMiddle(format::printable(span.service + ": " + span.name), longestName);
}

/// Blanks up to the start, then at least one mark.
std::string barOf(const SpanLine& span, const TraceRecord& trace) {
    if (!trace.start || !trace.duration || span.start <= Timestamp()) return {};
    const auto whole = static_cast<double>(std::max<std::int64_t>(trace.duration->count(), 1));
    const auto columnOf = [&](Timestamp time) {
        const auto share = static_cast<double>((time - *trace.start).count()) / whole;
        return std::clamp(static_cast<std::int64_t>(share * static_cast<double>(barColumns)), std::int64_t{0},
                          barColumns);
    };
    const std::int64_t from = columnOf(span.start);
    std::string bar(static_cast<std::size_t>(std::min(from, barColumns - 1)), ' ');
    if (!span.duration) return bar + "?";
    const std::int64_t to = columnOf(span.start + *span.duration);
    if (to <= from) return bar + "▏";
    for (std::int64_t column = from; column < to; ++column)
        bar += "█";
    return bar;
}

std::string textOf(const std::optional<Duration>& duration) {
    return duration ? format::duration(*duration) : std::string(format::absent);
}

} // namespace

std::string traceText(const WholeTrace& trace) {
    using Align = TextTable::Align;
    TextTable table({{" "}, {"SPAN"}, {"DURATION", Align::Right}, {"SELF", Align::Right}, {"TIMELINE"}});
    for (const SpanLine& span : trace.spans)
        table.addRow({span.failed ? "!" : " ", nameOf(span), textOf(span.duration), textOf(span.self),
                      barOf(span, trace.record)});
    return headOf(trace.record) + "\n\n" + table.text();
}

} // namespace hallway
