#include "decode/Jaeger.h"

#include "base/Hash.h"
#include "decode/IdText.h"
#include "decode/JaegerProcess.h"
#include "decode/JaegerSpan.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace hallway {

namespace {

/// A trace whose spans wait until its processes, which stand after them, are known.
class TraceBlock final : public SpanBlock {
public:
    TraceBlock(DecodeContext& context, RecordProblems& problems, const FilePosition& begin)
        : position(begin), m_context(context), m_problems(problems) {}

    FilePosition position;
    TraceId id;
    bool used = false; ///< has a member of a trace
    bool isOpen = true;
    std::unordered_map<StringId, ResourceId> processes;
    ResourceId process; ///< protobuf's batches: of every span that has none of its own

    [[nodiscard]] bool isClosed() const override { return !isOpen; }
    void complete(SpanRecord& span, const LooseSpan& loose, const SpanSlice& slice) override;

private:
    void giveTrace(SpanRecord& span);
    [[nodiscard]] std::string subject(const SpanRecord& span) const {
        return "span " + RecordProblems::quoted(m_context.strings.text(span.name));
    }

    DecodeContext& m_context;
    RecordProblems& m_problems;
    std::optional<TraceId> m_synthetic; ///< of spans without a trace id in a trace without one
};

void TraceBlock::complete(SpanRecord& span, const LooseSpan& loose, const SpanSlice&) {
    m_problems.setPosition(position);
    if (span.trace.isZero()) giveTrace(span);
    if (!span.resource.valid()) span.resource = process;
    if (!span.resource.valid() && !processes.contains(loose.process)) {
        span.resource = m_context.resources.intern({}, m_context.strings);
        m_problems.add(ProblemCode::MissingProcess,
                       [&] { return subject(span) + " names a process that the trace does not list"; });
        return;
    }
    if (!span.resource.valid()) span.resource = processes.at(loose.process);
    if (!m_context.resources[span.resource].serviceName.valid())
        m_problems.add(ProblemCode::MissingService,
                       [&] { return subject(span) + " comes from a process without a service name"; });
}

void TraceBlock::giveTrace(SpanRecord& span) {
    span.trace = id;
    if (!id.isZero()) return;
    if (!m_synthetic) {
        const std::uint64_t hash =
            std::max<std::uint64_t>(combineHash(hashOf(textOf(span.id, m_context.strings)),
                                                hashOf(m_context.strings.text(span.name))),
                                    1);
        m_synthetic = TraceId{combineHash(hash, 1), combineHash(hash, 2), false};
    }
    span.trace = *m_synthetic;
    span.flags.set(SpanFlag::SyntheticTrace);
    m_problems.add(ProblemCode::EmptyTraceId, [&] {
        return subject(span) + " has no trace id; the spans like it in one document form a trace";
    });
}

class Jaeger final : public JsonFormat {
public:
    Jaeger(JsonFile& file, JaegerDialect dialect) : m_file(file), m_dialect(dialect) {}

    void readDocument() override;
    [[nodiscard]] std::string_view word() const override { return isProto() ? "jaeger-proto" : "jaeger"; }

private:
    using Trace = std::shared_ptr<TraceBlock>;

    [[nodiscard]] bool isProto() const { return m_dialect == JaegerDialect::Proto; }
    [[nodiscard]] Trace openTrace();
    void readTrace();
    bool readTraceMember(std::string_view name, const Trace& trace);
    void takeSpans(const Trace& trace);
    void readProcesses(TraceBlock& trace);
    void readWarnings();

    JsonFile& m_file;
    JaegerDialect m_dialect;
    JsonScanner& m_scanner = m_file.scanner;
    JsonWorkbench& m_bench = m_file.bench;
    JaegerProcessReader m_processes{m_bench.strings, m_bench.attributes, m_file.context.resources, m_dialect};
};

Jaeger::Trace Jaeger::openTrace() {
    return std::make_shared<TraceBlock>(m_file.context, m_bench.problems,
                                        m_file.window.positionOf(m_scanner.offset()));
}

void Jaeger::readDocument() {
    if (!m_scanner.enterObject()) return;
    // Either a trace itself, or traces in `data`.
    const Trace trace = openTrace();
    bool known = false;
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        if ((name == "data" || (isProto() && (name == "batch" || name == "result"))) && !trace->used) {
            known = true;
            if (m_scanner.peek() == '[') {
                (void)m_scanner.enterArray();
                while (m_scanner.nextElement())
                    readTrace();
            } else {
                readTrace();
            }
        } else if (name == "errors") {
            readWarnings();
        } else if (!readTraceMember(name, trace)) {
            m_scanner.skipValue();
        }
    }
    trace->isOpen = false;
    if (known || trace->used || m_scanner.failure() != ScanFailure::None) return;
    m_bench.problems.setPosition(trace->position);
    m_bench.problems.add(ProblemCode::UnknownRecord, [] { return "a JSON object that holds no spans"; });
}

void Jaeger::readTrace() {
    const Trace trace = openTrace();
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name))
        if (!readTraceMember(name, trace)) m_scanner.skipValue();
    trace->isOpen = false;
}

bool Jaeger::readTraceMember(std::string_view name, const Trace& trace) {
    if (name == "traceID") {
        trace->id = traceIdOf(m_scanner.takeText(256), m_file.context.strings);
    } else if (name == "spans") {
        trace->used = true;
        takeSpans(trace);
    } else if (name == "processes") {
        readProcesses(*trace);
    } else if (name == "warnings") {
        readWarnings();
    } else if (name == "process" && isProto()) {
        m_bench.readElement([&](JsonObject object) { trace->process = m_processes.read(object); });
    } else {
        return false;
    }
    return true;
}

void Jaeger::takeSpans(const Trace& trace) {
    if (!m_scanner.enterArray()) return;
    SpanSlice slice;
    slice.isLoose = true;
    slice.reader = isProto() ? makeSpanReader<JaegerProtoSpanReader> : makeSpanReader<JaegerSpanReader>;
    while (m_scanner.nextElement())
        if (const auto element = m_bench.takeElement()) m_file.addSpan(*element, slice, trace);
}

void Jaeger::readProcesses(TraceBlock& trace) {
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        const StringId id = m_file.context.strings.intern(name);
        m_bench.readElement(
            [&](JsonObject object) { trace.processes.insert_or_assign(id, m_processes.read(object)); });
    }
}

void Jaeger::readWarnings() {
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

} // namespace

bool recognisesJaeger(const JsonOutline& document) {
    const auto isTrace = [&](const std::string& at) {
        return (document.has(at + "traceID") &&
                (document.has(at + "spans") || document.has(at + "processes"))) ||
               (document.has(at + "spans[].traceID") && document.has(at + "spans[].spanID"));
    };
    const bool isEmptyAnswer = document.has("data") && document.has("total") && document.has("errors");
    return isTrace("") || isTrace("data[].") || isTrace("data.") ||
           (isEmptyAnswer && !document.has("data[]") && !document.hasTail("callCount"));
}

bool recognisesJaegerProto(const JsonOutline& document) {
    for (const std::string at : {"", "batch.", "result."}) {
        const bool hasIds = document.has(at + "spans[].trace_id") || document.has(at + "spans[].traceId");
        const bool hasNames =
            document.has(at + "spans[].operation_name") || document.has(at + "spans[].operationName");
        const bool hasProcess =
            document.has(at + "process.service_name") || document.has(at + "process.serviceName");
        if (hasIds && (hasNames || hasProcess)) return true;
    }
    return false;
}

std::unique_ptr<JsonFormat> makeJaeger(JsonFile& file) {
    return std::make_unique<Jaeger>(file, JaegerDialect::Query);
}

std::unique_ptr<JsonFormat> makeJaegerProto(JsonFile& file) {
    return std::make_unique<Jaeger>(file, JaegerDialect::Proto);
}

} // namespace hallway
