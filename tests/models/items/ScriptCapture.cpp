#include "ScriptCapture.h"

#include "store/CaptureReader.h"

#include <algorithm>

namespace hallway::test {

std::unique_ptr<Capture> captureOf(const CaptureScript& script) {
    ScriptedCapture scripted = script.build();
    Capture::Parts parts;
    Source source;
    source.path = "script.json";
    parts.sources.push_back(source);
    parts.strings = std::move(scripted.strings);
    parts.spans = std::move(scripted.built.spans);
    parts.calls = std::move(scripted.built.calls);
    parts.graph = std::move(scripted.graph);
    parts.figures.spans = parts.spans.size();
    parts.figures.traces = parts.spans.traces.size();
    for (std::size_t row = 0; row < parts.spans.size(); ++row) {
        const Timestamp start = parts.spans.start[row], end = parts.spans.end[row];
        parts.figures.start = std::min(parts.figures.start.value_or(start), start);
        parts.figures.end = std::max(parts.figures.end.value_or(end), end);
    }
    return std::make_unique<Capture>(std::move(parts));
}

CaptureScript paymentScript() {
    CaptureScript script;
    for (const bool fails : {true, false}) {
        const std::string trace = fails ? "1" : "2";
        const SpanStatus status = fails ? SpanStatus::Error : SpanStatus::Unset;
        const std::int64_t at = fails ? 0 : 1'000;
        script.span("root" + trace, {.trace = trace,
                                     .service = "gateway",
                                     .name = "GET /",
                                     .kind = SpanKind::Server,
                                     .status = status,
                                     .from = at,
                                     .to = at + 100});
        script.span("call" + trace, {.trace = trace,
                                     .parent = "root" + trace,
                                     .service = "gateway",
                                     .name = "call pay",
                                     .kind = SpanKind::Client,
                                     .status = status,
                                     .from = at + 10,
                                     .to = at + 90});
        script.span("pay" + trace, {.trace = trace,
                                    .parent = "call" + trace,
                                    .service = "pay",
                                    .name = "Pay",
                                    .kind = SpanKind::Server,
                                    .status = status,
                                    .from = at + 20,
                                    .to = at + 80});
        script.span("charge" + trace, {.trace = trace,
                                       .parent = "pay" + trace,
                                       .service = "pay",
                                       .name = "POST /charge",
                                       .kind = SpanKind::Client,
                                       .status = status,
                                       .from = at + 30,
                                       .to = at + 70,
                                       .attributes = {{"peer.service", std::string("acquirer")}}});
    }
    return script;
}

EdgeId edgeNamed(const Capture& capture, std::string_view caller, std::string_view callee) {
    const CallTable& calls = capture.calls();
    for (std::size_t i = 0; i < calls.edges.size(); ++i)
        if (calls.nodes[calls.edges[i].caller.index()].label == caller &&
            calls.nodes[calls.edges[i].callee.index()].label == callee)
            return EdgeId(i);
    return {};
}

NodeId nodeNamed(const Capture& capture, std::string_view label) {
    const auto& nodes = capture.calls().nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].label == label) return NodeId(i);
    return {};
}

} // namespace hallway::test
