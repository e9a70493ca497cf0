#include "report/DifferenceWords.h"

#include <array>
#include <charconv>

namespace hallway {

namespace {

std::string quoted(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string result = "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\')
            (result += '\\') += letter;
        else if (byte < 0x20 || byte == 0x7f)
            ((result += "\\x") += hex[byte >> 4]) += hex[byte & 15];
        else
            result += letter;
    }
    return result + "\"";
}

std::string keyText(std::string_view key) {
    const auto isPlain = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '.' || letter == '_' || letter == '-';
    };
    for (const char letter : key)
        if (!isPlain(letter)) return quoted(key);
    return key.empty() ? "\"\"" : std::string(key);
}

std::string shortest(double value) {
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

/// Times are whole numbers of the greatest unit that is exact.
std::string boundOf(const ValueLabel& label, double bound) {
    if (!label.isTime) return shortest(bound);
    const auto nanoseconds = static_cast<std::int64_t>(bound);
    if (nanoseconds % 1'000'000 == 0) return std::to_string(nanoseconds / 1'000'000) + "ms";
    if (nanoseconds % 1'000 == 0) return std::to_string(nanoseconds / 1'000) + "us";
    return std::to_string(nanoseconds) + "ns";
}

std::string both(const std::string& a, const std::string& b) { return a.empty() ? b : a + " && " + b; }

/// `field` compared with a value of any form.
std::optional<std::string> comparison(const std::string& field, const ValueLabel& label) {
    switch (label.form) {
    case ValueForm::Absent:
        return field + " = nil";
    case ValueForm::Text:
        return field + " = " + quoted(label.text);
    case ValueForm::Flag:
        return field + " = " + label.text;
    case ValueForm::Number:
        return field + " = " + shortest(label.low.value_or(0));
    case ValueForm::Range: {
        if (!label.low && !label.high) return field + " != nil";
        std::string text;
        if (label.low) text = field + " >= " + boundOf(label, *label.low);
        if (label.high) text = both(text, field + " < " + boundOf(label, *label.high));
        return text;
    }
    case ValueForm::List:
        break;
    }
    return std::nullopt;
}

std::string serviceIs(const Node& node) { return "resource.service.name = " + quoted(node.name); }

std::optional<std::string> factCondition(const Dimension& dimension, const ValueLabel& label,
                                         const CallTable& calls) {
    const std::string text = quoted(label.text);
    switch (dimension.fact) {
    case Fact::Edge: {
        if (!label.edge.valid()) return std::nullopt;
        const Edge& edge = calls.edges[label.edge.index()];
        return "edge.caller = " + quoted(calls.nodes[edge.caller.index()].label) +
               " && edge.callee = " + quoted(calls.nodes[edge.callee.index()].label);
    }
    case Fact::Service:
        if (dimension.side == CallSide::Callee) return "edge.callee = " + text;
        if (dimension.side == CallSide::Caller) return "edge.caller = " + text;
        return "resource.service.name = " + text;
    case Fact::Operation:
        return "name = " + text;
    case Fact::Kind:
        return "kind = " + label.text;
    case Fact::StatusCode:
        return "status = " + label.text;
    case Fact::Failed:
        return "edge.failed = " + label.text;
    case Fact::FailureStarts:
        return "failed = " + label.text;
    case Fact::LongestSelf:
        return comparison("self", label);
    case Fact::RootService:
        return "rootServiceName = " + text;
    case Fact::RootOperation:
        return "rootName = " + text;
    case Fact::HasSpan:
    case Fact::FailureKind:
    case Fact::Retry:
    case Fact::Calls:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> conditionOf(const Dimension& dimension, const ValueLabel& label,
                                       const CallTable& calls, const ComparedEnds& ends) {
    const bool isFact = dimension.scope == ValueScope::Fact;
    if (isFact && label.form == ValueForm::Absent) return std::nullopt;
    const auto asked =
        isFact ? factCondition(dimension, label, calls)
               : comparison(std::string(wordOf(dimension.scope)) + "." + keyText(dimension.key), label);
    if (!asked) return std::nullopt;
    // Whose span it is; a fact about the whole call or its ends says that already.
    NodeId whose = dimension.service;
    if (dimension.side == CallSide::Callee) whose = ends.callee;
    if (dimension.side == CallSide::Caller) whose = ends.caller;
    const bool isNamed = isFact && dimension.fact == Fact::Service;
    if (isNamed || !whose.valid() || calls.nodes[whose.index()].kind != NodeKind::Service) return asked;
    return both(serviceIs(calls.nodes[whose.index()]), *asked);
}

} // namespace hallway
