#include "decode/OtlpJson.h"

#include "decode/ElementMemo.h"
#include "decode/OtlpBlocks.h"
#include "decode/OtlpSpan.h"

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
        {"traces", Field::Wrapper}, // of a Grafana Faro payload
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

class OtlpJson final : public JsonFormat {
public:
    explicit OtlpJson(JsonFile& file) : m_file(file) {}

    void readDocument() override;
    [[nodiscard]] std::string_view word() const override {
        return m_fromTempo ? "tempo" : m_file.documents.areLines() ? "otlp-jsonl" : "otlp-json";
    }

private:
    /// The members of a document, of a wrapper around one, or of a bare ResourceSpans. True if any was known.
    bool readMembers(int depth);
    void readWrapper(int depth, bool& known);
    void readResourceSpans();
    /// Of the document being read, begun here.
    [[nodiscard]] std::shared_ptr<OtlpResource> openResource();
    bool readResourceMember(Field field, const std::shared_ptr<OtlpResource>& resource);
    void readScopeSpans(const std::shared_ptr<OtlpResource>& resource);
    void takeSpans(const std::shared_ptr<OtlpScope>& scope);
    /// The element that stands next, as read(element) understands it.
    template <class Id, class Read>
    [[nodiscard]] std::optional<Id> readShared(ElementMemo<Id>& memo, Read read);
    [[nodiscard]] std::optional<ResourceId> readResource(const JsonElement& element);
    [[nodiscard]] std::optional<ScopeId> readScope(const JsonElement& element);
    void skipSignal(std::string_view name);
    /// Spans may have been given the first one already.
    void skipSecond(const char* what);

    JsonFile& m_file;
    JsonScanner& m_scanner = m_file.scanner;
    JsonWorkbench& m_bench = m_file.bench;
    OtlpFile m_shared{m_file.context, m_bench.problems};
    OtlpValues m_values;
    ElementMemo<ResourceId> m_knownResources;
    ElementMemo<ScopeId> m_knownScopes;
    std::string m_packed;
    std::uint64_t m_document = 0;
    bool m_fromTempo = false;
};

void OtlpJson::readDocument() {
    ++m_document;
    if (!m_scanner.enterObject()) return;
    const std::uint64_t offset = m_scanner.offset();
    if (readMembers(0) || m_scanner.failure() != ScanFailure::None) return;
    m_bench.problems.setOffset(offset);
    m_bench.problems.add(ProblemCode::UnknownRecord, [] { return "a JSON object that holds no spans"; });
}

bool OtlpJson::readMembers(int depth) {
    bool known = false;
    std::string status;
    std::string message;
    const std::uint64_t begin = m_scanner.offset();
    const auto bare = openResource(); // a document may be a ResourceSpans itself
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
    bare->isOpen = false;
    if (status == "PARTIAL" || status == "1") {
        m_bench.problems.setOffset(begin);
        m_bench.problems.add(ProblemCode::PartialTrace, [&] {
            return "the server has cut this trace" + (message.empty() ? std::string() : ": " + message);
        });
    }
    return known;
}

void OtlpJson::readWrapper(int depth, bool& known) {
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

void OtlpJson::skipSignal(std::string_view name) {
    m_bench.problems.setOffset(m_scanner.offset());
    std::uint64_t blocks = 0;
    if (m_scanner.enterArray())
        for (; m_scanner.nextElement(); ++blocks)
            m_scanner.skipValue();
    if (blocks == 0) return;
    m_bench.problems.add(
        ProblemCode::SkippedSignal, [name] { return std::string(name) + ", which are no spans"; }, blocks);
}

std::shared_ptr<OtlpResource> OtlpJson::openResource() {
    auto resource = std::make_shared<OtlpResource>();
    resource->position = m_file.window.positionOf(m_scanner.offset());
    resource->document = m_document;
    return resource;
}

void OtlpJson::skipSecond(const char* what) {
    m_bench.problems.setOffset(m_scanner.offset());
    m_bench.problems.add(ProblemCode::BrokenRecord, [what] { return what; });
    m_scanner.skipValue();
}

void OtlpJson::readResourceSpans() {
    const auto resource = openResource();
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name))
        if (!readResourceMember(fieldOf(name), resource)) m_scanner.skipValue();
    resource->isOpen = false;
}

bool OtlpJson::readResourceMember(Field field, const std::shared_ptr<OtlpResource>& resource) {
    if (field == Field::Resource) {
        if (resource->id.valid())
            skipSecond("a second resource for the same spans");
        else if (const auto id = readShared(
                     m_knownResources, [this](const JsonElement& element) { return readResource(element); }))
            resource->id = *id;
        return true;
    }
    if (field != Field::ScopeSpans) return false;
    if (m_scanner.enterArray())
        while (m_scanner.nextElement())
            readScopeSpans(resource);
    return true;
}

void OtlpJson::readScopeSpans(const std::shared_ptr<OtlpResource>& resource) {
    if (!m_scanner.enterObject()) return;
    const auto scope = std::make_shared<OtlpScope>(m_shared, resource);
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        const Field field = fieldOf(name);
        if (field == Field::Scope && scope->id.valid()) {
            skipSecond("a second scope for the same spans");
        } else if (field == Field::Scope) {
            const auto id =
                readShared(m_knownScopes, [this](const JsonElement& element) { return readScope(element); });
            if (id) scope->id = *id;
        } else if (field == Field::Spans && m_scanner.peek() == '[') {
            takeSpans(scope);
        } else {
            m_scanner.skipValue();
        }
    }
    scope->isOpen = false;
}

void OtlpJson::takeSpans(const std::shared_ptr<OtlpScope>& scope) {
    (void)m_scanner.enterArray();
    SpanSlice slice = scope->slice();
    slice.reader = makeSpanReader<OtlpSpanReader>;
    while (m_scanner.nextElement())
        if (const auto element = m_bench.takeElement()) m_file.addSpan(*element, slice, scope);
}

template <class Id, class Read>
std::optional<Id> OtlpJson::readShared(ElementMemo<Id>& memo, Read read) {
    const auto element = m_bench.takeElement();
    if (!element) return std::nullopt;
    return memo.understood(element->text, m_bench.problems, [&] { return read(*element); });
}

std::optional<ResourceId> OtlpJson::readResource(const JsonElement& element) {
    m_packed.clear();
    AttributeList& attributes = m_bench.attributes;
    attributes.begin(m_packed);
    const bool good = m_bench.elements.read(element, [&](JsonObject object) {
        forEachMember(object, [&](std::string_view name, JsonAny value) {
            if (name == "attributes") m_values.readAttributes(value, attributes);
        });
    });
    if (!good) return std::nullopt;
    return m_shared.resourceOf(m_packed);
}

std::optional<ScopeId> OtlpJson::readScope(const JsonElement& element) {
    m_packed.clear();
    AttributeList& attributes = m_bench.attributes;
    attributes.begin(m_packed);
    StringId scopeName(0u);
    StringId version(0u);
    const bool good = m_bench.elements.read(element, [&](JsonObject object) {
        forEachMember(object, [&](std::string_view name, JsonAny value) {
            if (name == "attributes")
                m_values.readAttributes(value, attributes);
            else if (name == "name")
                scopeName = m_bench.strings.intern(textOf(value).value_or(std::string_view()));
            else if (name == "version")
                version = m_bench.strings.intern(textOf(value).value_or(std::string_view()));
        });
    });
    if (!good) return std::nullopt;
    return m_file.context.scopes.intern(scopeName, version, m_packed);
}

} // namespace

bool recognisesOtlpJson(const JsonOutline& document) {
    for (const std::string_view key : {"resourceSpans",
                                       "resource_spans",
                                       "batches",
                                       "trace.resourceSpans",
                                       "trace.resource_spans",
                                       "trace.batches",
                                       "result.resourceSpans",
                                       "result.resource_spans",
                                       "result[].resourceSpans",
                                       "traces.resourceSpans",
                                       "scopeSpans",
                                       "scope_spans",
                                       "instrumentationLibrarySpans",
                                       "instrumentation_library_spans",
                                       "resourceLogs",
                                       "resourceMetrics",
                                       "resourceProfiles",
                                       "resource_logs",
                                       "resource_metrics",
                                       "resource_profiles"})
        if (document.has(key)) return true;
    return document.has("trace") && document.has("metrics") && !document.has("id") &&
           !document.has("trace.services"); // for language models
}

std::unique_ptr<JsonFormat> makeOtlpJson(JsonFile& file) { return std::make_unique<OtlpJson>(file); }

} // namespace hallway
