#include "CaptureText.h"

#include <sstream>

namespace hallway::test {

namespace {

void print(std::ostream& out, const std::vector<NamedValue>& values) {
    for (const NamedValue& value : values)
        out << value.key << '=' << static_cast<int>(value.type) << ':' << value.text << ';' << value.integer
            << ';' << value.real << '\n';
}

template <class T>
void printBytes(std::ostream& out, const std::vector<T>& column) {
    out << column.size() << ':';
    out.write(reinterpret_cast<const char*>(column.data()),
              static_cast<std::streamsize>(column.size() * sizeof(T)));
}

void print(std::ostream& out, const Source& source) {
    out << source.path << ' ' << source.format << ' ' << source.bytes << ' ' << source.spans << '\n';
    for (const Problem& problem : source.problems) {
        out << wordOf(problem.code) << problem.count << problem.detail;
        if (problem.position)
            out << '@' << problem.position->offset << ':' << problem.position->line.value_or(0);
        out << '\n';
    }
}

void print(std::ostream& out, const CaptureSummary& summary) {
    out << summary.traces << ' ' << summary.spans << ' ' << summary.services << ' ' << summary.duplicates
        << ' ' << summary.orphans << ' ' << summary.incompleteTraces;
    for (const auto& time : {summary.start, summary.end})
        out << ' ' << (time ? nanosecondsOf(*time) : -1);
    out << '\n';
}

} // namespace

std::string textOf(const SpanDetails& details) {
    std::ostringstream out;
    out << details.row.value() << ' ' << details.source.value() << ' ' << details.parentId << ' '
        << details.statusMessage << ' ' << details.traceState << ' ' << details.scopeName << ' '
        << details.scopeVersion << ' ' << details.droppedCount << '\n';
    print(out, details.attributes);
    print(out, details.resource);
    print(out, details.scope);
    for (const EventDetails& event : details.events) {
        out << "event " << nanosecondsOf(event.time) << event.name << event.droppedCount << '\n';
        print(out, event.attributes);
    }
    for (const LinkDetails& link : details.links) {
        out << "link " << link.traceId << ' ' << link.spanId << ' ' << link.traceState << '\n';
        print(out, link.attributes);
    }
    return out.str();
}

std::string textOf(const SpanTable& spans, const CallTable& calls) {
    std::ostringstream out;
    printBytes(out, spans.start);
    printBytes(out, spans.end);
    printBytes(out, spans.id);
    printBytes(out, spans.parent);
    printBytes(out, spans.node);
    printBytes(out, spans.name);
    printBytes(out, spans.host);
    printBytes(out, spans.storeRow);
    printBytes(out, spans.flags);
    printBytes(out, spans.kindAndStatus);
    for (std::size_t row = 0; row < spans.traces.size(); ++row) {
        const TraceEntry trace = spans.traces[row];
        out << trace.id.high << ' ' << trace.id.low << trace.id.opaque << trace.firstSpan << ' '
            << trace.spanCount << '\n';
    }
    printBytes(out, calls.client);
    printBytes(out, calls.server);
    printBytes(out, calls.entry);
    printBytes(out, calls.time);
    printBytes(out, calls.flags);
    printBytes(out, calls.delivered);
    printBytes(out, calls.delivery);
    for (const Node& node : calls.nodes)
        out << node.name << '|' << node.nameSpace << '|' << node.label << '|' << static_cast<int>(node.kind)
            << '|' << static_cast<int>(node.rule) << '|' << node.system << node.noService
            << node.missingParent << '\n';
    for (const Edge& edge : calls.edges)
        out << edge.caller.value() << ' ' << edge.callee.value() << ' ' << static_cast<int>(edge.callClass)
            << ' ' << edge.firstCall << ' ' << edge.callCount << '\n';
    return out.str();
}

Result<std::string> textOfCapture(const std::string& path, const std::string& blobName) {
    const auto reader = CaptureReader::open(path);
    if (!reader) return fail(reader.error());
    const auto capture = (*reader)->load();
    if (!capture) return fail(capture.error());
    std::ostringstream out;
    out << (*reader)->fingerprint() << '\n';
    print(out, capture->summary);
    for (const Source& source : capture->sources)
        print(out, source);
    for (std::size_t i = 0; i < capture->strings->size(); ++i)
        out << capture->strings->text(StringId(i)) << '\n';
    out << textOf(capture->spans, capture->calls);
    const auto details = (*reader)->details(capture->spans.storeRow, *capture->strings);
    if (!details) return fail(details.error());
    for (const SpanDetails& span : *details)
        out << textOf(span);
    const auto blob = (*reader)->blob(blobName);
    if (!blob) return fail(blob.error());
    out << blob->value_or("no blob");
    return out.str();
}

} // namespace hallway::test
