#include "decode/OtlpRows.h"

#include "decode/OtlpBlocks.h"
#include "decode/OtlpSpan.h"

namespace hallway {

namespace {

/// Nothing says by whom a span was emitted.
class OtlpRows final : public JsonFormat {
public:
    explicit OtlpRows(JsonFile& file) : m_file(file) {}

    void readDocument() override;
    [[nodiscard]] std::string_view word() const override { return "otlp-rows"; }

private:
    JsonFile& m_file;
    OtlpFile m_shared{m_file.context, m_file.bench.problems};
    std::uint64_t m_document = 0;
};

void OtlpRows::readDocument() {
    const auto resource = std::make_shared<OtlpResource>();
    resource->position = m_file.window.positionOf(m_file.scanner.offset());
    resource->document = ++m_document;
    resource->isOpen = false;
    const auto scope = std::make_shared<OtlpScope>(m_shared, resource);
    scope->isOpen = false;
    SpanSlice slice = scope->slice();
    slice.reader = makeSpanReader<OtlpSpanReader>;
    if (const auto element = m_file.bench.takeElement()) m_file.addSpan(*element, slice, scope);
}

} // namespace

bool recognisesOtlpRows(const JsonOutline& document) {
    return (document.has("trace_id") && document.has("span_id") && document.has("start_time_unix_nano")) ||
           (document.has("traceId") && document.has("spanId") && document.has("startTimeUnixNano"));
}

std::unique_ptr<JsonFormat> makeOtlpRows(JsonFile& file) { return std::make_unique<OtlpRows>(file); }

} // namespace hallway
