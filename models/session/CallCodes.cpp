#include "session/CallCodes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>

namespace hallway {

namespace {

using Kind = CodeCount::Kind;

/// formats.md 1.4: the names of the codes, the new one first.
constexpr std::array<std::pair<std::string_view, Kind>, 6> keys{{{"http.response.status_code", Kind::Http},
                                                                 {"http.status_code", Kind::Http},
                                                                 {"rpc.response.status_code", Kind::Grpc},
                                                                 {"rpc.grpc.status_code", Kind::Grpc},
                                                                 {"rpc.status_code", Kind::Grpc},
                                                                 {"grpc.status_code", Kind::Grpc}}};

constexpr std::array<std::string_view, 17> grpcNames{
    "OK",        "CANCELLED",      "UNKNOWN",           "INVALID_ARGUMENT",   "DEADLINE_EXCEEDED",
    "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
    "ABORTED",   "OUT_OF_RANGE",   "UNIMPLEMENTED",     "INTERNAL",           "UNAVAILABLE",
    "DATA_LOSS", "UNAUTHENTICATED"};

std::optional<int> numberOf(const std::string& text) {
    int number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return end.ec == std::errc() && end.ptr == text.data() + text.size() ? std::optional(number)
                                                                         : std::nullopt;
}

/// The same code however it is written: 14, "14", "unavailable".
std::optional<CodeCount> codeOf(Kind kind, const NamedValue& value) {
    if (value.text.empty()) return std::nullopt;
    const auto number = numberOf(value.text);
    if (kind == Kind::Http) {
        if (!number || *number < 100 || *number > 599) return std::nullopt;
        return CodeCount{kind, std::to_string(*number), *number >= 400, 0};
    }
    if (number) {
        if (*number < 0 || static_cast<std::size_t>(*number) >= grpcNames.size()) return std::nullopt;
        return CodeCount{kind, std::string(grpcNames[static_cast<std::size_t>(*number)]), *number != 0, 0};
    }
    std::string upper = value.text.substr(0, 40);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const auto* const known = std::find(grpcNames.begin(), grpcNames.end(), upper);
    return known == grpcNames.end() ? std::nullopt : std::optional(CodeCount{kind, upper, upper != "OK", 0});
}

} // namespace

Result<CallCodes> codesOf(std::span<const CodeSpans> calls, const Capture& capture,
                          const CancelToken& cancel) {
    SpanSet wanted(capture.spans().size());
    for (const CodeSpans& call : calls)
        for (const SpanRow span : {call.server, call.client})
            if (span.valid()) wanted.insert(span);
    std::vector<AttributeName> names;
    for (const auto& [key, kind] : keys)
        names.push_back({AttributeName::Place::Span, std::string(key)});
    const auto columns = capture.columns(names, &wanted, cancel);
    if (!columns) return fail(columns.error());

    std::vector<std::vector<std::optional<CodeCount>>> codes; // by key, by value
    for (std::size_t key = 0; key < keys.size(); ++key) {
        auto& ofValues = codes.emplace_back();
        for (const NamedValue& value : (*columns)[key].values)
            ofValues.push_back(codeOf(keys[key].second, value));
    }
    const auto codeIn = [&](SpanRow span) -> const CodeCount* {
        for (std::size_t key = 0; span.valid() && key < keys.size(); ++key) {
            const std::uint32_t value = (*columns)[key].of[span.index()];
            if (value < codes[key].size() && codes[key][value]) return &*codes[key][value];
        }
        return nullptr;
    };
    std::map<std::pair<Kind, std::string>, CodeCount> counts;
    CallCodes result;
    for (const CodeSpans& call : calls) {
        const CodeCount* const ofServer = codeIn(call.server);
        const CodeCount* const code = ofServer != nullptr ? ofServer : codeIn(call.client);
        if (code == nullptr)
            ++result.without;
        else
            ++counts.try_emplace({code->kind, code->code}, *code).first->second.calls;
    }
    for (auto& [identity, count] : counts)
        result.counts.push_back(std::move(count));
    std::stable_sort(result.counts.begin(), result.counts.end(),
                     [](const CodeCount& a, const CodeCount& b) { return a.calls > b.calls; });
    return result;
}

} // namespace hallway
