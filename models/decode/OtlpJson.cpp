#include "decode/OtlpJson.h"

#include "decode/DecimalText.h"
#include "decode/JsonDocuments.h"
#include "decode/JsonWorkbench.h"
#include "decode/OtlpSpan.h"
#include "trace/KnownKeys.h"

#include <optional>

namespace hallway {

namespace {

constexpr int maximumWrappers = 8; // documents within documents

enum class Field {
    Other,
    ResourceSpans,
    Batches,
    Wrapper,
    Logs,
    Metrics,
    Profiles,
    Status,
    Message,
    Resource,
    ScopeSpans,
    Scope,
    Spans
};

Field fieldOf(std::string_view name) {
    struct Row {
        std::string_view name;
        Field field;
    };
    static constexpr Row rows[] = {
        {"resourceSpans", Field::ResourceSpans},
        {"resource_spans", Field::ResourceSpans},
        {"batches", Field::Batches},
        {"trace", Field::Wrapper},
        {"result", Field::Wrapper},
        {"resourceLogs", Field::Logs},
        {"resource_logs", Field::Logs},
        {"resourceMetrics", Field::Metrics},
        {"resource_metrics", Field::Metrics},
        {"resourceProfiles", Field::Profiles},
        {"resource_profiles", Field::Profiles},
        {"status", Field::Status},
        {"message", Field::Message},
        {"resource", Field::Resource},
        {"scopeSpans", Field::ScopeSpans},
        {"scope_spans", Field::ScopeSpans},
        {"instrumentationLibrarySpans", Field::ScopeSpans},
        {"instrumentation_library_spans", Field::ScopeSpans},
        {"scope", Field::Scope},
        {"instrumentationLibrary", Field::Scope},
        {"instrumentation_library", Field::Scope},
        {"spans", Field::Spans},
    };
    for (const Row& row : rows)
        if (row.name == name) return row.field;
    return Field::Other;
}

/// Spans whose resource (or scope) may still be to come.
template <class Id>
struct Block {
    std::uint64_t first = 0; ///< number of its first span
    std::uint64_t offset = 0;
    Id id{};                 ///< invalid until known
    std::uint64_t spans = 0; ///< read in it
    bool held = false;
};
using ResourceBlock = Block<ResourceId>;
using ScopeBlock = Block<ScopeId>;

class OtlpJsonDecoder {
public:
    OtlpJsonDecoder(DecodeContext& context, JsonWindow& window) : m_context(context), m_window(window) {}

    Result<DecodedFile> run();

private:
    void readDocument();
    /// The members of a document, of a wrapper around one, or of a bare ResourceSpans. True if any was known.
    bool readMembers(int depth);
    void readWrapper(int depth, bool& known);
    void readResourceSpans();
    bool readResourceMember(Field field, ResourceBlock& block);
    void closeBlock(const ResourceBlock& block);
    void readScopeSpans(ResourceBlock& resource);
    [[nodiscard]] std::optional<ResourceId> readResource();
    [[nodiscard]] std::optional<ScopeId> readScope();
    void skipSignal(std::string_view name);

    template <class Id>
    void holdUntilKnown(Block<Id>& block) {
        if (block.id.valid() || block.held) return;
        m_bench.collector.hold();
        block.held = true;
    }

    DecodeContext& m_context;
    JsonWindow& m_window;
    JsonScanner m_scanner{m_window};
    JsonWorkbench m_bench{m_context, m_scanner};
    JsonDocuments m_documents{m_scanner, m_bench.problems};
    OtlpSpanReader m_spans{m_bench};
    std::string m_packed;
    bool m_fromTempo = false;
};

Result<DecodedFile> OtlpJsonDecoder::run() {
    m_window.onRead = [this] {
        if (m_context.progress) m_context.progress(m_window.bytesRead(), m_bench.collector.count());
    };
    while (m_documents.next())
        readDocument();
    if (m_window.error()) return fail(*m_window.error());
    m_bench.collector.finish();
    DecodedFile file;
    file.format = m_fromTempo ? "tempo" : m_documents.areLines() ? "otlp-jsonl" : "otlp-json";
    file.spans = m_bench.collector.count();
    file.timeScale = m_spans.times().scale();
    if (file.timeScale != 1)
        m_context.problems.add(ProblemCode::RescaledTimes, std::nullopt,
                               "all times are multiplied by " + std::to_string(file.timeScale) +
                                   ": they are no nanoseconds",
                               file.spans);
    return file;
}

void OtlpJsonDecoder::readDocument() {
    m_bench.assembler.beginDocument();
    const std::uint64_t offset = m_scanner.offset();
    if (readMembers(0) || m_scanner.failure() != ScanFailure::None) return;
    m_bench.problems.setOffset(offset);
    m_bench.problems.add(ProblemCode::UnknownRecord, [] { return "a JSON object that holds no spans"; });
}

bool OtlpJsonDecoder::readMembers(int depth) {
    bool known = false;
    std::string status;
    std::string message;
    ResourceBlock bare{m_bench.collector.count(), m_scanner.offset()};
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        const Field field = fieldOf(name);
        switch (field) {
        case Field::Batches:
            m_fromTempo = true;
            [[fallthrough]];
        case Field::ResourceSpans:
            known = true;
            if (m_scanner.enterArray())
                while (m_scanner.nextElement())
                    readResourceSpans();
            break;
        case Field::Wrapper:
            if (name == "trace") m_fromTempo = true;
            readWrapper(depth, known);
            break;
        case Field::Logs:
            known = true;
            skipSignal("logs");
            break;
        case Field::Metrics:
            known = true;
            skipSignal("metrics");
            break;
        case Field::Profiles:
            known = true;
            skipSignal("profiles");
            break;
        case Field::Status:
            status = m_scanner.takeText(64);
            break;
        case Field::Message:
            message = m_scanner.takeText(200);
            break;
        case Field::Resource:
        case Field::ScopeSpans:
            readResourceMember(field, bare);
            known = true;
            break;
        default:
            m_scanner.skipValue();
        }
    }
    closeBlock(bare);
    if (status == "PARTIAL" || status == "1") {
        m_bench.problems.setOffset(bare.offset);
        m_bench.problems.add(ProblemCode::PartialTrace, [&] {
            return "the server has cut this trace" + (message.empty() ? std::string() : ": " + message);
        });
    }
    return known;
}

void OtlpJsonDecoder::readWrapper(int depth, bool& known) {
    if (depth >= maximumWrappers) {
        m_scanner.skipValue();
    } else if (m_scanner.peek() == '[') {
        (void)m_scanner.enterArray();
        while (m_scanner.nextElement())
            if (m_scanner.enterObject()) known |= readMembers(depth + 1);
    } else if (m_scanner.enterObject()) {
        known |= readMembers(depth + 1);
    }
}

void OtlpJsonDecoder::skipSignal(std::string_view name) {
    m_bench.problems.setOffset(m_scanner.offset());
    std::uint64_t blocks = 0;
    if (m_scanner.enterArray())
        for (; m_scanner.nextElement(); ++blocks)
            m_scanner.skipValue();
    if (blocks == 0) return;
    m_bench.problems.add(
        ProblemCode::SkippedSignal, [name] { return std::string(name) + ", which are no spans"; }, blocks);
}

void OtlpJsonDecoder::readResourceSpans() {
    ResourceBlock block{m_bench.collector.count(), m_scanner.offset()};
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name))
        if (!readResourceMember(fieldOf(name), block)) m_scanner.skipValue();
    closeBlock(block);
}

bool OtlpJsonDecoder::readResourceMember(Field field, ResourceBlock& block) {
    if (field == Field::Resource) {
        if (const auto resource = readResource()) block.id = *resource;
        return true;
    }
    if (field != Field::ScopeSpans) return false;
    if (m_scanner.enterArray()) {
        holdUntilKnown(block);
        while (m_scanner.nextElement())
            readScopeSpans(block);
    }
    return true;
}

void OtlpJsonDecoder::closeBlock(const ResourceBlock& block) {
    if (block.spans == 0 && !block.held) return;
    const ResourceId resource = block.id.valid() ? block.id : m_bench.noResource();
    if (block.held) {
        m_bench.collector.forEachSince(block.first, [resource](SpanRecord& span) {
            if (!span.resource.valid()) span.resource = resource;
        });
        m_bench.collector.release();
    }
    if (block.spans == 0 || m_context.resources[resource].serviceName.valid()) return;
    m_bench.problems.setOffset(block.offset);
    m_bench.problems.add(
        ProblemCode::MissingService, [] { return "spans whose resource has no service.name"; }, block.spans);
}

void OtlpJsonDecoder::readScopeSpans(ResourceBlock& resource) {
    ScopeBlock block{m_bench.collector.count(), m_scanner.offset()};
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        const Field field = fieldOf(name);
        if (field == Field::Scope) {
            if (const auto scope = readScope()) block.id = *scope;
        } else if (field == Field::Spans && m_scanner.peek() == '[') {
            (void)m_scanner.enterArray();
            holdUntilKnown(block);
            while (m_scanner.nextElement())
                m_spans.read(resource.id, block.id);
        } else {
            m_scanner.skipValue();
        }
    }
    resource.spans += m_bench.collector.count() - block.first;
    if (!block.held) return;
    const ScopeId scope = block.id.valid() ? block.id : m_bench.noScope();
    m_bench.collector.forEachSince(block.first, [scope](SpanRecord& span) {
        if (!span.scope.valid()) span.scope = scope;
    });
    m_bench.collector.release();
}

std::optional<ResourceId> OtlpJsonDecoder::readResource() {
    m_packed.clear();
    AttributeList& attributes = m_bench.innerAttributes;
    attributes.begin(m_packed);
    const bool good = m_bench.readElement([&](JsonObject object) {
        forEachMember(object, [&](std::string_view name, JsonAny value) {
            if (name == "attributes") m_spans.values().readAttributes(value, attributes);
        });
    });
    if (!good) return std::nullopt;
    AttributeReader reader(m_packed, m_context.strings);
    while (const auto attribute = reader.next()) {
        if (knownKey(attribute->key) != KnownKey::ServiceName || attribute->isText() ||
            attribute->type == ValueType::Null)
            continue;
        m_bench.problems.add(ProblemCode::ServiceNameType, [&] {
            return "service.name is no text; read as " + RecordProblems::quoted(textOf(*attribute));
        });
    }
    return m_context.resources.intern(m_packed, m_context.strings);
}

std::optional<ScopeId> OtlpJsonDecoder::readScope() {
    m_packed.clear();
    AttributeList& attributes = m_bench.innerAttributes;
    attributes.begin(m_packed);
    StringId scopeName(0u);
    StringId version(0u);
    const bool good = m_bench.readElement([&](JsonObject object) {
        forEachMember(object, [&](std::string_view name, JsonAny value) {
            if (name == "attributes")
                m_spans.values().readAttributes(value, attributes);
            else if (name == "name")
                scopeName = m_context.strings.intern(textOf(value).value_or(std::string_view()));
            else if (name == "version")
                version = m_context.strings.intern(textOf(value).value_or(std::string_view()));
        });
    });
    if (!good) return std::nullopt;
    return m_context.scopes.intern(scopeName, version, m_packed);
}

} // namespace

bool recognisesOtlpJson(const Sniff& sniff) {
    return sniff.anyDocument([](const JsonOutline& document) {
        for (const std::string_view key :
             {"resourceSpans", "resource_spans", "batches", "trace.resourceSpans", "trace.resource_spans",
              "trace.batches", "result.resourceSpans", "result.resource_spans", "result[].resourceSpans",
              "scopeSpans", "scope_spans", "instrumentationLibrarySpans", "instrumentation_library_spans",
              "resourceLogs", "resourceMetrics", "resourceProfiles", "resource_logs", "resource_metrics",
              "resource_profiles"})
            if (document.has(key)) return true;
        return document.has("trace") && document.has("metrics") && !document.has("id");
    });
}

Result<DecodedFile> decodeOtlpJson(ByteSource& text, DecodeContext& context, WindowLimits limits) {
    JsonWindow window(text, limits, context.cancel);
    return OtlpJsonDecoder(context, window).run();
}

} // namespace hallway
