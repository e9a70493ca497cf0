#include "report/Dot.h"

#include "base/FormatText.h"

#include <array>
#include <charconv>
#include <cmath>

namespace hallway {

namespace {

/// A quoted text that Graphviz shows as it is: quotes and backslashes escaped, and & so that no entity
/// arises.
std::string quoted(std::string_view text) {
    std::string safe = "\"";
    for (const char c : format::printable(text)) {
        if (c == '"' || c == '\\') safe += '\\';
        if (c == '&')
            safe += "&amp;";
        else
            safe += c;
    }
    return safe + "\"";
}

std::string_view shapeOf(NodeKind kind) {
    switch (kind) {
    case NodeKind::Service:
        return "box";
    case NodeKind::Database:
        return "cylinder";
    case NodeKind::Queue:
        return "cds";
    case NodeKind::Function:
        return "component";
    case NodeKind::External:
        return "hexagon";
    case NodeKind::User:
        return "oval";
    }
    return "box";
}

/// Colours of the light theme: health of an edge without a shade of its own is grey.
std::string_view colourOf(Health health) {
    switch (health) {
    case Health::Ok:
    case Health::Watch:
        return "#8792A0";
    case Health::Degraded:
        return "#B84A00";
    case Health::Failing:
        return "#9A0036";
    }
    return "#8792A0";
}

/// Grows by one for every tenfold number of calls.
std::string widthOf(std::uint64_t calls) {
    std::array<char, 32> buffer{};
    const double width = 1 + std::log10(static_cast<double>(calls == 0 ? 1 : calls));
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), width, std::chars_format::fixed, 2).ptr;
    return {buffer.data(), end};
}

} // namespace

std::string graphDot(const GraphReport& report, const std::string& title,
                     const std::function<std::string(const GraphEdge&)>& labelOf) {
    std::string dot = "digraph hallway {\n  graph [rankdir=LR, labelloc=t, label=" + quoted(title) + "];\n";
    dot += "  node [fontname=\"Inter\", fontsize=12];\n  edge [fontname=\"Inter\", fontsize=11];\n";
    const auto idOf = [](NodeId id) { return "n" + std::to_string(id.value()); };
    for (const NodeId id : report.nodes)
        dot += "  " + idOf(id) + " [label=" + quoted(report.label(id)) +
               ", shape=" + std::string(shapeOf(report.node(id).node.kind)) + "];\n";
    for (const EdgeId id : report.edges) {
        const GraphEdge& edge = report.edge(id);
        const std::string_view colour = colourOf(healthOf(edge.failed, edge.calls));
        dot += "  " + idOf(edge.caller) + " -> " + idOf(edge.callee) + " [label=" + quoted(labelOf(edge)) +
               ", color=" + quoted(colour) + ", penwidth=" + widthOf(edge.calls) + "];\n";
    }
    return dot + "}\n";
}

} // namespace hallway
