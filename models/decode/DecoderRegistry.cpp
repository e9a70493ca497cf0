#include "decode/DecoderRegistry.h"

#include "base/FormatText.h"
#include "base/Utf8.h"
#include "decode/CompressedRecords.h"
#include "decode/DotnetConsole.h"
#include "decode/JsonDecoder.h"
#include "decode/OtlpProto.h"
#include "decode/SpanTableText.h"
#include "decode/UnsupportedFormats.h"
#include "decode/Utf8Source.h"
#include "decode/ZipkinProto.h"

#include <algorithm>
#include <array>

namespace hallway {

namespace {

constexpr std::array<Format, 6> formats{{
    {"OTLP protobuf", Input::Binary, recognisesOtlpProto, decodeOtlpProto},
    {"records compressed one by one", Input::Binary, recognisesCompressedRecords, decodeCompressedRecords},
    {"Zipkin protobuf", Input::Binary, recognisesZipkinProto, decodeZipkinProto},
    {"CSV", Input::Text, recognisesSpanTable, decodeSpanTable}, // before JSON, which may stand in its cells
    {".NET console exporter", Input::Text, recognisesDotnetConsole, decodeDotnetConsole},
    {"JSON", Input::Text, recognisesJson, decodeJson},
}};

constexpr std::size_t firstLook = std::size_t{64} << 10;
constexpr std::size_t longestLook = std::size_t{1} << 20; // where the keys that tell stand far behind

std::string utf8Of(std::string_view bytes) {
    const auto memory = memorySource(bytes);
    Utf8Source utf8(*memory);
    std::string text;
    // UTF-16 grows by half at most.
    (void)takeHead(utf8, text, bytes.size() + bytes.size() / 2 + 1);
    return text;
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\x1E") == std::string_view::npos;
}

/// JSON that holds nothing at all: `[]`, `{}`.
bool isEmptyJson(const Sniff& sniff) {
    if (!sniff.whole || sniff.text.find_first_not_of("[]{}, \t\r\n\x1E") != std::string_view::npos)
        return false;
    return !sniff.anyDocument([](const JsonOutline& document) { return !document.complete(); }) &&
           std::count(sniff.text.begin(), sniff.text.end(), '[') ==
               std::count(sniff.text.begin(), sniff.text.end(), ']') &&
           std::count(sniff.text.begin(), sniff.text.end(), '{') ==
               std::count(sniff.text.begin(), sniff.text.end(), '}');
}

const Format* formatOf(const Sniff& sniff) {
    const auto* const found = std::find_if(formats.begin(), formats.end(),
                                           [&](const Format& format) { return format.recognises(sniff); });
    return found == formats.end() ? nullptr : found;
}

std::string printableBegin(std::string_view text) {
    constexpr std::size_t shown = 60; // bytes
    const std::string printable = format::printable(utf8Front(text, shown));
    return std::string(utf8Front(printable, shown));
}

/// What a file is that no decoder reads: empty, known by sight, or unknown.
Result<DecodedFile> withoutDecoder(const Sniff& sniff, const std::string& path) {
    if (sniff.whole && (isBlank(sniff.text) || isEmptyJson(sniff))) return DecodedFile{"empty", 0, 0, 1};
    if (const auto name = nameOfUnsupported(sniff))
        return fail(ErrorCode::UnsupportedFormat, {path, std::string(*name)});
    return fail(ErrorCode::NotRecognised, {path, printableBegin(sniff.text)});
}

} // namespace

std::span<const Format> supportedFormats() { return formats; }

Result<DecodedFile> decodeContent(ByteSource& bytes, const std::string& path, DecodeContext& context,
                                  WindowLimits limits) {
    std::string head;
    std::string text;
    Sniff sniff;
    const Format* format = nullptr;
    for (const std::size_t look : {firstLook, longestLook}) {
        if (const Status taken = takeHead(bytes, head, look); !taken) return fail(taken.error());
        text = utf8Of(head);
        sniff = {head, text, outlinesOf(text), head.size() < look};
        format = formatOf(sniff);
        if (format != nullptr || sniff.whole) break;
        if (context.cancel.cancelled()) return fail(ErrorCode::Cancelled);
    }
    if (format == nullptr) return withoutDecoder(sniff, path);
    ReplaySource whole(std::move(head), bytes);
    if (format->input == Input::Binary) return format->decode(whole, context, limits);
    Utf8Source utf8(whole);
    return format->decode(utf8, context, limits);
}

} // namespace hallway
