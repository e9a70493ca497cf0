#include "decode/StoreDocument.h"

namespace hallway {

namespace {

/// Which members a document has.
struct Members {
    bool jaegerTrace = false, trace = false, span = false, service = false, operation = false;
    bool dependencies = false, serviceMap = false;
    bool elasticProcessor = false, elasticTrace = false, elasticEvent = false;

    void note(std::string_view name) {
        jaegerTrace |= name == "traceID";
        trace |= name == "traceId";
        span |= name == "spanID" || name == "spanId";
        service |= name == "serviceName";
        operation |= name == "operationName";
        dependencies |= name == "dependencies";
        serviceMap |= name == "hashId" || name == "traceGroupName";
        // Names may be joined with dots.
        elasticProcessor |= name == "processor" || name == "processor.event";
        elasticTrace |= name == "trace" || name == "trace.id";
        elasticEvent |=
            name == "transaction" || name == "transaction.id" || name == "span" || name == "span.id";
    }
};

} // namespace

StoreDocument storeDocumentOf(JsonObject object) {
    Members has;
    forEachMember(object, [&](std::string_view name, const JsonAny&) { has.note(name); });
    if (has.jaegerTrace && (has.span || has.operation)) return StoreDocument::JaegerSpan;
    if (has.trace && has.span) return StoreDocument::OpenSearchSpan;
    if (has.elasticProcessor || (has.elasticTrace && has.elasticEvent)) return StoreDocument::ElasticEvent;
    if (has.dependencies) return StoreDocument::JaegerDependencies;
    if (has.service && has.operation) return StoreDocument::JaegerService;
    if (has.service && has.serviceMap) return StoreDocument::OpenSearchMap;
    return StoreDocument::Unknown;
}

std::string_view wordOf(StoreDocument document) {
    switch (document) {
    case StoreDocument::JaegerSpan:
    case StoreDocument::JaegerService:
    case StoreDocument::JaegerDependencies:
        return "jaeger-es";
    case StoreDocument::OpenSearchSpan:
    case StoreDocument::OpenSearchMap:
        return "opensearch";
    case StoreDocument::ElasticEvent:
        return "elastic-apm";
    case StoreDocument::Unknown:
        break;
    }
    return {};
}

StoreDocument StoreDocumentReader::documentOf(std::string_view json, const SpanSlice& slice) {
    StoreDocument document = StoreDocument::Unknown;
    m_bench.problems.beginTrial(); // what is broken or repaired is counted when it is read
    const bool isJson = m_elements.read({json, slice.position.offset, slice.hasEscapes},
                                        [&](JsonObject object) { document = storeDocumentOf(object); });
    (void)m_bench.problems.endTrial();
    return isJson ? document : StoreDocument::JaegerSpan;
}

void StoreDocumentReader::read(std::string_view json, const SpanSlice& slice) {
    const auto count = [this](ProblemCode code, const char* what) {
        m_bench.problems.add(code, [what] { return what; });
    };
    switch (documentOf(json, slice)) {
    case StoreDocument::JaegerSpan:
        return m_jaeger.read(json, slice);
    case StoreDocument::OpenSearchSpan:
        return m_openSearch.read(json, slice);
    case StoreDocument::ElasticEvent:
        return m_elastic.read(json, slice);
    case StoreDocument::JaegerService:
        return count(ProblemCode::SkippedSignal,
                     "Jaeger's list of services and operations, which are no spans");
    case StoreDocument::OpenSearchMap:
        return count(ProblemCode::SkippedSignal, "a service map of OpenSearch, which holds no spans");
    case StoreDocument::JaegerDependencies:
        return count(ProblemCode::UnknownRecord, "Jaeger dependencies, which count calls and hold no spans");
    case StoreDocument::Unknown:
        return count(ProblemCode::UnknownRecord, "a document that holds no span");
    }
}

} // namespace hallway
