// What the first tab of the inspector says, before anything is drawn: a subject, a summary of failures, and
// sections of rows. Pure, so that every sentence and figure is tested without a widget.
#pragma once

#include "base/FormatText.h"
#include "items/Inspection.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace hallway {

/// How a figure or label is drawn; never the only signal of anything.
enum class Tone { Plain, Strong, Soft, Uncertain, Degraded, Failing };

struct PanelFigure {
    QString text;
    Tone tone = Tone::Plain;
    QString toolTip{};
};

struct CallTarget {
    TraceRow trace;
    SpanRow span;
    bool operator==(const CallTarget&) const = default;
};
struct AllCallsTarget {
    bool operator==(const AllCallsTarget&) const = default;
};
struct ProblemsTarget {
    bool operator==(const ProblemsTarget&) const = default;
};
/// Where choosing a row leads; monostate: nowhere.
using PanelTarget = std::variant<std::monostate, CallTarget, EdgeId, NodeId, AllCallsTarget, ProblemsTarget>;

/// A label at the left, figures right-aligned in columns, and perhaps a bar between them or a mark before.
struct PanelRow {
    QString label;
    std::vector<PanelFigure> figures{};
    std::optional<double> bar{}; ///< 0..1
    bool barFails = false;       ///< the bar counts failures
    std::optional<Health> mark{};
    bool fewCalls = false; ///< the mark is hollow
    PanelTarget target{};
    QString toolTip{};
    bool isLink = false; ///< the label is a link, e.g. "All 2,830 calls"
};

struct PanelSection {
    enum class Chart { None, Latency, OverTime };
    QString title;
    QString facts{};           ///< at the right end of the title
    Chart chart = Chart::None; ///< under the rows
    bool longLabels = false;   ///< where a label does not fit beside its figures, these stand below it
    std::vector<PanelRow> rows{};
};

struct PanelSubject {
    QString first;  ///< "payments →", soft; empty where there is one line
    QString second; ///< "api.acquirer.example"
    QString classLine;
    PanelTarget firstTarget{}, secondTarget{}; ///< the ends of an edge
};

struct FailureSummary {
    QString share;  ///< "24.8 % fail"
    QString counts; ///< "703 of 2,830"
    QString detail; ///< "all start here: 634 timeout, 69 status 503"
    Health health = Health::Ok;
    bool fewCalls = false;
};

struct PanelContent {
    PanelSubject subject;
    std::optional<FailureSummary> failures;
    std::vector<PanelSection> sections;
    QString hint{}; ///< a sentence below everything
};

/// Worst calls listed under the figures; the second tab has them all.
inline constexpr std::size_t worstShown = 8;
/// Rows of a section before "Show all".
inline constexpr std::size_t rowsShown = 10;

[[nodiscard]] PanelContent panelOf(const EdgeInspection& edge, format::UtcOffset offset);
[[nodiscard]] PanelContent panelOf(const NodeInspection& node, format::UtcOffset offset);
[[nodiscard]] PanelContent panelOf(const CaptureInspection& capture, format::UtcOffset offset);
[[nodiscard]] PanelContent panelOf(const CallsInspection& box, format::UtcOffset offset);

} // namespace hallway
