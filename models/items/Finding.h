// What the pages Failures, Suspects and Shapes list: plain values, made off the GUI thread. Texts from the
// capture are fit to be shown (format::printable).
#pragma once

#include "analysis/ServiceGraph.h"
#include "trace/CallTable.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hallway {

/// A span to open.
struct FindingPlace {
    TraceRow trace;
    SpanRow span;
    bool operator==(const FindingPlace&) const = default;
};
/// Where a line leads; monostate: nowhere.
using FindingTarget = std::variant<std::monostate, FindingPlace, EdgeId, NodeId>;

/// A line below a finding.
struct FindingDetail {
    enum class Tone { Plain, Soft, Added, Missing, Code };
    QString text;
    QString figure{}; ///< at the right end
    FindingTarget target{};
    Tone tone = Tone::Plain;
    int depth = 0; ///< steps of indentation
    bool operator==(const FindingDetail&) const = default;
};

/// A call path in the small picture of a shape: paths lie under the one they continue.
struct FindingCell {
    enum class Tone { Plain, Pale, Missing };
    int depth = 0;
    double from = 0, to = 1;        ///< of the width; a path is as wide as the leaves below it
    std::string nameSpace, service; ///< what its colour is derived from; "" for a virtual node
    Tone tone = Tone::Plain;
    bool operator==(const FindingCell&) const = default;
};

/// One thing found: two lines and some figures.
struct Finding {
    QString title, subtitle;
    QStringList figures; ///< one for each column of its section; empty = nothing there
    std::optional<Health> mark;
    bool isSuspicion = false;         ///< the mark is that of a suspicion: nothing failed by itself
    bool fewCases = false;            ///< the mark is hollow
    std::optional<double> bar;        ///< 0..1: under the first figure
    std::vector<FindingPlace> places; ///< worst or first one first
    QString condition;                ///< of the filter language: what "filter by this" adds; empty = nothing
    std::vector<FindingDetail> details;
    std::vector<FindingCell> sketch; ///< empty = none
    bool operator==(const Finding&) const = default;
};

struct FindingSection {
    QString title, facts;
    QStringList columns; ///< heads of the figures
    QString nothing;     ///< the sentence that stands where there are no findings
    std::vector<Finding> findings;
    bool operator==(const FindingSection&) const = default;
};

using Findings = std::vector<FindingSection>;

} // namespace hallway
