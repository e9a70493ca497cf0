#include "decode/LambdaOutput.h"

#include "decode/Base64.h"
#include "decode/Compression.h"
#include "decode/Decompressor.h"
#include "decode/ExpansionGuard.h"
#include "decode/JsonDecoder.h"
#include "decode/OtlpProto.h"
#include "decode/Sniff.h"
#include "decode/Utf8Source.h"

#include <algorithm>
#include <array>
#include <optional>

namespace hallway {

namespace {

/// A payload that expands further is a bomb, and a file may hold many.
constexpr std::size_t mostTimes = 200, unasked = 1'000'000, mostBytes = std::size_t{64} << 20;
constexpr WindowLimits payloadWindow{std::size_t{64} << 10, mostBytes};
constexpr std::size_t firstLook = std::size_t{64} << 10;

class LambdaOutput final : public JsonFormat, private SpanSink {
public:
    explicit LambdaOutput(JsonFile& file) : m_file(file) {}

    void readDocument() override;
    [[nodiscard]] std::string_view word() const override { return "lambda"; }

private:
    /// The bytes of a line's payload, which may be compressed; nothing if there
    /// are none, which is counted.
    [[nodiscard]] std::optional<std::string> payloadOf(const JsonElement& element);
    [[nodiscard]] std::optional<std::string> inflated(std::string_view bytes);
    void decode(std::string_view payload);
    /// Nothing if it is not of OTLP.
    [[nodiscard]] std::optional<Result<DecodedFile>> decodeOtlp(std::string_view payload,
                                                                DecodeContext& context);
    void accept(SpanBatch batch) override {
        m_file.spansOfPayloads += batch.spans.size();
        m_file.context.sink.accept(std::move(batch));
    }
    void countBroken(const char* what) {
        m_problems.add(ProblemCode::BrokenRecord, [what] { return what; });
    }

    JsonFile& m_file;
    RecordProblems& m_problems = m_file.bench.problems;
};

void LambdaOutput::readDocument() {
    const auto element = m_file.bench.takeElement();
    if (!element) return;
    const FilePosition position = m_file.window.positionOf(element->offset);
    m_problems.setPosition(position);
    if (m_file.context.isPayload) return countBroken("a payload within a payload");
    auto payload = payloadOf(*element);
    m_problems.setPosition(position);
    if (payload && compressionOf(*payload)) payload = inflated(*payload);
    if (payload) decode(*payload);
}

std::optional<std::string> LambdaOutput::payloadOf(const JsonElement& element) {
    std::string text;
    bool isBase64 = false;
    const bool good = m_file.bench.elements.read(element, [&](JsonObject object) {
        forEachMember(object, [&](std::string_view name, JsonAny value) {
            if (name == "payload")
                text = scalarOf(value).text;
            else if (name == "base64")
                isBase64 = textOf(value) == "true";
        });
    });
    if (!good) return std::nullopt;
    auto bytes = decodedBase64(text);
    if (bytes) return bytes;
    if (!isBase64) return text; // JSON as it is
    countBroken("a payload that is no base64");
    return std::nullopt;
}

std::optional<std::string> LambdaOutput::inflated(std::string_view bytes) {
    const Compression kind = *compressionOf(bytes);
    if (kind != Compression::Gzip && kind != Compression::Zlib) {
        countBroken("a payload that is compressed otherwise than with gzip");
        return std::nullopt;
    }
    const std::size_t limit = std::clamp(bytes.size() * mostTimes, unasked, mostBytes);
    const auto inflater = makeInflater(kind);
    std::string content;
    std::array<char, std::size_t{64} << 10> buffer{};
    for (;;) {
        const auto step = inflater->step(bytes, buffer);
        bytes.remove_prefix(step.taken);
        content.append(buffer.data(), step.given);
        if (m_file.context.expansion && !m_file.context.expansion->add(step.given)) {
            countBroken("a payload behind others that expand to more than a file may");
            return std::nullopt;
        }
        if (content.size() > limit) {
            countBroken("a payload that expands to more than 200 times its size, or "
                        "more than 64 MiB");
            return std::nullopt;
        }
        const bool isCut = step.taken == 0 && step.given == 0;
        if (step.state == Decompressor::State::Damaged ||
            (isCut && step.state == Decompressor::State::Inside)) {
            countBroken("a payload whose compressed bytes are damaged");
            return content; // what came before
        }
        if (step.state != Decompressor::State::Ended) continue;
        if (compressionOf(bytes) != kind) return content;
        inflater->restart();
    }
}

std::optional<Result<DecodedFile>> LambdaOutput::decodeOtlp(std::string_view payload,
                                                            DecodeContext& context) {
    const std::string_view begin = payload.substr(0, firstLook);
    const auto bytes = memorySource(payload);
    const Sniff sniff{begin, begin, outlinesOf(begin), payload.size() == begin.size()};
    if (recognisesOtlpProto(sniff)) return decodeOtlpProto(*bytes, context, payloadWindow);
    if (!recognisesJson(sniff)) return std::nullopt;
    Utf8Source utf8(*bytes);
    return decodeJson(utf8, context, payloadWindow);
}

void LambdaOutput::decode(std::string_view payload) {
    ImportProblems inner;
    const DecodeContext& outer = m_file.context;
    DecodeContext context{outer.strings, outer.resources, outer.scopes, *this, inner, outer.cancel, {}};
    context.isPayload = true;
    const auto decoded = decodeOtlp(payload, context);
    if (!decoded) return countBroken("a payload that is no OTLP");
    // What is wrong within has its place in the line. Spans of one line say too
    // little to guess a unit by.
    for (const Problem& problem : inner.list())
        if (problem.code != ProblemCode::RescaledTimes)
            m_problems.add(
                problem.code, [&] { return "in a payload: " + problem.detail; }, problem.count);
}

} // namespace

bool recognisesLambdaOutput(const JsonOutline& document) { return document.has("__otel_otlp_stdout"); }

std::unique_ptr<JsonFormat> makeLambdaOutput(JsonFile& file) { return std::make_unique<LambdaOutput>(file); }

} // namespace hallway
