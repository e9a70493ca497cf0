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
    {"OTLP JSON", recognisesOtlpJson, decodeOtlpJson},
    {"Jaeger JSON", recognisesJaeger, decodeJaeger},
}};

constexpr std::size_t firstLook = std::size_t{64} << 10;
constexpr std::size_t longestLook = std::size_t{1} << 20; // where the keys that tell stand far behind

/// Up to `wanted` bytes from the front of a source; fewer only at its end.
Result<std::string> takeHead(ByteSource& source, std::size_t wanted) {
    std::string head(wanted, '\0');
    std::size_t size = 0;
    while (size < wanted) {
        const auto got = source.read({head.data() + size, wanted - size});
        if (!got) return fail(got.error());
        if (*got == 0) break;
        size += *got;
    }
    head.resize(size);
    return head;
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

} // namespace

std::span<const Format> supportedFormats() { return formats; }

Result<DecodedFile> decodeFile(ByteSource& source, const std::string& path, DecodeContext& context,
                               WindowLimits limits) {
    CountingSource counted(source);
    auto bytes = takeHead(counted, firstLook);
    if (!bytes) return fail(bytes.error());
    const std::string begin = *bytes;
    ReplaySource replayed(std::move(*bytes), counted);
    Utf8Source utf8(replayed);

    const Format* format = nullptr;
    Sniff sniff;
    std::string text;
    sniff.bytes = begin;
    for (const std::size_t look : {firstLook, longestLook}) {
        auto more = takeHead(utf8, look - text.size());
        if (!more) return fail(more.error());
        text += *more;
        sniff.text = text;
        sniff.whole = text.size() < look;
        sniff.documents = outlinesOf(text);
        format = formatOf(sniff);
        if (format != nullptr || sniff.whole) break;
        if (context.cancel.cancelled()) return fail(ErrorCode::Cancelled);
    }
    const bool bytesAreWhole = counted.count() == begin.size();
    if (format == nullptr && sniff.whole && (isBlank(text) || isEmptyJson(sniff)))
        return DecodedFile{"empty", counted.count(), 0, 1};
    if (format == nullptr) {
        Sniff refused = sniff;
        refused.whole = bytesAreWhole;
        if (const auto name = nameOfUnsupported(refused))
            return fail(ErrorCode::UnsupportedFormat, {path, std::string(*name)});
        return fail(ErrorCode::NotRecognised, {path, printableBegin(text)});
    }
    ReplaySource whole(std::move(text), utf8);
    const auto progress = context.progress;
    if (progress)
        context.progress = [&](std::uint64_t, std::uint64_t spans) { progress(counted.count(), spans); };
    auto decoded = format->decode(whole, context, limits);
    context.progress = progress;
    if (decoded) decoded->bytes = counted.count();
    return decoded;
}

Result<DecodedFile> decodeFile(ByteSource& source, const std::string& path, DecodeContext& context) {
    return decodeFile(source, path, context, WindowLimits{});
}

} // namespace hallway
