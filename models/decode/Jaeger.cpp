#include "decode/Jaeger.h"

#include "decode/IdText.h"
#include "decode/JaegerSpan.h"
#include "decode/JsonDocuments.h"
#include "decode/JsonWorkbench.h"

#include <unordered_map>
#include <vector>

namespace hallway {

namespace {

/// A trace whose spans are held back until its processes, which stand after them, are known.
struct TraceBlock {
    std::uint64_t first = 0; ///< number of its first span
    std::uint64_t offset = 0;
    TraceId id;
    bool used = false; ///< has a member of a trace
    std::unordered_map<StringId, ResourceId> processes;
    std::vector<StringId> processOf; ///< of each span
};

class JaegerDecoder {
public:
    JaegerDecoder(DecodeContext& context, JsonWindow& window) : m_context(context), m_window(window) {}

    Result<DecodedFile> run();

private:
    void readDocument();
    void readTrace();
    bool readTraceMember(std::string_view name, TraceBlock& trace);
    void readProcesses(TraceBlock& trace);
    void readWarnings();
    void closeTrace(TraceBlock& trace);

    DecodeContext& m_context;
    JsonWindow& m_window;
    JsonScanner m_scanner{m_window};
    JsonWorkbench m_bench{m_context, m_scanner};
    JsonDocuments m_documents{m_scanner, m_bench.problems};
    JaegerSpanReader m_spans{m_bench};
};

Result<DecodedFile> JaegerDecoder::run() {
    m_window.onRead = [this] {
        if (m_context.progress) m_context.progress(m_window.bytesRead(), m_bench.collector.count());
    };
    while (m_documents.next())
        readDocument();
    if (m_window.error()) return fail(*m_window.error());
    m_bench.collector.finish();
    DecodedFile file;
    file.format = "jaeger";
    file.spans = m_bench.collector.count();
    return file;
}

void JaegerDecoder::readDocument() {
    // Either a trace itself, or traces in `data`.
    TraceBlock trace;
    trace.first = m_bench.collector.count();
    trace.offset = m_scanner.offset();
    m_bench.assembler.beginDocument();
    bool known = false;
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        if (name == "data" && !trace.used) {
            known = true;
            if (m_scanner.peek() == '[') {
                (void)m_scanner.enterArray();
                while (m_scanner.nextElement())
                    readTrace();
            } else {
                readTrace();
            }
            trace.first = m_bench.collector.count();
        } else if (name == "errors") {
            readWarnings();
        } else if (!readTraceMember(name, trace)) {
            m_scanner.skipValue();
        }
    }
    closeTrace(trace);
    if (known || trace.used || m_scanner.failure() != ScanFailure::None) return;
    m_bench.problems.setOffset(trace.offset);
    m_bench.problems.add(ProblemCode::UnknownRecord, [] { return "a JSON object that holds no spans"; });
}

void JaegerDecoder::readTrace() {
    TraceBlock trace;
    trace.first = m_bench.collector.count();
    trace.offset = m_scanner.offset();
    m_bench.assembler.beginDocument();
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name))
        if (!readTraceMember(name, trace)) m_scanner.skipValue();
    closeTrace(trace);
}

bool JaegerDecoder::readTraceMember(std::string_view name, TraceBlock& trace) {
    if (name == "traceID") {
        trace.id = traceIdOf(m_scanner.takeText(256), m_context.strings);
    } else if (name == "spans") {
        if (!trace.used) m_bench.collector.hold();
        trace.used = true;
        if (m_scanner.enterArray())
            while (m_scanner.nextElement())
                if (const auto process = m_spans.read()) trace.processOf.push_back(*process);
    } else if (name == "processes") {
        readProcesses(trace);
    } else if (name == "warnings") {
        readWarnings();
    } else {
        return false;
    }
    return true;
}

void JaegerDecoder::readProcesses(TraceBlock& trace) {
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        const StringId id = m_context.strings.intern(name);
        m_bench.readElement(
            [&](JsonObject object) { trace.processes.insert_or_assign(id, m_spans.readProcess(object)); });
    }
}

void JaegerDecoder::readWarnings() {
    if (!m_scanner.enterArray()) return;
    while (m_scanner.nextElement()) {
        m_bench.problems.setOffset(m_scanner.offset());
        std::string text;
        if (m_scanner.peek() == '{') {
            m_bench.readElement([&](JsonObject object) {
                forEachMember(object, [&](std::string_view name, JsonAny value) {
                    if (name == "msg") text = textOf(value).value_or(std::string_view());
                });
            });
        } else {
            text = m_scanner.takeText(200);
        }
        if (text.empty()) continue;
        m_bench.problems.add(ProblemCode::ProducerWarning, [&] { return "the export says: " + text; });
    }
}

void JaegerDecoder::closeTrace(TraceBlock& trace) {
    if (!trace.used) return;
    m_bench.problems.setOffset(trace.offset);
    m_bench.assembler.completeTrace(trace.first, trace.id);
    std::size_t index = 0;
    m_bench.collector.forEachSince(trace.first, [&](SpanRecord& span) {
        const StringId process = trace.processOf[index++];
        if (!span.resource.valid()) {
            const auto found = trace.processes.find(process);
            if (found == trace.processes.end()) {
                span.resource = m_bench.noResource();
                m_bench.problems.add(ProblemCode::MissingProcess, [&] {
                    return "span " + RecordProblems::quoted(m_context.strings.text(span.name)) +
                           " names a process that the trace does not list";
                });
                return;
            }
            span.resource = found->second;
        }
        if (!m_context.resources[span.resource].serviceName.valid())
            m_bench.problems.add(ProblemCode::MissingService, [&] {
                return "span " + RecordProblems::quoted(m_context.strings.text(span.name)) +
                       " comes from a process without a service name";
            });
    });
    m_bench.collector.release();
}

} // namespace

bool recognisesJaeger(const Sniff& sniff) {
    return sniff.anyDocument([](const JsonOutline& document) {
        const auto isTrace = [&](const std::string& at) {
            return (document.has(at + "traceID") &&
                    (document.has(at + "spans") || document.has(at + "processes"))) ||
                   (document.has(at + "spans[].traceID") && document.has(at + "spans[].spanID"));
        };
        const bool isEmptyAnswer = document.has("data") && document.has("total") && document.has("errors");
        return isTrace("") || isTrace("data[].") || isTrace("data.") ||
               (isEmptyAnswer && !document.has("data[]") && !document.hasTail("callCount"));
    });
}

Result<DecodedFile> decodeJaeger(ByteSource& text, DecodeContext& context, WindowLimits limits) {
    JsonWindow window(text, limits, context.cancel);
    return JaegerDecoder(context, window).run();
}

} // namespace hallway
