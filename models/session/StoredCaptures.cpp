#include "session/StoredCaptures.h"

#include "base/File.h"
#include "session/GraphCodec.h"
#include "session/Importer.h"
#include "session/RefusedFiles.h"
#include "session/SourceIdentity.h"
#include "session/StoreRows.h"
#include "session/TemporaryFolder.h"
#include "store/CaptureReader.h"

#include <array>

namespace hallway {

namespace {
constexpr std::string_view sqliteMagic{"SQLite format 3\0", 16};
}

bool isDatabase(const std::string& path) {
    if (!isRegularFile(path)) return false;
    const auto source = openForReading(path);
    if (!source) return false;
    std::array<char, sqliteMagic.size()> head{};
    const auto got = (*source)->read(head);
    return got && *got == head.size() && std::string_view(head.data(), head.size()) == sqliteMagic;
}

bool isCapture(const std::string& path) {
    if (!isDatabase(path)) return false;
    const auto reader = CaptureReader::open(path);
    return reader || reader.error().code != ErrorCode::NotACapture;
}

Result<LoadedCapture> loadCapture(const std::string& path, const CancelToken& cancel) {
    auto reader = CaptureReader::open(path);
    if (!reader) return fail(reader.error());
    auto stored = (*reader)->load(cancel);
    if (!stored) return fail(stored.error());
    LoadedCapture loaded;
    Capture::Parts& parts = loaded.parts;
    parts.sources = std::move(stored->sources);
    parts.strings = std::move(stored->strings);
    parts.spans = std::move(stored->spans);
    parts.calls = std::move(stored->calls);
    parts.figures = figuresOf(stored->summary);
    parts.fingerprint = (*reader)->fingerprint();
    parts.file = path;
    parts.fromCache = true;
    const auto graphBytes = (*reader)->blob(graphBlob);
    auto graph = graphBytes && *graphBytes ? decodeGraph(**graphBytes, parts.calls) : std::nullopt;
    parts.graph = graph ? std::move(*graph) : deriveGraph(parts.spans, parts.calls, TimeRange{});
    const auto refused = (*reader)->blob(refusedBlob);
    if (refused && *refused) loaded.refused = decodeRefused(**refused);
    parts.reader = std::move(*reader);
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    return loaded;
}

} // namespace hallway
