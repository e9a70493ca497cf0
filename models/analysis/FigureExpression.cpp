#include "analysis/FigureExpression.h"

#include "analysis/FigureExpressionParser.h"

#include <optional>

namespace hallway {

namespace {

using Truth = std::optional<bool>; // nothing: not known

Truth conjunction(Truth a, Truth b) {
    if (a == false || b == false) return false;
    return a && b ? Truth(true) : std::nullopt;
}

Truth negation(Truth truth) { return truth ? Truth(!*truth) : std::nullopt; }

} // namespace

Result<FigureExpression> FigureExpression::parse(std::string_view text) {
    return FigureExpressionParser(text).parse();
}

template <class Ask>
bool FigureExpression::isTrue(const Ask& ask) const {
    std::vector<Truth> stack;
    auto condition = m_conditions->begin();
    const auto take = [&stack] {
        const Truth truth = stack.back();
        stack.pop_back();
        return truth;
    };
    for (const Step step : m_steps) {
        if (step == Step::Condition) {
            stack.push_back(ask(*condition++));
            continue;
        }
        const Truth right = take();
        if (step == Step::Not)
            stack.push_back(negation(right));
        else if (step == Step::And)
            stack.push_back(conjunction(take(), right));
        else // a || b = !(!a && !b)
            stack.push_back(negation(conjunction(negation(take()), negation(right))));
    }
    return stack.back() == true;
}

bool FigureExpression::matches(const GraphEdge& edge, const ServiceGraph& graph) const {
    return isOfEdges() &&
           isTrue([&](const FigureCondition& condition) { return condition.holds(edge, graph); });
}

bool FigureExpression::matches(const GraphNode& node) const {
    return isOfNodes() && isTrue([&](const FigureCondition& condition) { return condition.holds(node); });
}

} // namespace hallway
