#include "decode/Zipkin.h"

#include "decode/ZipkinFile.h"
#include "decode/ZipkinParts.h"
#include "decode/ZipkinSpan.h"

namespace hallway {

namespace {

bool isVersion1(const JsonOutline& document) {
    return document.has("binaryAnnotations") || document.has("annotations[].endpoint") ||
           document.has("trace_id");
}

bool isVersion2(const JsonOutline& document) {
    return document.has("kind") || document.has("localEndpoint") || document.has("tags");
}

class Zipkin final : public JsonFormat {
public:
    explicit Zipkin(JsonFile& file) : m_file(file) { file.spans.deliverTo(m_parts); }

    void readDocument() override {
        const auto element = m_file.bench.takeElement();
        if (!element) return;
        if (m_looks > 0) lookAt(element->text);
        SpanSlice slice;
        slice.reader = makeSpanReader<ZipkinSpanReader>;
        m_file.addSpan(*element, slice, m_block);
    }
    void finish() override { m_parts.finish(); }
    [[nodiscard]] std::string_view word() const override { return m_word; }

private:
    /// A span without annotations is the same in both versions: the first that tells counts.
    void lookAt(std::string_view span) {
        constexpr std::size_t enough = std::size_t{64} << 10;
        --m_looks;
        const JsonOutline document = outlineOf(span.substr(0, enough));
        const bool isFirst = isVersion1(document);
        if (isFirst) m_word = "zipkin1";
        if (isFirst || isVersion2(document)) m_looks = 0;
    }

    JsonFile& m_file;
    std::shared_ptr<ZipkinFile> m_block =
        std::make_shared<ZipkinFile>(m_file.context.strings, m_file.bench.problems);
    ZipkinParts m_parts{m_file.context, m_file.context.sink};
    std::string_view m_word = "zipkin2";
    int m_looks = 100; ///< how many spans more are asked for the version
};

} // namespace

bool recognisesZipkin(const JsonOutline& document) {
    if (!document.has("id")) return false;
    if (document.has("traceId")) return !document.has("attributes") && !document.has("spanId");
    return document.has("trace_id") && (document.has("binary_annotations") || document.has("annotations"));
}

std::unique_ptr<JsonFormat> makeZipkin(JsonFile& file) { return std::make_unique<Zipkin>(file); }

} // namespace hallway
