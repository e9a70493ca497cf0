#include "decode/NewRelic.h"

#include "decode/DecimalText.h"
#include "decode/JsonAttributes.h"
#include "decode/OtlpBlocks.h"
#include "decode/SpanBuilder.h"
#include "decode/SpanTexts.h"
#include "trace/KnownKeys.h"

#include <optional>

namespace hallway {

namespace {

constexpr int milliseconds = 6; ///< power of ten to nanoseconds

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }

class NewRelicSpanReader final : public SpanReader {
public:
    explicit NewRelicSpanReader(SpanBench& bench) : m_span(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override;

private:
    void readMember(std::string_view name, JsonAny& value);
    void readAttribute(std::string_view key, JsonAny& value);

    SpanBuilder m_span;
    JsonAttributes m_attributes;
    bool m_isError = false;
};

void NewRelicSpanReader::read(std::string_view json, const SpanSlice& slice) {
    m_isError = false;
    if (!m_span.read(json, slice, [this](std::string_view name, JsonAny& value) { readMember(name, value); }))
        return;
    if (m_isError) m_span.record().status = SpanStatus::Error;
    m_span.keep(SpanBuilder::Service::OfBlock);
}

void NewRelicSpanReader::readMember(std::string_view name, JsonAny& value) {
    if (name == "id")
        m_span.setId(textOrEmpty(value));
    else if (name == "trace.id")
        m_span.setTrace(textOrEmpty(value));
    else if (name == "timestamp")
        m_span.setStart(decimalInteger(textOrEmpty(value), milliseconds));
    else if (name == "attributes")
        forEachMember(value, [this](std::string_view key, JsonAny member) { readAttribute(key, member); });
}

void NewRelicSpanReader::readAttribute(std::string_view key, JsonAny& value) {
    if (key == "name")
        m_span.setName(textOrEmpty(value));
    else if (key == "parent.id")
        m_span.setParent(textOrEmpty(value));
    else if (key == "service.name")
        m_span.setService(textOrEmpty(value));
    else if (key == "duration.ms")
        m_span.setDuration(decimalInteger(textOrEmpty(value), milliseconds));
    else if (key == "span.kind")
        m_span.setKind(textOrEmpty(value));
    else if (key == "otel.status_code")
        m_span.setStatus(textOrEmpty(value));
    else if (key == "otel.status_description")
        m_span.setStatusMessage(textOrEmpty(value));
    else if (key == "error" && textOrEmpty(value) == "true")
        m_isError = true;
    else
        m_attributes.add(key, value, m_span.attributes());
}

/// One `{"common":…,"spans":[…]}`; what is common may stand behind the spans.
class Payload final : public SpanBlock {
public:
    Payload(DecodeContext& context, RecordProblems& problems, SyntheticTraces& traces, std::uint64_t number)
        : m_context(context), m_problems(problems), m_traces(traces), m_number(number) {}

    std::optional<ResourceId> resource;
    bool isOpen = true;

    [[nodiscard]] bool isClosed() const override { return !isOpen || resource; }
    void complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) override;

private:
    DecodeContext& m_context;
    RecordProblems& m_problems;
    SyntheticTraces& m_traces;
    std::uint64_t m_number;
};

void Payload::complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) {
    m_problems.setPosition(slice.position);
    if (record.trace.isZero()) m_traces.give(record, m_number, loose.hash);
    if (record.resource.valid()) return;
    record.resource = resource ? *resource : m_context.resources.intern({}, m_context.strings);
    if (m_context.resources[record.resource].serviceName.valid()) return;
    m_problems.add(ProblemCode::MissingService,
                   [] { return "spans that name no service, in a payload that names none"; });
}

class NewRelic final : public JsonFormat {
public:
    explicit NewRelic(JsonFile& file) : m_file(file) {}

    void readDocument() override;
    [[nodiscard]] std::string_view word() const override { return "newrelic"; }

private:
    void takeSpans(const std::shared_ptr<Payload>& payload);
    void readCommon(Payload& payload);

    JsonFile& m_file;
    JsonScanner& m_scanner = m_file.scanner;
    JsonWorkbench& m_bench = m_file.bench;
    SyntheticTraces m_traces{m_file.context.strings, m_bench.problems};
    JsonAttributes m_attributes;
    std::string m_packed;
    std::uint64_t m_payloads = 0;
};

void NewRelic::readDocument() {
    if (!m_scanner.enterObject()) return;
    const auto payload = std::make_shared<Payload>(m_file.context, m_bench.problems, m_traces, ++m_payloads);
    std::string_view name;
    while (m_scanner.nextMember(name))
        if (name == "spans")
            takeSpans(payload);
        else if (name == "common")
            readCommon(*payload);
        else
            m_scanner.skipValue();
    payload->isOpen = false;
}

void NewRelic::takeSpans(const std::shared_ptr<Payload>& payload) {
    if (!m_scanner.enterArray()) return;
    SpanSlice slice;
    slice.reader = makeSpanReader<NewRelicSpanReader>;
    while (m_scanner.nextElement())
        if (const auto element = m_bench.takeElement()) m_file.addSpan(*element, slice, payload);
}

void NewRelic::readCommon(Payload& payload) {
    m_packed.clear();
    m_bench.attributes.begin(m_packed);
    const bool good = m_bench.readElement([this](JsonObject object) {
        forEachMember(object, [this](std::string_view name, JsonAny value) {
            if (name == "attributes") m_attributes.addMembers(value, m_bench.attributes);
        });
    });
    if (good) payload.resource = m_file.context.resources.intern(m_packed, m_file.context.strings);
}

} // namespace

bool recognisesNewRelic(const JsonOutline& document) { return document.has("spans[].trace.id"); }

std::unique_ptr<JsonFormat> makeNewRelic(JsonFile& file) { return std::make_unique<NewRelic>(file); }

} // namespace hallway
