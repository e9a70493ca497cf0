#include "waterfall/WaterfallColours.h"

#include "waterfall/WaterfallBarPainter.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Waterfall)
};

void addUnlessEmpty(std::vector<WaterfallColours::Entry>& legend, WaterfallColours::Entry entry) {
    if (entry.spans > 0) {
        legend.push_back(std::move(entry));
    }
}

} // namespace

QColor colourOf(ColourCode code, const Theme& theme) {
    switch (code) {
    case colour::neutral:
        return theme.edge;
    case colour::passedOn:
        return mixed(theme.failing, theme.surface, 0.5);
    case colour::failed:
        return theme.failing;
    default:
        return theme.service(code);
    }
}

WaterfallColours coloursByStatus(const WaterfallTrace& trace) {
    WaterfallColours result;
    result.by = WaterfallColourBy::Outcome;
    result.codes.reserve(trace.spans.size());
    std::uint32_t counts[3] = {};
    for (const WaterfallSpan& span : trace.spans) {
        const bool starts = span.failure == SpanFailure::StartsHere;
        const bool passes = span.failure == SpanFailure::PassedOn;
        result.codes.push_back(starts ? colour::failed : passes ? colour::passedOn : colour::neutral);
        ++counts[static_cast<std::size_t>(span.failure)];
    }
    addUnlessEmpty(result.legend, {Words::tr("failure starts here"), colour::failed,
                                   counts[static_cast<std::size_t>(SpanFailure::StartsHere)]});
    addUnlessEmpty(result.legend, {Words::tr("failure passed on"), colour::passedOn,
                                   counts[static_cast<std::size_t>(SpanFailure::PassedOn)]});
    addUnlessEmpty(result.legend, {Words::tr("not failed"), colour::neutral,
                                   counts[static_cast<std::size_t>(SpanFailure::None)]});
    return result;
}

WaterfallColours coloursByValue(const WaterfallValues& values) {
    WaterfallColours result;
    result.by = WaterfallColourBy::Attribute;
    result.key = values.key;
    const auto distinct = static_cast<std::uint32_t>(values.values.size());
    const std::uint32_t own = std::min(distinct, WaterfallColours::mostValues);
    result.codes.reserve(values.valueOf.size());
    std::uint32_t absent = 0;
    std::uint32_t others = 0;
    for (const std::uint32_t value : values.valueOf) {
        const bool has = value != WaterfallValues::absent;
        result.codes.push_back(!has          ? colour::neutral
                               : value < own ? static_cast<ColourCode>(value)
                                             : colour::other);
        absent += has ? 0 : 1;
        others += has && value >= own ? 1 : 0;
    }
    for (std::uint32_t value = 0; value < own; ++value) {
        result.legend.push_back(
            {values.values[value], static_cast<ColourCode>(value), values.spans[value], value});
    }
    addUnlessEmpty(result.legend, {Words::tr("%1 other values").arg(distinct - own), colour::other, others});
    addUnlessEmpty(result.legend, {Words::tr("without it"), colour::neutral, absent});
    return result;
}

std::vector<ColourCode> rowColours(const WaterfallTrace& trace, const WaterfallRows& rows,
                                   const WaterfallColours& colours) {
    std::vector<ColourCode> result;
    result.reserve(rows.rows.size());
    for (const WaterfallRow& row : rows.rows) {
        ColourCode code = colours.of(trace, row.span);
        std::uint32_t member = row.span;
        for (std::uint32_t k = 1; k < row.folded && !colours.codes.empty(); ++k) {
            member = rows.nextSibling(trace, member, row.end);
            if (colours.of(trace, member) != code) {
                code = colour::neutral;
                break;
            }
        }
        result.push_back(code);
    }
    return result;
}

} // namespace hallway
