#include "session/CaptureOpener.h"

#include "base/File.h"
#include "session/GraphCodec.h"
#include "session/Importer.h"
#include "session/InputFiles.h"
#include "session/StoreRows.h"
#include "session/TemporaryFolder.h"
#include "store/CacheFolder.h"
#include "store/CaptureReader.h"
#include "store/SourceFingerprint.h"

#include <array>
#include <cstdlib>

namespace hallway {

namespace {

constexpr std::string_view sqliteMagic{"SQLite format 3\0", 16};

bool isDatabase(const std::string& path) {
    if (path == "-") return false;
    const auto source = openForReading(path);
    if (!source || !(*source)->size()) return false; // a pipe must not lose its first bytes
    std::array<char, sqliteMagic.size()> head{};
    const auto got = (*source)->read(head);
    return got && *got == head.size() && std::string_view(head.data(), head.size()) == sqliteMagic;
}

/// The key of the cache; nothing for what cannot be recognised later, such as a pipe.
std::optional<std::string> cacheKey(const std::vector<InputFile>& files) {
    std::vector<SourceFingerprint> fingerprints;
    for (const InputFile& file : files) {
        auto fingerprint = file.path == "-" ? Result<SourceFingerprint>(fail(ErrorCode::FileUnreadable, {}))
                                            : fingerprintOf(file.path, file.shownAs);
        if (!fingerprint) return std::nullopt;
        fingerprints.push_back(std::move(*fingerprint));
    }
    return keyOf(fingerprints);
}

Result<Capture::Parts> loadParts(const std::string& path, const CancelToken& cancel) {
    auto reader = CaptureReader::open(path);
    if (!reader) return fail(reader.error());
    auto stored = (*reader)->load(cancel);
    if (!stored) return fail(stored.error());
    Capture::Parts parts;
    parts.sources = std::move(stored->sources);
    parts.strings = std::move(stored->strings);
    parts.spans = std::move(stored->spans);
    parts.calls = std::move(stored->calls);
    parts.figures = figuresOf(stored->summary);
    parts.fingerprint = (*reader)->fingerprint();
    parts.file = path;
    const auto blob = (*reader)->blob("graph");
    auto graph = blob && *blob ? decodeGraph(**blob, parts.calls) : std::nullopt;
    parts.graph = graph ? std::move(*graph) : deriveGraph(parts.spans, parts.calls, TimeRange{});
    parts.reader = std::move(*reader);
    parts.fromCache = true;
    return parts;
}

OpenOutcome outcomeOf(Capture::Parts parts, const OpenRequest& request, std::vector<Error> unreadable) {
    parts.paths = request.paths;
    return {std::make_shared<const Capture>(std::move(parts)), std::move(unreadable)};
}

/// Where a capture is built and where it then lies.
struct Place {
    std::string building;
    std::shared_ptr<TemporaryFolder> temporary; ///< null: in the cache
};

Result<OpenOutcome> import(const OpenRequest& request, const InputFiles& input, const std::string& key, const Place& place,
                           const CacheFolder& cache) {
    auto writer = CaptureWriter::create(place.building, request.cancel);
    if (!writer) return fail(writer.error());
    auto imported = importFiles(input.files, std::move(*writer), key, request.progress, request.cancel);
    if (!imported) return fail(imported.error());
    std::string path = place.building;
    // A capture made while some file could not be read is not what these files give another time.
    if (!place.temporary) {
        auto published = cache.publish(key, place.building);
        if (!published) return fail(published.error());
        path = std::move(*published);
    }
    auto reader = CaptureReader::open(path);
    if (!reader) return fail(reader.error());

    Capture::Parts parts;
    parts.sources = std::move(imported->sources);
    parts.strings = std::move(imported->strings);
    parts.spans = std::move(imported->spans);
    parts.calls = std::move(imported->calls);
    parts.figures = imported->figures;
    parts.graph = std::move(imported->graph);
    parts.reader = std::move(*reader);
    parts.fingerprint = key;
    parts.file = path;
    parts.temporary = place.temporary;
    std::vector<Error> unreadable = input.unreadable;
    unreadable.insert(unreadable.end(), imported->unreadable.begin(), imported->unreadable.end());
    return outcomeOf(std::move(parts), request, std::move(unreadable));
}

} // namespace

CaptureOpener::CaptureOpener(std::string cacheFolder) : m_cacheFolder(std::move(cacheFolder)) {}

Result<OpenOutcome> CaptureOpener::open(const OpenRequest& request) const {
    const InputFiles input = findInputFiles(request.paths);
    if (input.files.empty()) {
        if (!input.unreadable.empty()) return fail(input.unreadable.front());
        return fail(ErrorCode::FileNotFound, {request.paths.empty() ? std::string() : request.paths.front()});
    }
    if (input.files.size() == 1 && isDatabase(input.files.front().path)) {
        auto parts = loadParts(input.files.front().path, request.cancel);
        if (!parts) return fail(parts.error());
        parts->readOnly = true;
        return outcomeOf(std::move(*parts), request, {});
    }

    const std::optional<std::string> key = cacheKey(input.files);
    const CacheFolder cache(m_cacheFolder);
    const bool useCache = key && !m_cacheFolder.empty() && cache.prepare().has_value();
    if (useCache)
        if (const auto path = cache.find(*key))
            if (auto parts = loadParts(*path, request.cancel)) // a damaged or older one is built anew
                return outcomeOf(std::move(*parts), request, input.unreadable);
    if (request.cancel.cancelled()) return fail(ErrorCode::Cancelled);

    if (useCache) {
        auto outcome = import(request, input, *key, {cache.temporaryPath(*key), nullptr}, cache);
        if (outcome || outcome.error().code != ErrorCode::CacheUnwritable) return outcome;
    }
    auto temporary = TemporaryFolder::create();
    if (!temporary) return fail(temporary.error());
    const auto folder = std::make_shared<TemporaryFolder>(std::move(*temporary));
    return import(request, input, key.value_or(std::string()), {folder->path() + "/capture.hallway", folder}, cache);
}

Status CaptureOpener::exportCapture(const Capture& capture, const std::string& target) const {
    return capture.reader().exportTo(target);
}

std::string defaultCacheFolder() {
    if (const char* const folder = std::getenv("XDG_CACHE_HOME"); folder && *folder == '/') return std::string(folder) + "/hallway";
    if (const char* const home = std::getenv("HOME"); home && *home == '/') return std::string(home) + "/.cache/hallway";
    return {};
}

} // namespace hallway
