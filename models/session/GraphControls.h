// What a person did to the graph, told in names: it outlives ids, can be undone as a value and kept for the
// next start.
#pragma once

#include "analysis/VisibleGraph.h"
#include "layout/GraphLayout.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

struct GraphControls {
    struct Focus {
        std::string node;   ///< label; the caller's, if it is an edge
        std::string callee; ///< "" = a node
        CallClass callClass = CallClass::Rpc;
        int up = 1, down = 1;
        bool operator==(const Focus&) const = default;
    };
    /// Where nodes were put, px of the layout, by label.
    using Places = std::map<std::string, LayoutPoint>;

    std::optional<Focus> focus;
    EdgeThresholds least;
    std::string hide;    ///< a FigureExpression, "" = none; one that does not parse hides nothing
    std::string groupBy; ///< a resource attribute, "" = no boxes
    std::vector<std::string> collapsed;    ///< ascending: names of groups
    std::vector<std::string> operationsOf; ///< ascending: labels of services taken apart
    bool queuesAsNodes = false;
    LayoutDirection direction = LayoutDirection::LeftToRight;
    Places leftToRight, topDown; ///< each direction has places of its own
    bool operator==(const GraphControls&) const = default;

    /// Besides what is hidden already. What would be too long an expression with it is shown again.
    void alsoHide(const std::string& expression) {
        const std::string both = hide + " || " + expression;
        hide = !hide.empty() && FigureExpression::parse(both) ? both : expression;
    }
    [[nodiscard]] Places& places() { return isDown() ? topDown : leftToRight; }
    [[nodiscard]] const Places& places() const { return isDown() ? topDown : leftToRight; }

private:
    [[nodiscard]] bool isDown() const { return direction == LayoutDirection::TopDown; }
};

} // namespace hallway
