// What the colours of the bars say: the service, how a span ended, or the values of an attribute.
#pragma once

#include "common/Theme.h"
#include "waterfall/WaterfallRows.h"

#include <QColor>
#include <QString>

#include <cstdint>
#include <vector>

namespace hallway {

enum class WaterfallColourBy : std::uint8_t { Service, Outcome, Attribute };

/// The values of one attribute over the spans of a trace, made by whoever has the store.
struct WaterfallValues {
    static constexpr std::uint32_t absent = 0xffffffff;
    QString key;                        ///< with its scope: "span.http.route", "resource.host.name"
    std::vector<QString> values;        ///< fit to be shown; the most frequent first
    std::vector<std::uint32_t> spans;   ///< by value: how many have it
    std::vector<std::uint32_t> valueOf; ///< by span: index into values, or absent
};

/// A colour as one small number: 0 … 11 those of services, then the three below.
using ColourCode = std::uint8_t;
namespace colour {
inline constexpr ColourCode other = 11; ///< values beyond those that have a colour of their own
inline constexpr ColourCode neutral = 12, passedOn = 13, failed = 14;
} // namespace colour
[[nodiscard]] QColor colourOf(ColourCode code, const Theme& theme);

struct WaterfallColours {
    /// One line of the legend.
    struct Entry {
        QString text;
        ColourCode code = colour::neutral;
        std::uint32_t spans = 0;
        std::uint32_t value = WaterfallValues::absent; ///< index into WaterfallValues::values
        bool operator==(const Entry&) const = default;
    };
    static constexpr std::uint32_t mostValues = 11; ///< with a colour of their own

    WaterfallColourBy by = WaterfallColourBy::Service;
    QString key;                   ///< of the attribute
    std::vector<ColourCode> codes; ///< by span; empty for services: their trace knows
    std::vector<Entry> legend;     ///< empty for services: their names stand in the tree

    [[nodiscard]] ColourCode of(const WaterfallTrace& trace, std::uint32_t span) const {
        return codes.empty() ? static_cast<ColourCode>(trace.services[trace.spans[span].service].colour % 12)
                             : codes[span];
    }
};

/// calls.md rule 23: where failures start, where they are passed on; everything else is grey.
[[nodiscard]] WaterfallColours coloursByStatus(const WaterfallTrace& trace);
/// `values.valueOf` has an entry for each span of the trace.
[[nodiscard]] WaterfallColours coloursByValue(const WaterfallValues& values);

/// By row: the colour of its bar. A fold whose members differ is neutral.
[[nodiscard]] std::vector<ColourCode> rowColours(const WaterfallTrace& trace, const WaterfallRows& rows,
                                                 const WaterfallColours& colours);

} // namespace hallway
