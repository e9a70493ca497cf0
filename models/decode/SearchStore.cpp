#include "decode/SearchStore.h"

#include "decode/OtlpBlocks.h"
#include "decode/StoreDocument.h"

namespace hallway {

namespace {

constexpr int maximumWrappers = 8; // hits within hits

/// Documents know nothing of each other: what lacks a trace id is a trace of its own.
class DocumentBlock final : public SpanBlock {
public:
    DocumentBlock(const StringPool& strings, RecordProblems& problems)
        : m_traces(strings, problems), m_problems(problems) {}

    [[nodiscard]] bool isClosed() const override { return true; }
    void complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) override {
        m_problems.setPosition(slice.position);
        if (record.trace.isZero()) m_traces.give(record, slice.position.offset, loose.hash);
    }

private:
    SyntheticTraces m_traces;
    RecordProblems& m_problems;
};

class StoreDocuments : public JsonFormat {
public:
    explicit StoreDocuments(JsonFile& file) : m_file(file) {}

    void readDocument() override { takeDocument(); }
    [[nodiscard]] std::string_view word() const override { return m_word.empty() ? "empty" : m_word; }

protected:
    /// The object that stands next is one.
    void takeDocument();

    JsonFile& m_file;

private:
    std::string_view m_word; ///< of the first document
    std::shared_ptr<DocumentBlock> m_block =
        std::make_shared<DocumentBlock>(m_file.context.strings, m_file.bench.problems);
};

void StoreDocuments::takeDocument() {
    const auto element = m_file.bench.takeElement();
    if (!element) return;
    if (m_word.empty()) {
        RecordProblems& problems = m_file.bench.problems;
        problems.beginTrial(); // the reader counts
        (void)m_file.bench.elements.read(
            *element, [this](JsonObject object) { m_word = wordOf(storeDocumentOf(object)); });
        (void)problems.endTrial();
    }
    SpanSlice slice;
    slice.reader = makeSpanReader<StoreDocumentReader>;
    m_file.addSpan(*element, slice, m_block);
}

class SearchHits final : public StoreDocuments {
public:
    explicit SearchHits(JsonFile& file) : StoreDocuments(file) {}

    void readDocument() override;

private:
    /// An answer, a list of hits, or one hit. True if it is any of these.
    bool readWrapper(int depth);

    JsonScanner& m_scanner = m_file.scanner;
};

void SearchHits::readDocument() {
    const FilePosition position = m_file.window.positionOf(m_scanner.offset());
    if (readWrapper(0) || m_scanner.failure() != ScanFailure::None) return;
    m_file.bench.problems.setPosition(position);
    m_file.bench.problems.add(ProblemCode::UnknownRecord, [] { return "a JSON object that holds no spans"; });
}

bool SearchHits::readWrapper(int depth) {
    if (m_scanner.peek() == '[') {
        (void)m_scanner.enterArray();
        while (m_scanner.nextElement())
            (void)readWrapper(depth + 1);
        return true;
    }
    bool known = false;
    if (!m_scanner.enterObject()) return known;
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        if (name == "_source") {
            takeDocument();
            known = true;
        } else if ((name == "hits" || name == "responses" || name == "rawResponse") &&
                   depth < maximumWrappers) {
            known |= readWrapper(depth + 1);
        } else {
            m_scanner.skipValue();
        }
    }
    return known;
}

class BulkActions final : public JsonFormat {
public:
    explicit BulkActions(JsonFile& file) : m_scanner(file.scanner) {}

    void readDocument() override { m_scanner.skipValue(); }
    [[nodiscard]] std::string_view word() const override { return "empty"; }

private:
    JsonScanner& m_scanner;
};

bool isJaegerSpan(const JsonOutline& document) {
    return document.has("traceID") && document.has("spanID") && document.has("operationName");
}
bool isJaegerService(const JsonOutline& document) {
    return document.has("serviceName") && document.has("operationName") && !document.has("traceId");
}
bool isOpenSearchSpan(const JsonOutline& document) {
    return document.has("traceId") && document.has("spanId") &&
           (document.has("startTime") || document.has("endTime"));
}
bool isElasticEvent(const JsonOutline& document) {
    return document.has("processor.event") || (document.has("trace.id") && document.has("timestamp.us") &&
                                               (document.has("transaction.id") || document.has("span.id")));
}

} // namespace

bool recognisesSearchHits(const JsonOutline& document) {
    const bool isEmpty = document.complete() && document.has("hits.hits") &&
                         !document.has("hits.hits[]._source") && !document.has("hits.hits[]._index");
    if (isEmpty) return true;
    const bool isTooDeep = document.has("responses[].hits.hits[]._source");
    return isTooDeep || document.hasTail("_source.operationName") || document.hasTail("_source.traceId") ||
           document.hasTail("_source.processor.event") || document.hasTail("_source.trace.id");
}

bool recognisesStoreDocument(const JsonOutline& document) {
    return isJaegerSpan(document) || isJaegerService(document) || isOpenSearchSpan(document) ||
           isElasticEvent(document);
}

bool recognisesBulkAction(const JsonOutline& document) {
    for (const std::string action : {"index", "create", "update", "delete"})
        if (document.has(action + "._id") || document.has(action + "._index") || document.hasOnly(action))
            return true;
    return false;
}

std::unique_ptr<JsonFormat> makeSearchHits(JsonFile& file) { return std::make_unique<SearchHits>(file); }
std::unique_ptr<JsonFormat> makeStoreDocuments(JsonFile& file) {
    return std::make_unique<StoreDocuments>(file);
}
std::unique_ptr<JsonFormat> makeBulkActions(JsonFile& file) { return std::make_unique<BulkActions>(file); }

} // namespace hallway
