#include "decode/ZipkinProto.h"

#include "decode/OtlpProtoFields.h"
#include "decode/ProtoCursor.h"
#include "decode/SpanPipeline.h"
#include "decode/ZipkinFile.h"
#include "decode/ZipkinParts.h"
#include "decode/ZipkinProtoSpan.h"
#include "trace/Attribute.h"

namespace hallway {

namespace {

constexpr std::uint32_t spanTag = otlp::tag(1, otlp::Wire::Bytes); ///< of ListOfSpans

class ZipkinProtoDecoder {
public:
    ZipkinProtoDecoder(ByteSource& bytes, DecodeContext& context, WindowLimits limits)
        : m_context(context), m_window(bytes, limits, context.cancel, JsonWindow::Lines::None),
          m_cursor(m_window, limits.maximum) {
        m_spans.deliverTo(m_parts);
    }

    Result<DecodedFile> run();

private:
    void readSpan(const ProtoField& field);
    void count(ProblemCode code, std::uint64_t offset, const char* what) {
        m_problems.setOffset(offset);
        m_problems.add(code, [what] { return what; });
    }

    DecodeContext& m_context;
    JsonWindow m_window;
    ProtoCursor m_cursor;
    RecordProblems m_problems{m_context.problems, m_window};
    std::shared_ptr<ZipkinFile> m_block = std::make_shared<ZipkinFile>(m_context.strings, m_problems);
    ZipkinParts m_parts{m_context, m_context.sink};
    SpanPipeline m_spans{m_context};
};

void ZipkinProtoDecoder::readSpan(const ProtoField& field) {
    const auto bytes = m_cursor.take(field);
    if (bytes) {
        SpanSlice slice;
        slice.reader = makeSpanReader<ZipkinProtoSpanReader>;
        slice.position = {field.offset, std::nullopt};
        m_spans.add(*bytes, slice, m_block);
    } else if (m_cursor.failure() == ProtoFailure::None) {
        count(ProblemCode::BrokenRecord, field.offset, "a record too large to be read");
    }
}

Result<DecodedFile> ZipkinProtoDecoder::run() {
    m_window.onRead = [this] {
        if (m_context.progress) m_context.progress(m_window.bytesRead(), m_spans.count());
    };
    ProtoField field;
    while (m_cursor.next(ProtoCursor::unlimited, field)) {
        if (field.tag == spanTag) readSpan(field);
        if (!m_cursor.leave(field)) break;
    }
    if (m_cursor.failure() == ProtoFailure::Cut && !m_window.error())
        count(ProblemCode::TruncatedFile, m_cursor.failureOffset(), "the file ends inside a record");
    if (m_cursor.failure() == ProtoFailure::Broken)
        count(ProblemCode::BrokenRecord, m_cursor.failureOffset(),
              "bytes that are no protobuf; nothing behind them can be read");
    m_spans.finish(); // also what was read before the medium failed
    m_parts.finish();
    if (m_window.error()) return fail(*m_window.error());
    return DecodedFile{"zipkin-proto", 0, m_spans.count(), 1};
}

} // namespace

bool recognisesZipkinProto(const Sniff& sniff) {
    std::string_view bytes = sniff.bytes;
    const auto tag = takeVarint(bytes);
    if (!tag || *tag != spanTag) return false;
    const auto size = takeVarint(bytes);
    return size && *size <= bytes.size() &&
           isZipkinProtoSpan(bytes.substr(0, static_cast<std::size_t>(*size)));
}

Result<DecodedFile> decodeZipkinProto(ByteSource& bytes, DecodeContext& context, WindowLimits limits) {
    return ZipkinProtoDecoder(bytes, context, limits).run();
}

} // namespace hallway
