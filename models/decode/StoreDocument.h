// The documents of search stores, Elasticsearch and OpenSearch: what each of them is, and how it is read. One
// dump may hold several kinds.
#pragma once

#include "decode/ElasticDocument.h"
#include "decode/JaegerSpan.h"
#include "decode/OpenSearchSpan.h"

#include <cstdint>
#include <string_view>

namespace hallway {

enum class StoreDocument : std::uint8_t {
    Unknown,
    JaegerSpan,
    JaegerService,      ///< of a jaeger-service index: that a service has an operation
    JaegerDependencies, ///< of a jaeger-dependencies index: counts of calls
    OpenSearchSpan,
    OpenSearchMap, ///< of an otel-v1-apm-service-map index: that services know each other
    ElasticEvent,  ///< of Elastic APM: a transaction, a span, or what is neither
};

/// Told by the names of its members. Throws simdjson_error.
[[nodiscard]] StoreDocument storeDocumentOf(JsonObject object);

/// The word of calls.md section 3 for a file of these; empty for Unknown.
[[nodiscard]] std::string_view wordOf(StoreDocument document);

/// Reads a document as what it is. What holds no span is counted.
class StoreDocumentReader final : public SpanReader {
public:
    explicit StoreDocumentReader(SpanBench& bench) : m_bench(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override;

private:
    [[nodiscard]] StoreDocument documentOf(std::string_view json, const SpanSlice& slice);

    SpanBench& m_bench;
    ElementReader m_elements{m_bench.problems};
    JaegerDocumentReader m_jaeger{m_bench};
    OpenSearchSpanReader m_openSearch{m_bench};
    ElasticDocumentReader m_elastic{m_bench};
};

} // namespace hallway
