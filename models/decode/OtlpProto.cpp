#include "decode/OtlpProto.h"

#include "decode/ElementMemo.h"
#include "decode/OtlpBlocks.h"
#include "decode/OtlpProtoFields.h"
#include "decode/OtlpProtoShape.h"
#include "decode/OtlpProtoSignal.h"
#include "decode/OtlpProtoSpan.h"
#include "decode/OtlpProtoValues.h"
#include "decode/ProtoCursor.h"
#include "decode/SpanPipeline.h"

#include <protozero/pbf_reader.hpp>

#include <memory>
#include <optional>
#include <string>

namespace hallway {

namespace {

/// The Resource of a ResourceSpans or the scope of a ScopeSpans: it may stand behind the spans, and come in
/// parts, which together are one message.
struct Origin {
    std::string message;
    std::uint64_t offset = 0; ///< of its last part
    bool isGiven = false;
    bool isSettled = false; ///< read, and told to spans: nothing can be added any more
};

struct ResourceBlock {
    std::shared_ptr<OtlpResource> resource;
    Origin origin;
    std::optional<OtlpSignal> signal; ///< known from the first leaf on
};

class OtlpProtoDecoder {
public:
    OtlpProtoDecoder(ByteSource& bytes, DecodeContext& context, WindowLimits limits)
        : m_context(context), m_largest(limits.maximum),
          m_window(bytes, limits, context.cancel, JsonWindow::Lines::None), m_cursor(m_window, m_largest) {}

    /// Without a framing: that which the first bytes show.
    Result<DecodedFile> run(std::optional<ProtoFraming> framing);

private:
    /// Calls visit(field) for each field of the message that ends at `end`. What is broken within a field is
    /// counted, and the next field visited.
    template <class Visit>
    void forEachField(std::uint64_t end, Visit visit);
    void countBroken();
    void count(ProblemCode code, std::uint64_t offset, const char* what);

    void readTopMessage(std::uint64_t end);
    void readResourceSpans(const ProtoField& field);
    void readScopeSpans(const ProtoField& field, ResourceBlock& block);
    [[nodiscard]] bool isOfSpans(std::string_view leaf, ResourceBlock& block);

    [[nodiscard]] std::optional<std::string_view> take(const ProtoField& field);
    void collect(const ProtoField& field, Origin& origin);
    [[nodiscard]] std::optional<ResourceId> readResource(const Origin& origin);
    void settle(Origin& origin, OtlpResource& resource);
    void settle(Origin& origin, OtlpScope& scope);
    /// Calls read(reader) for each field; false if the message is broken, which is counted. `what` it is.
    template <class Read>
    bool readOrigin(const Origin& origin, const char* what, Read read);

    DecodeContext& m_context;
    std::size_t m_largest; ///< message held whole
    JsonWindow m_window;
    ProtoCursor m_cursor;
    RecordProblems m_problems{m_context.problems, m_window};
    StringCache m_strings{m_context.strings};
    AttributeList m_attributes{m_strings, m_problems, AttributeWriter::Pooling::All};
    OtlpProtoValues m_values;
    ElementMemo<ResourceId> m_knownResources;
    SpanPipeline m_spans{m_context};
    OtlpFile m_file{m_context, m_problems};
    std::string m_packed;
    std::uint64_t m_document = 0;
    bool m_fromTempo = false;
};

Result<DecodedFile> OtlpProtoDecoder::run(std::optional<ProtoFraming> framing) {
    m_window.onRead = [this] {
        if (m_context.progress) m_context.progress(m_window.bytesRead(), m_spans.count());
    };
    constexpr std::size_t framingLook = 4096;
    if (!framing) framing = framingOf(m_cursor.peek(framingLook));
    ProtoField message;
    while (m_cursor.nextMessage(framing.value_or(ProtoFraming::None), message)) {
        ++m_document;
        readTopMessage(message.end);
        countBroken();
        if (!m_cursor.leave(message)) break;
    }
    if (m_cursor.failure() == ProtoFailure::Broken)
        count(ProblemCode::BrokenRecord, m_cursor.failureOffset(),
              "a record without a length; what follows is lost");
    if (m_cursor.failure() == ProtoFailure::Cut && !m_window.error())
        count(ProblemCode::TruncatedFile, m_cursor.failureOffset(), "the file ends inside a record");
    m_spans.finish(); // also what was read before the medium failed
    if (m_window.error()) return fail(*m_window.error());
    DecodedFile file{m_fromTempo ? "tempo" : "otlp-proto", 0, m_spans.count(), m_spans.times().scale()};
    countRescaled(m_context.problems, file);
    return file;
}

template <class Visit>
void OtlpProtoDecoder::forEachField(std::uint64_t end, Visit visit) {
    ProtoField field;
    while (m_cursor.next(end, field)) {
        visit(field);
        countBroken();
        if (!m_cursor.leave(field)) return;
    }
}

void OtlpProtoDecoder::countBroken() {
    if (m_cursor.failure() != ProtoFailure::Broken) return;
    count(ProblemCode::BrokenRecord, m_cursor.failureOffset(), "bytes that are no protobuf");
    m_cursor.recover();
}

void OtlpProtoDecoder::count(ProblemCode code, std::uint64_t offset, const char* what) {
    m_problems.setOffset(offset);
    m_problems.add(code, [what] { return what; });
}

void OtlpProtoDecoder::readTopMessage(std::uint64_t end) {
    constexpr std::size_t begin = 64; // shows how it is nested
    constexpr std::size_t maximumText = 200;
    const std::uint64_t offset = m_cursor.offset();
    bool isResponse = false;
    bool isPartial = false;
    std::string text;
    forEachField(end, [&](const ProtoField& field) {
        switch (field.tag) {
        case otlp::traces::resourceSpans:
            if (!isWrappedTrace(m_cursor.peek(begin).substr(0, field.end - m_cursor.offset()))) {
                readResourceSpans(field);
                break;
            }
            isResponse = true;
            forEachField(field.end, [this](const ProtoField& inner) {
                if (inner.tag == otlp::traces::resourceSpans) readResourceSpans(inner);
            });
            break;
        case otlp::response::status:
            isPartial = field.value == otlp::response::partial;
            break;
        case otlp::response::message:
            text = m_cursor.peek(maximumText).substr(0, field.end - m_cursor.offset());
            break;
        default:
            break;
        }
    });
    if (!isResponse) return;
    m_fromTempo = true;
    if (!isPartial) return;
    m_problems.setOffset(offset);
    m_problems.add(ProblemCode::PartialTrace, [&] {
        return "the server has cut this trace" +
               (text.empty() ? std::string() : ": " + std::string(m_values.texts().of(text)));
    });
}

void OtlpProtoDecoder::readResourceSpans(const ProtoField& field) {
    ResourceBlock block{std::make_shared<OtlpResource>(), {}, {}};
    block.resource->position.offset = field.offset;
    block.resource->document = m_document;
    forEachField(field.end, [&](const ProtoField& inner) {
        switch (inner.tag) {
        case otlp::resourceSpans::resource:
            collect(inner, block.origin);
            break;
        case otlp::resourceSpans::scopeSpans:
        case otlp::resourceSpans::librarySpans:
            if (block.signal.value_or(OtlpSignal::Spans) == OtlpSignal::Spans) readScopeSpans(inner, block);
            break;
        default:
            break;
        }
    });
    settle(block.origin, *block.resource);
    block.resource->isOpen = false;
}

void OtlpProtoDecoder::readScopeSpans(const ProtoField& field, ResourceBlock& block) {
    const auto scope = std::make_shared<OtlpScope>(m_file, block.resource);
    Origin origin;
    forEachField(field.end, [&](const ProtoField& inner) {
        if (inner.tag == otlp::scopeSpans::scope) {
            collect(inner, origin);
        } else if (inner.tag == otlp::scopeSpans::span) {
            const auto bytes = take(inner);
            if (!bytes || !isOfSpans(*bytes, block)) return;
            settle(block.origin, *block.resource);
            settle(origin, *scope);
            SpanSlice slice = scope->slice();
            slice.reader = makeSpanReader<OtlpProtoSpanReader>;
            slice.position = {inner.offset, std::nullopt};
            m_spans.add(*bytes, slice, scope);
        }
    });
    settle(origin, *scope);
    scope->isOpen = false;
}

bool OtlpProtoDecoder::isOfSpans(std::string_view leaf, ResourceBlock& block) {
    if (!block.signal) {
        block.signal = signalOf(leaf);
        if (*block.signal != OtlpSignal::Spans) {
            m_problems.setPosition(block.resource->position);
            m_problems.add(ProblemCode::SkippedSignal,
                           [&] { return std::string(nameOf(*block.signal)) + ", which are no spans"; });
        }
    }
    return *block.signal == OtlpSignal::Spans;
}

std::optional<std::string_view> OtlpProtoDecoder::take(const ProtoField& field) {
    const auto bytes = m_cursor.take(field);
    if (!bytes && m_cursor.failure() == ProtoFailure::None)
        count(ProblemCode::BrokenRecord, field.offset, "a record too large to be read");
    return bytes;
}

void OtlpProtoDecoder::collect(const ProtoField& field, Origin& origin) {
    if (origin.isSettled) {
        count(ProblemCode::BrokenRecord, field.offset,
              "a second resource or scope behind the spans of the first one");
        return;
    }
    const auto bytes = take(field);
    if (!bytes) return;
    if (origin.message.size() + bytes->size() > m_largest) {
        count(ProblemCode::BrokenRecord, field.offset, "a resource or scope too large to be read");
        return;
    }
    origin.message += *bytes;
    origin.offset = field.offset;
    origin.isGiven = true;
}

template <class Read>
bool OtlpProtoDecoder::readOrigin(const Origin& origin, const char* what, Read read) {
    m_problems.setOffset(origin.offset);
    bool good = true;
    try {
        protozero::pbf_reader reader(origin.message);
        while (reader.next())
            read(reader);
    } catch (const protozero::exception& error) {
        m_problems.add(ProblemCode::BrokenRecord,
                       [&] { return std::string(what) + " that is no protobuf: " + error.what(); });
        good = false;
    }
    if (m_values.texts().takeRepaired())
        m_problems.add(ProblemCode::InvalidUtf8,
                       [] { return "text with bytes that stand for no character"; });
    return good;
}

std::optional<ResourceId> OtlpProtoDecoder::readResource(const Origin& origin) {
    m_packed.clear();
    m_attributes.begin(m_packed);
    const bool good = readOrigin(origin, "a resource", [&](protozero::pbf_reader& reader) {
        if (reader.tag_and_type() == otlp::resource::attribute)
            m_values.readAttribute(reader.get_view(), m_attributes);
        else
            reader.skip();
    });
    if (!good) return std::nullopt;
    return m_file.resourceOf(m_packed);
}

void OtlpProtoDecoder::settle(Origin& origin, OtlpResource& resource) {
    if (!origin.isGiven || origin.isSettled) return;
    origin.isSettled = true;
    const std::optional<ResourceId> id = m_knownResources.understood(
        origin.message, m_problems, [&]() -> std::optional<ResourceId> { return readResource(origin); });
    if (!id) return;
    resource.id = *id;
    resource.isOpen = false;
}

void OtlpProtoDecoder::settle(Origin& origin, OtlpScope& scope) {
    if (!origin.isGiven || origin.isSettled) return;
    origin.isSettled = true;
    m_packed.clear();
    m_attributes.begin(m_packed);
    StringId name(0u);
    StringId version(0u);
    const bool good = readOrigin(origin, "a scope", [&](protozero::pbf_reader& reader) {
        switch (reader.tag_and_type()) {
        case otlp::scope::name:
            name = m_strings.intern(m_values.texts().of(reader.get_view()));
            break;
        case otlp::scope::version:
            version = m_strings.intern(m_values.texts().of(reader.get_view()));
            break;
        case otlp::scope::attribute:
            m_values.readAttribute(reader.get_view(), m_attributes);
            break;
        default:
            reader.skip();
        }
    });
    if (!good) return;
    scope.id = m_context.scopes.intern(name, version, m_packed);
    scope.isOpen = false;
}

} // namespace

bool recognisesOtlpProto(const Sniff& sniff) {
    return framingOf(sniff.bytes).value_or(ProtoFraming::Grpc) != ProtoFraming::Grpc;
}

Result<DecodedFile> decodeOtlpProto(ByteSource& bytes, DecodeContext& context, WindowLimits limits) {
    return OtlpProtoDecoder(bytes, context, limits).run(std::nullopt);
}

Result<DecodedFile> decodeFramedOtlpProto(ByteSource& bytes, ProtoFraming framing, DecodeContext& context,
                                          WindowLimits limits) {
    return OtlpProtoDecoder(bytes, context, limits).run(framing);
}

} // namespace hallway
