// The few figures that cards and edge labels carry, in the order and wording of look.md sections 3 and 5.3.
#pragma once

#include "analysis/ServiceGraph.h"
#include "common/Fonts.h"

#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace hallway {

enum class LabelMeasure {
    Calls,
    Failed,
    P50,
    P95,
    P99,
    FanOut,
    CriticalPath, ///< share of the time on critical paths (GraphEdge::path), by which lines are as wide too
};

/// "calls", "failed", "p50", "p95", "p99", "fan-out", "critical-path": the words of the command line.
[[nodiscard]] std::string_view wordOf(LabelMeasure measure);
[[nodiscard]] std::optional<LabelMeasure> labelMeasureOf(std::string_view word);

enum class FigureTone {
    Plain,
    Strong,    ///< a fan-out: bold
    Uncertain, ///< a percentile on too few calls: fainter, with "~ " in front
    Pain,      ///< the failed share: bold, in its health colour
};

/// In the order in which they are given up where room is short.
enum class FigureRole { System, Requests, Measure, Failed };

struct Figure {
    QString text;
    FigureTone tone = FigureTone::Plain;
    FigureRole role = FigureRole::Measure;
    bool operator==(const Figure&) const = default;
};
using Figures = std::vector<Figure>;

/// The second line of a node's card. `outgoing` calls stand for nodes that only call: the user.
[[nodiscard]] Figures figuresOf(const GraphNode& node, std::uint64_t outgoing, LabelMeasure measure);

/// Of nodes by their failed requests; a node that nobody calls has none.
[[nodiscard]] Health healthOf(const GraphNode& node);
[[nodiscard]] Health healthOf(const GraphEdge& edge);

/// The one figure that brought the edge onto the list; none where that is the critical path and it is not on
/// it.
[[nodiscard]] Figures shortLabelOf(const GraphEdge& edge, LabelMeasure measure);
/// Failed · calls · measure · fan-out from 2.
[[nodiscard]] Figures longLabelOf(const GraphEdge& edge, LabelMeasure measure);

[[nodiscard]] const Typeface& fontOf(const Figure& figure, const Fonts& fonts);

/// The mark of its health stands before a label that says the failed share, and no other figure: it would be
/// read as one.
[[nodiscard]] bool carriesMark(const Figures& label, Health health);

/// px of the line "a · b · c" in the small fonts.
[[nodiscard]] double widthOf(const Figures& figures, const Fonts& fonts);
/// From the end of one figure to the begin of the next, px: room for the dot between.
[[nodiscard]] double figureGap(const Fonts& fonts);

/// What is left when everything fits into `width` px: requests go first, the failed share last.
[[nodiscard]] Figures fitting(Figures figures, double width, const Fonts& fonts);

} // namespace hallway
