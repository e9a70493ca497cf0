#include "report/SuspectTexts.h"

#include "base/FormatText.h"
#include "report/CaptureNames.h"
#include "report/Csv.h"
#include "report/JsonParts.h"
#include "report/TextTable.h"

#include <algorithm>
#include <span>

namespace hallway {

using namespace json;

namespace {

using Align = TextTable::Align;
constexpr std::size_t mostExamples = 5;

template <class Row>
std::span<const Row> first(const std::vector<Row>& rows, std::size_t limit) {
    return {rows.data(), std::min(rows.size(), limit)};
}

SpanRow spanOf(CallRow call, const Capture& capture) { return capture.calls().timedBy(call); }

Json edgeOf(EdgeId id, const CaptureNames& names) {
    const Edge& edge = names.edge(id);
    return {{"caller", names.label(edge.caller)},
            {"callee", names.label(edge.callee)},
            {"class", wordOf(edge.callClass)}};
}

Json placeOf(SpanRow span, const CaptureNames& names) {
    return {{"trace_id", names.traceId(span)}, {"span_id", names.spanId(span)}};
}

Json repeatOf(const RepeatedCalls& held, const CaptureNames& names) {
    Json json = edgeOf(held.edge, names);
    json["request"] = names.operation(held.request);
    json["operation"] = names.operation(held.operation);
    json["requests"] = held.requests;
    json["of_requests"] = held.ofRequests;
    json["calls"] = held.calls;
    json["calls_per_request"] = {{"p50", held.p50}, {"max", held.max}};
    json["sequential_requests"] = held.sequential;
    json["peak_parallelism"] = held.peak > 0 ? Json(held.peak) : Json();
    json["total_ns"] = held.total.count();
    json["elapsed_ns"] = held.elapsed.count();
    Json& worst = json["worst"] = Json::array();
    for (const RepeatingRequest& request : first(held.worst, mostExamples)) {
        Json one = placeOf(request.entry, names);
        one["calls"] = request.calls;
        one["failed"] = request.failed;
        one["retries"] = request.retries;
        one["peak_parallelism"] = request.peak > 0 ? Json(request.peak) : Json();
        one["total_ns"] = request.total.count();
        one["elapsed_ns"] = request.elapsed.count();
        worst.push_back(std::move(one));
    }
    return json;
}

Json retriesOn(const EdgeRetries& held, const Capture& capture, const CaptureNames& names) {
    Json json = edgeOf(held.edge, names);
    json["calls"] = held.calls;
    json["retries"] = held.retries;
    json["attempts_per_call"] = held.attemptsPerCall() ? Json(*held.attemptsPerCall()) : Json();
    json["storm"] = held.isStorm();
    json["repeated_calls"] = held.repeated;
    json["hidden"] = held.hidden;
    json["hidden_failures"] = held.hiddenFailures;
    json["exhausted"] = held.exhausted;
    json["most_attempts"] = held.mostAttempts;
    json["delay_ns"] = held.delay.count();
    Json& worst = json["worst"] = Json::array();
    for (const LogicalCall& call : first(held.worst, mostExamples)) {
        Json one = placeOf(spanOf(call.first, capture), names);
        one["attempts"] = call.attempts;
        one["failed"] = call.failed;
        one["succeeded"] = call.succeeded;
        one["delay_ns"] = call.delay.count();
        worst.push_back(std::move(one));
    }
    return json;
}

std::string parallelText(const RepeatedCalls& held) {
    if (held.peak == 0) return std::string(format::absent);
    if (held.peak == 1) return "one by one";
    return "up to " + format::countExact(held.peak) + " at once";
}

std::string heading(const std::string& what, std::size_t shown, std::uint64_t total) {
    std::string text = what + ": " + format::countExact(total);
    if (shown < total) text += ", the first " + format::countExact(shown);
    return text + "\n";
}

} // namespace

std::string suspectsJson(const Capture& capture, const SuspectAnswer& answer, const Subset& subset) {
    const CaptureNames names(capture);
    Json document = documentOf("hallway.suspects/1", capture, subset);
    document["least_calls"] = answer.least;
    document["total_repeated"] = answer.repeats.size();
    Json& repeated = document["repeated"] = Json::array();
    for (const RepeatedCalls& held : first(answer.repeats, answer.limit))
        repeated.push_back(repeatOf(held, names));
    document["retries"] = answer.retries.retries;
    document["total_edges_with_retries"] = answer.retries.edges.size();
    Json& edges = document["edges_with_retries"] = Json::array();
    for (const EdgeRetries& held : first(answer.retries.edges, answer.limit))
        edges.push_back(retriesOn(held, capture, names));
    document["total_traces_with_retries"] = answer.retries.tracesWithRetries;
    Json& traces = document["traces_with_retries"] = Json::array();
    for (const RetryTrace& trace : first(answer.retries.traces, answer.limit)) {
        Json one = placeOf(spanOf(trace.first, capture), names);
        one["retries"] = trace.retries;
        traces.push_back(std::move(one));
    }
    return textOf(document);
}

std::string suspectsCsv(const Capture& capture, const SuspectAnswer& answer) {
    const CaptureNames names(capture);
    CsvWriter csv;
    for (const char* column : {"kind", "caller", "callee", "class", "request", "operation", "requests",
                               "calls", "most_calls", "peak_parallelism", "retries", "hidden_failures",
                               "exhausted", "elapsed_ns", "example_trace_id", "example_span_id"})
        csv.text(column);
    csv.endRow();
    const auto begin = [&](const char* kind, EdgeId id) {
        const Edge& edge = names.edge(id);
        csv.text(kind);
        csv.text(names.label(edge.caller));
        csv.text(names.label(edge.callee));
        csv.text(wordOf(edge.callClass));
    };
    const auto end = [&](std::optional<SpanRow> example) {
        csv.text(example ? names.traceId(*example) : "");
        csv.text(example ? names.spanId(*example) : "");
        csv.endRow();
    };
    for (const RepeatedCalls& held : first(answer.repeats, answer.limit)) {
        begin("repeated", held.edge);
        csv.text(names.operation(held.request));
        csv.text(names.operation(held.operation));
        csv.count(held.requests);
        csv.count(held.calls);
        csv.count(held.max);
        if (held.peak > 0)
            csv.count(held.peak);
        else
            csv.absent();
        for (int i = 0; i < 3; ++i)
            csv.absent();
        csv.integer(held.elapsed.count());
        end(held.worst.front().entry);
    }
    for (const EdgeRetries& held : first(answer.retries.edges, answer.limit)) {
        begin("retries", held.edge);
        for (int i = 0; i < 3; ++i)
            csv.absent();
        csv.count(held.calls);
        csv.count(held.mostAttempts);
        csv.absent();
        csv.count(held.retries);
        csv.count(held.hiddenFailures);
        csv.count(held.exhausted);
        csv.integer(held.delay.count());
        end(held.worst.empty() ? std::nullopt : std::optional(spanOf(held.worst.front().first, capture)));
    }
    return csv.content();
}

std::string suspectsTable(const Capture& capture, const SuspectAnswer& answer) {
    const CaptureNames names(capture);
    TextTable repeated({{"CALLER"},
                        {"REPEATS"},
                        {"REQUESTS", Align::Right},
                        {"OF", Align::Right},
                        {"CALLS EACH", Align::Right},
                        {"MOST", Align::Right},
                        {"AT ONCE"},
                        {"TIME", Align::Right},
                        {"WORST"}});
    for (const RepeatedCalls& held : first(answer.repeats, answer.limit)) {
        const Edge& edge = names.edge(held.edge);
        repeated.addRow({names.stepText(edge.caller, held.request),
                         names.stepText(edge.callee, held.operation), format::countExact(held.requests),
                         format::countExact(held.ofRequests), format::countExact(held.p50),
                         format::countExact(held.max), parallelText(held), format::duration(held.elapsed),
                         names.traceId(held.worst.front().entry)});
    }
    TextTable retries({{"CALLER"},
                       {"CALLEE"},
                       {"CALLS", Align::Right},
                       {"RETRIES", Align::Right},
                       {"ATTEMPTS", Align::Right},
                       {"MOST", Align::Right},
                       {"HID FAILURES", Align::Right},
                       {"GAVE UP", Align::Right},
                       {"DELAY", Align::Right},
                       {"WORST"}});
    for (const EdgeRetries& held : first(answer.retries.edges, answer.limit)) {
        const Edge& edge = names.edge(held.edge);
        const auto attempts = held.attemptsPerCall();
        retries.addRow({names.label(edge.caller), names.label(edge.callee), format::countExact(held.calls),
                        format::countExact(held.retries),
                        attempts ? format::fanOut(*attempts) : std::string(format::absent),
                        format::countExact(held.mostAttempts), format::countExact(held.hiddenFailures),
                        format::countExact(held.exhausted), format::duration(held.delay),
                        held.worst.empty() ? "" : names.traceId(spanOf(held.worst.front().first, capture))});
    }
    return heading("Requests with " + format::countExact(answer.least) +
                       " or more calls of one operation, by kind",
                   repeated.rows(), answer.repeats.size()) +
           repeated.text() + "\n" +
           heading("Edges with retries", retries.rows(), answer.retries.edges.size()) + retries.text();
}

} // namespace hallway
