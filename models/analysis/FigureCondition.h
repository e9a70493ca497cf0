// One comparison of a FigureExpression: `p99 > 200ms`. Private to FigureExpression.
#pragma once

#include "analysis/ServiceGraph.h"
#include "base/TextPattern.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

enum class FigureField : std::uint8_t {
    Calls,
    Retries,
    FailedHere,
    Caller,
    Callee,
    Class,
    Requests,
    Spans,
    Name,
    Kind,
    Namespace,
    System,
    Failed,
    P50,
    P95,
    P99,
    Max,
    FanOut,
};

enum class FigureType : std::uint8_t { Count, Time, Ratio, Text, KindWord, ClassWord };
enum class FigureSubject : std::uint8_t { Edges, Nodes, Both };

struct FigureFieldFacts {
    std::string_view word;
    FigureField field;
    FigureSubject subject;
    FigureType type;
    bool hasShare = false; ///< `5%` means of the calls or requests
};

/// Nothing for a word that names no figure.
[[nodiscard]] const FigureFieldFacts* factsOf(std::string_view word);

enum class FigureOperator : std::uint8_t { Equal, Unequal, Less, AtMost, Greater, AtLeast, Like, Unlike };

struct FigureCondition {
    FigureField field = FigureField::Calls;
    FigureOperator comparison = FigureOperator::Equal;
    bool ofShare = false; ///< `number` is a share, 0 … 1
    double number = 0;    ///< times in ns
    std::string text;
    std::optional<TextPattern> pattern; ///< Like and Unlike

    /// Nothing where the figure does not exist.
    [[nodiscard]] std::optional<bool> holds(const GraphEdge& edge, const ServiceGraph& graph) const;
    [[nodiscard]] std::optional<bool> holds(const GraphNode& node) const;

private:
    [[nodiscard]] std::optional<bool> compare(std::optional<double> figure) const;
    [[nodiscard]] bool compareText(std::string_view value) const;
    [[nodiscard]] std::optional<bool> ofNode(const Node& node) const;
};

} // namespace hallway
