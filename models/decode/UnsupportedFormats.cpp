#include "decode/UnsupportedFormats.h"

#include "decode/BinarySignatures.h"
#include "decode/TableHeader.h"

#include <algorithm>
#include <array>

namespace hallway {

namespace {

struct JsonSignature {
    std::string_view name;
    bool (*matches)(const JsonOutline&);
};

/// In this order: what is more particular stands first.
constexpr JsonSignature jsonSignatures[] = {
    {"Tempo trace for language models (ask for application/json instead)",
     [](const JsonOutline& d) { return d.hasTail("services[].scopes[].spans"); }},
    {"Tempo search result (it only lists traces; download one from /api/v2/traces)",
     [](const JsonOutline& d) { return d.has("traces[].traceID") && d.hasTail("rootServiceName"); }},
    {"Grafana data frame (download the trace itself in the inspector)",
     [](const JsonOutline& d) { return d.hasTail("schema.fields[].name") && d.hasTail("data.values"); }},
    {"Jaeger dependencies JSON (it holds counts and no spans)",
     [](const JsonOutline& d) { return d.hasTail("callCount") || d.hasTail("_source.dependencies"); }},
    {"Jaeger Cassandra rows (ask Jaeger for the traces)",
     [](const JsonOutline& d) { return d.hasTail("span_hash"); }},
    {"Elastic APM of browsers in short keys (only the intake's version 2 can be read)",
     [](const JsonOutline& d) { return d.has("x.tid") || d.has("m.se"); }},
    {"OpenSearch service map (it holds no spans; export otel-v1-apm-span)",
     [](const JsonOutline& d) { return d.hasTail("hashId") && d.hasTail("serviceName"); }},
    {"list of AWS X-Ray's trace summaries (fetch the traces with aws xray batch-get-traces)",
     [](const JsonOutline& d) { return d.has("TraceSummaries"); }},
    {"ClickHouse rows in compact JSON (export them as JSONEachRow)",
     [](const JsonOutline& d) { return d.has("meta[].name") && d.has("meta[].type"); }},
    {"SigNoz rows (signoz_index_v3)",
     [](const JsonOutline& d) { return d.has("ts_bucket_start") && d.has("duration_nano"); }},
    {"Datadog trace saved from its pages (ask its API for the trace)",
     [](const JsonOutline& d) { return d.has("trace.root_id"); }},
    {"Google Cloud Trace JSON (send the spans to a Collector that writes OTLP)",
     [](const JsonOutline& d) { return d.has("traces[].projectId"); }},
    {"SkyWalking segments (send the spans to a Collector that writes OTLP)",
     [](const JsonOutline& d) { return d.hasTail("segmentId") || d.hasTail("traceSegmentId"); }},
    {"rows of OTLP spans", [](const JsonOutline& d) { return d.has("trace_id") && d.has("span_id"); }},
};

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::optional<std::string_view> nameOfText(std::string_view text) {
    if (contains(text, "traceId: '") && contains(text, "id: '"))
        return "JavaScript console exporter (it writes no JSON; use an OTLP file exporter)";
    if (contains(text, "AttributesMap{") || contains(text, "LoggingSpanExporter"))
        return "Java LoggingSpanExporter (it writes no times; use OtlpJsonLoggingSpanExporter)";
    if (contains(text, "\nresourceSpans:") || text.starts_with("resourceSpans:")) return "OTLP YAML";
    return std::nullopt;
}

} // namespace

std::optional<std::string_view> nameOfUnsupported(const Sniff& sniff) {
    if (const auto binary = nameOfBinary(sniff.bytes)) return binary;
    if (const auto table = refusedTable(sniff.text)) return table; // whatever its cells hold
    for (const JsonOutline& document : sniff.documents)
        for (const JsonSignature& signature : jsonSignatures)
            if (signature.matches(document)) return signature.name;
    return nameOfText(sniff.text);
}

} // namespace hallway
