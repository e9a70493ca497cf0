#include "report/DifferenceWords.h"

#include "base/FormatText.h"

#include <array>
#include <charconv>
#include <cmath>

namespace hallway {

std::string_view wordOf(CallSide side) {
    constexpr std::array<std::string_view, 4> words{"callee", "caller", "inside", "call"};
    return words[static_cast<std::size_t>(side)];
}

std::string_view wordOf(ValueScope scope) {
    constexpr std::array<std::string_view, 3> words{"fact", "resource", "span"};
    return words[static_cast<std::size_t>(scope)];
}

std::string_view wordOf(Fact fact) {
    constexpr std::array<std::string_view, 14> words{
        "edge",           "service", "operation", "has_span",     "kind",  "status",       "failed",
        "failure_starts", "failure", "retry",     "longest_self", "calls", "root_service", "root_operation"};
    return words[static_cast<std::size_t>(fact)];
}

std::string_view wordOf(NotCompared why) {
    constexpr std::array<std::string_view, 3> words{"unique", "too_many", "several"};
    return words[static_cast<std::size_t>(why)];
}

std::string keyOf(const Dimension& dimension) {
    if (dimension.scope == ValueScope::Fact && dimension.fact == Fact::Calls) return "calls:" + dimension.key;
    return dimension.scope == ValueScope::Fact ? std::string(wordOf(dimension.fact)) : dimension.key;
}

std::string nameOf(const Dimension& dimension, const CallTable& calls) {
    std::string key = keyOf(dimension);
    for (char& letter : key)
        if (dimension.scope == ValueScope::Fact && letter == '_') letter = ' ';
    if (dimension.side == CallSide::Call) return key;
    std::string where(wordOf(dimension.side));
    if (dimension.service.valid()) where += " " + calls.nodes[dimension.service.index()].label + ":";
    return where + " " + key;
}

std::string numberText(double value) {
    if (std::abs(value) < 1e15 && value == std::floor(value)) {
        const std::string digits = format::countExact(static_cast<std::uint64_t>(std::abs(value)));
        return value < 0 ? "\u2212" + digits : digits;
    }
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 4).ptr;
    return {text.data(), end};
}

std::string boundText(const ValueLabel& label, double bound) {
    return label.isTime ? format::durationTick(Duration(std::llround(bound))) : numberText(bound);
}

std::string nameOf(const ValueLabel& label) {
    switch (label.form) {
    case ValueForm::Absent:
        return "(none)";
    case ValueForm::Range:
        if (!label.low && !label.high) return "(any)";
        if (!label.low) return "under " + boundText(label, *label.high);
        if (!label.high) return "from " + boundText(label, *label.low);
        return boundText(label, *label.low) + " \u2013 " + boundText(label, *label.high);
    case ValueForm::Text:
    case ValueForm::Flag:
    case ValueForm::Number:
    case ValueForm::List:
        break;
    }
    return label.text;
}

std::string chanceText(double p) {
    if (p < 0.001) return "p < 0.001";
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), p, std::chars_format::fixed, 3).ptr;
    return "p = " + std::string(text.data(), end);
}

} // namespace hallway
