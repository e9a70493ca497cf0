#include "report/JsonParts.h"

#include "report/Json.h"
#include "report/TerminalSafe.h"

#include <algorithm>

namespace hallway::json {

namespace {

Json sourceOf(const Source& source) {
    Json problems = Json::array();
    for (const Problem& problem : source.problems)
        problems.push_back(
            {{"code", wordOf(problem.code)}, {"count", problem.count}, {"example", exampleText(problem)}});
    return {{"path", source.path},
            {"format", source.format},
            {"bytes", source.bytes},
            {"spans", source.spans},
            {"problems", std::move(problems)}};
}

Json captureOf(const Capture& capture) {
    const CaptureFigures& figures = capture.figures();
    Json sources = Json::array();
    std::vector<const Source*> sorted; // by path; entries of archives stand as they were read
    for (const Source& source : capture.sources())
        sorted.push_back(&source);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Source* a, const Source* b) { return a->path < b->path; });
    for (const Source* const source : sorted)
        sources.push_back(sourceOf(*source));
    return {{"traces", figures.traces},     {"spans", figures.spans},
            {"services", figures.services}, {"duplicates", figures.duplicates},
            {"orphans", figures.orphans},   {"start", valueOf(figures.start)},
            {"end", valueOf(figures.end)},  {"sources", std::move(sources)}};
}

} // namespace

Json valueOf(Timestamp time) { return std::to_string(nanosecondsOf(time)); }

Json valueOf(const Distribution& distribution) {
    return {{"samples", distribution.samples},
            {"p50", distribution.p50.count()},
            {"p95", distribution.p95.count()},
            {"p99", distribution.p99.count()},
            {"max", distribution.max.count()}};
}

Json valueOf(const NodeFanOut& fanOut) {
    return {{"mean", fanOut.mean}, {"p50", fanOut.p50}, {"p95", fanOut.p95}, {"max", fanOut.max}};
}

/// Without entries in range there is nothing to divide by: null, never 0.
Json valueOf(const EdgeFanOut& fanOut) {
    const bool any = fanOut.entries > 0;
    return {{"entries", fanOut.entries},
            {"mean", any ? Json(fanOut.mean) : Json()},
            {"share", any ? Json(fanOut.share) : Json()},
            {"mean_when_called", fanOut.meanWhenCalled ? Json(*fanOut.meanWhenCalled) : Json()},
            {"max", any ? Json(fanOut.max) : Json()}};
}

Json valueOf(const NamedValue& value) {
    switch (value.type) {
    case ValueType::Null:
        return nullptr;
    case ValueType::False:
        return false;
    case ValueType::True:
        return true;
    case ValueType::Int:
        return value.integer;
    case ValueType::Double:
        return value.real;
    case ValueType::Json: {
        Json parsed = Json::parse(value.text, nullptr, false);
        return parsed.is_discarded() ? Json(value.text) : parsed;
    }
    case ValueType::PooledText:
    case ValueType::Text:
    case ValueType::Bytes:
        return value.text;
    }
    return nullptr;
}

Json documentOf(std::string_view schema, const Capture& capture, const Subset& subset) {
    Json document{{"schema", schema}, {"capture", captureOf(capture)}};
    if (subset.chosen && !subset.chosen->by.filter.empty())
        document["filter"] = {{"where", subset.chosen->by.filter},
                              {"count", subset.chosen->by.onlyMatchingSpans ? "spans" : "traces"}};
    return document;
}

std::string textOf(const Json& document) {
    // Names were checked to be UTF-8 on import; `replace` keeps paths that are not.
    return terminalSafeJson(document.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

} // namespace hallway::json
