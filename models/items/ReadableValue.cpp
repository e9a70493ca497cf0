#include "items/ReadableValue.h"

#include "items/ShownLines.h"
#include "report/JsonText.h"
#include "report/SqlText.h"
#include "report/StackTrace.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

namespace hallway {

namespace {

constexpr std::size_t largestLaidOut = 200'000; // bytes

bool holds(const std::string& key, std::initializer_list<std::string_view> words) {
    std::string lower = key.substr(0, 200);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return std::any_of(words.begin(), words.end(),
                       [&lower](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool isStack(const NamedValue& value) {
    return value.text.find('\n') != std::string::npos &&
           (holds(value.key, {"stack", "backtrace", "traceback"}) || looksLikeStackTrace(value.text));
}

ReadableValue stackOf(const std::string& text) {
    ReadableValue result{shownLines(text), true, {}};
    for (const StackLine& line : stackLinesOf(text))
        result.softLines.push_back(line.kind == StackLine::Kind::Library);
    return result;
}

std::optional<std::string> laidOut(const NamedValue& value) {
    if (auto json = prettyJson(value.text)) return json;
    return holds(value.key, {"sql", "statement", "query"}) ? prettySql(value.text) : std::nullopt;
}

} // namespace

ReadableValue readableValueOf(const NamedValue& value) {
    const bool isText =
        value.type == ValueType::Text || value.type == ValueType::PooledText || value.type == ValueType::Json;
    if (!isText || value.text.size() > largestLaidOut) return {shownLines(value.text), false, {}};
    if (isStack(value)) return stackOf(value.text);
    const auto text = laidOut(value);
    if (!text || text->find('\n') == std::string::npos) return {shownLines(value.text), false, {}};
    return {shownLines(*text), true, {}};
}

} // namespace hallway
