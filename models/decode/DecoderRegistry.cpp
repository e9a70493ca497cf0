#include "decode/DecoderRegistry.h"

#include "base/FormatText.h"
#include "decode/Jaeger.h"
#include "decode/OtlpJson.h"
#include "decode/UnsupportedFormats.h"
#include "decode/Utf8.h"
#include "decode/Utf8Source.h"

#include <algorithm>
#include <array>

namespace hallway {

namespace {

constexpr std::array<Format, 2> formats{{
    {"OTLP JSON", Input::Text, recognisesOtlpJson, decodeOtlpJson},
    {"Jaeger JSON", Input::Text, recognisesJaeger, decodeJaeger},
}};

constexpr std::size_t firstLook = std::size_t{64} << 10;
constexpr std::size_t longestLook = std::size_t{1} << 20; // where the keys that tell stand far behind

/// Lets `head` grow to `wanted` bytes from the source; fewer only at its end.
Status takeHead(ByteSource& source, std::string& head, std::size_t wanted) {
    std::size_t size = head.size();
    head.resize(wanted);
    while (size < wanted) {
        const auto got = source.read({head.data() + size, wanted - size});
        if (!got) return fail(got.error());
        if (*got == 0) break;
        size += *got;
    }
    head.resize(size);
    return {};
}

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

/// `bytes` is what the file holds: nothing of it is compressed.
Result<DecodedFile> decodeBytes(ByteSource& bytes, const std::string& path, DecodeContext& context,
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

} // namespace

std::span<const Format> supportedFormats() { return formats; }

Result<DecodedFile> decodeFile(ByteSource& source, const std::string& path, DecodeContext& context,
                               WindowLimits limits) {
    CountingSource counted(source);
    const auto progress = context.progress;
    if (progress)
        context.progress = [&](std::uint64_t, std::uint64_t spans) { progress(counted.count(), spans); };
    auto decoded = decodeBytes(counted, path, context, limits);
    context.progress = progress;
    if (decoded) decoded->bytes = counted.count();
    return decoded;
}

Result<DecodedFile> decodeFile(ByteSource& source, const std::string& path, DecodeContext& context) {
    return decodeFile(source, path, context, WindowLimits{});
}

} // namespace hallway
