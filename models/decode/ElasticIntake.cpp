#include "decode/ElasticIntake.h"

#include "decode/DecimalText.h"
#include "decode/ElasticEvent.h"
#include "decode/ElasticIntakeNames.h"
#include "decode/ElasticSection.h"
#include "decode/IdText.h"
#include "trace/KnownKeys.h"

namespace hallway {

namespace {

constexpr std::size_t eventsPerSection = 4096; // so that what waits for its transaction stays small
constexpr int microseconds = 3;                // power of ten to nanoseconds

/// Reads the object behind "transaction" or "span".
class IntakeReader : public SpanReader {
public:
    using PutField = void (*)(std::string& target, std::string_view field);

    IntakeReader(SpanBench& bench, ElasticEvent::Kind kind, PutField putField)
        : m_event(bench), m_kind(kind), m_putField(putField) {}

    void read(std::string_view json, const SpanSlice& slice) override {
        const auto readMember = [this](std::string_view name, JsonAny& value) {
            m_fields.forEach(name, value, [this](std::string_view field, JsonAny& part) {
                m_putField(m_name, field);
                m_event.take(m_name, part);
            });
        };
        if (m_event.read(json, slice, m_kind, readMember)) m_event.keep();
    }

private:
    ElasticEvent m_event;
    ElasticEvent::Kind m_kind;
    PutField m_putField;
    FlatMembers m_fields;
    std::string m_name;
};

class TransactionReader final : public IntakeReader {
public:
    explicit TransactionReader(SpanBench& bench)
        : IntakeReader(bench, ElasticEvent::Kind::Transaction, putTransactionField) {}
};

class IntakeSpanReader final : public IntakeReader {
public:
    explicit IntakeSpanReader(SpanBench& bench)
        : IntakeReader(bench, ElasticEvent::Kind::Span, putSpanField) {}
};

class ElasticIntake final : public JsonFormat {
public:
    explicit ElasticIntake(JsonFile& file) : m_file(file) {}

    void readDocument() override;
    [[nodiscard]] std::string_view word() const override { return "elastic-apm"; }

private:
    void beginSection();
    void readMetadata();
    void takeEvent(MakeSpanReader reader, bool isTransaction);
    void noteTransaction(const JsonElement& element);
    void skipSignal();

    JsonFile& m_file;
    JsonScanner& m_scanner = m_file.scanner;
    JsonWorkbench& m_bench = m_file.bench;
    SyntheticTraces m_traces{m_file.context.strings, m_bench.problems};
    std::shared_ptr<ElasticSection> m_section =
        std::make_shared<ElasticSection>(m_file.context, m_traces, m_bench.problems);
    std::size_t m_events = 0; ///< of the section
    ResourceId m_resource;    ///< of the last metadata
    ElasticResource m_metadata;
    JsonAttributes m_values;
    FlatMembers m_fields;
    std::string m_name;
    std::string m_packed;
};

void ElasticIntake::beginSection() {
    m_section = m_section->next();
    m_events = 0;
}

void ElasticIntake::readDocument() {
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        if (name == "metadata")
            readMetadata();
        else if (name == "transaction")
            takeEvent(makeSpanReader<TransactionReader>, true);
        else if (name == "span")
            takeEvent(makeSpanReader<IntakeSpanReader>, false);
        else
            skipSignal();
    }
}

void ElasticIntake::readMetadata() {
    beginSection();
    m_packed.clear();
    AttributeList& target = m_bench.attributes;
    target.begin(m_packed);
    m_metadata.begin();
    const bool good = m_bench.readElement([&](JsonObject object) {
        m_fields.forEach(object, [&](std::string_view field, JsonAny& value) {
            putMetadataField(m_name, field);
            if (value.kind() != JsonKind::Null && !m_metadata.take(m_name, value, target))
                m_values.add(m_name, value, target);
        });
    });
    if (!good) return;
    m_metadata.finish(target);
    if (!m_metadata.service().empty()) target.addText(idOf(KnownKey::ServiceName), m_metadata.service());
    m_resource = m_file.context.resources.intern(m_packed, m_file.context.strings);
}

void ElasticIntake::takeEvent(MakeSpanReader reader, bool isTransaction) {
    const auto element = m_bench.takeElement();
    if (!element) return;
    if (++m_events > eventsPerSection) beginSection();
    if (isTransaction) noteTransaction(*element);
    SpanSlice slice;
    slice.reader = reader;
    slice.resource = m_resource;
    slice.isLoose = !isTransaction; // it may wait for its transaction
    m_file.addSpan(*element, slice, m_section);
}

void ElasticIntake::noteTransaction(const JsonElement& element) {
    SpanId id;
    std::optional<std::int64_t> start;
    m_bench.problems.beginTrial(); // its reader counts
    (void)m_bench.elements.read(element, [&](JsonObject object) {
        forEachMember(object, [&](std::string_view name, JsonAny value) {
            if (name == "id")
                id = spanIdOf(textOf(value).value_or(std::string_view()), m_file.context.strings);
            else if (name == "timestamp")
                start = decimalInteger(textOf(value).value_or(std::string_view()), microseconds);
        });
    });
    (void)m_bench.problems.endTrial();
    if (start && *start > 0) m_section->addTransaction(id, timestampOf(*start));
}

void ElasticIntake::skipSignal() {
    m_bench.problems.setOffset(m_scanner.offset());
    m_scanner.skipValue();
    m_bench.problems.add(ProblemCode::SkippedSignal,
                         [] { return "an error, metric or log line of Elastic APM, which is no span"; });
}

} // namespace

bool recognisesElasticIntake(const JsonOutline& document) {
    const auto isEvent = [&](const std::string& at) {
        return document.has(at + ".id") && document.has(at + ".trace_id");
    };
    return document.has("metadata.service") || isEvent("transaction") || isEvent("span") ||
           document.has("span.transaction_id") ||
           (document.has("error.id") &&
            (document.has("error.timestamp") || document.has("error.trace_id"))) ||
           document.has("metricset.samples");
}

std::unique_ptr<JsonFormat> makeElasticIntake(JsonFile& file) {
    return std::make_unique<ElasticIntake>(file);
}

} // namespace hallway
