#include "report/CaptureNames.h"
#include "report/FailureTexts.h"
#include "report/JsonParts.h"

#include <algorithm>

namespace hallway {

using namespace json;

namespace {

constexpr std::size_t mostExamples = 5;

class FailureJson {
public:
    explicit FailureJson(const Capture& capture) : m_names(capture) {}

    [[nodiscard]] Json origin(const FailureOrigin& origin) const {
        Json kinds = Json::object();
        for (std::size_t kind = 1; kind < origin.byKind.size(); ++kind)
            if (origin.byKind[kind] > 0)
                kinds[std::string(wordOf(static_cast<FailureKind>(kind)))] = origin.byKind[kind];
        Json chain = Json::array();
        for (const ChainStep& step : origin.chain) {
            Json link = edge(step.edge);
            link["calls"] = step.calls;
            chain.push_back(std::move(link));
        }
        Json json;
        if (origin.edge)
            json = edge(*origin.edge);
        else
            json = {{"caller", nullptr}, {"callee", m_names.label(origin.node)}, {"class", nullptr}};
        json["operation"] = operation(origin.operation);
        json["failures"] = origin.failures;
        json["traces"] = origin.traces;
        json["reached_top"] = origin.reachedTop;
        json["swallowed"] = origin.swallowed;
        json["kinds"] = std::move(kinds);
        json["chain"] = std::move(chain);
        json["examples"] = examples(origin.examples, [](const FailureExample& held) { return held.span; });
        return json;
    }

    [[nodiscard]] Json edgeFailures(const EdgeFailures& held) const {
        Json json = edge(held.edge);
        add(json, held.calls);
        return json;
    }

    [[nodiscard]] Json service(const ServiceFailures& held) const {
        Json requests = Json::object(), spans = Json::object();
        add(requests, held.requests);
        add(spans, held.spans);
        return {{"service", m_names.label(held.node)},
                {"requests", std::move(requests)},
                {"spans", std::move(spans)}};
    }

    [[nodiscard]] Json exception(const ExceptionGroup& group) const {
        Json services = Json::array();
        for (const auto& [node, count] : group.services)
            services.push_back({{"service", m_names.label(node)}, {"count", count}});
        return {{"type", orNull(group.type)},
                {"message", group.isRest ? Json() : orNull(group.shape)},
                {"example_message", orNull(group.message)},
                {"count", group.count},
                {"in_failed_spans", group.inFailed},
                {"services", std::move(services)},
                {"first", valueOf(group.first)},
                {"last", valueOf(group.last)},
                {"stack_trace", orNull(group.stackTrace)},
                {"examples", examples(group.examples, [](SpanRow span) { return span; })}};
    }

    [[nodiscard]] Json path(const FailingPath& held, std::uint64_t failingTraces) const {
        Json steps = Json::array();
        for (const PathStep& step : held.path.steps)
            steps.push_back(
                {{"service", m_names.label(step.node)}, {"operation", operation(step.operation)}});
        return {{"path", std::move(steps)},
                {"omitted_steps", held.path.omitted},
                {"omitted_after", held.path.omittedAfter},
                {"failures", held.failures},
                {"traces", held.traces},
                {"share_of_failing_traces",
                 static_cast<double>(held.traces) / static_cast<double>(failingTraces)},
                {"slowest_trace_ns", valueOf(held.slowest)},
                {"examples", examples(held.examples, [](const FailureExample& one) { return one.span; })}};
    }

private:
    static Json orNull(const std::string& text) { return text.empty() ? Json() : Json(text); }
    static void add(Json& json, const FailureCounts& counts) {
        json["failed"] = counts.failed;
        json["starts_here"] = counts.startsHere;
        json["passed_on"] = counts.passedOn;
        json["swallowed"] = counts.swallowed;
    }
    [[nodiscard]] Json operation(StringId name) const { return orNull(std::string(m_names.operation(name))); }
    [[nodiscard]] Json edge(EdgeId id) const {
        const Edge& held = m_names.edge(id);
        return {{"caller", m_names.label(held.caller)},
                {"callee", m_names.label(held.callee)},
                {"class", wordOf(held.callClass)}};
    }
    template <class Example, class SpanOf>
    [[nodiscard]] Json examples(const std::vector<Example>& held, SpanOf spanOf) const {
        Json json = Json::array();
        for (std::size_t i = 0; i < std::min(held.size(), mostExamples); ++i) {
            const SpanRow span = spanOf(held[i]);
            json.push_back({{"trace_id", m_names.traceId(span)}, {"span_id", m_names.spanId(span)}});
        }
        return json;
    }

    CaptureNames m_names;
};

} // namespace

std::string failuresJson(const Capture& capture, const FailureAnswer& answer, const Subset& subset) {
    const FailureJson made(capture);
    const FailureReport& failures = answer.failures;
    const auto list = [](const auto& rows, std::size_t limit, auto jsonOf) {
        Json json = Json::array();
        for (std::size_t i = 0; i < std::min(rows.size(), limit); ++i)
            json.push_back(jsonOf(rows[i]));
        return json;
    };
    const std::size_t all = std::max(failures.edges.size(), failures.services.size());
    Json document = documentOf("hallway.failures/1", capture, subset);
    document["failures"] = failures.failures;
    document["failing_traces"] = failures.failingTraces;
    document["total_origins"] = failures.origins.size();
    document["origins"] =
        list(failures.origins, answer.limit, [&](const FailureOrigin& row) { return made.origin(row); });
    document["edges"] =
        list(failures.edges, all, [&](const EdgeFailures& row) { return made.edgeFailures(row); });
    document["services"] =
        list(failures.services, all, [&](const ServiceFailures& row) { return made.service(row); });
    document["exceptions_recorded"] = answer.exceptions.exceptions;
    document["total_exceptions"] = answer.exceptions.groups.size();
    document["exceptions"] = list(answer.exceptions.groups, answer.limit,
                                  [&](const ExceptionGroup& row) { return made.exception(row); });
    document["total_paths"] = failures.pathCount;
    document["paths"] = list(failures.paths, answer.limit,
                             [&](const FailingPath& row) { return made.path(row, failures.failingTraces); });
    return textOf(document);
}

} // namespace hallway
