#include "session/CaptureOpener.h"

#include "session/Importer.h"
#include "session/InputFiles.h"
#include "session/SourceIdentity.h"
#include "session/StoredCaptures.h"
#include "session/TemporaryFolder.h"
#include "store/CacheFolder.h"
#include "store/CaptureReader.h"

#include <unistd.h>

#include <cstdlib>

namespace hallway {

namespace {

/// A capture holds calls that are built; it cannot be joined with spans whose calls are not.
void separateCaptures(InputFiles& input) {
    std::erase_if(input.files, [&input](const InputFile& file) {
        if (!isCapture(file.path)) return false;
        input.unreadable.push_back({ErrorCode::UnsupportedFormat,
                                    {file.shownAs, "a capture of Hallway, which opens only alone"},
                                    std::nullopt});
        return true;
    });
}

OpenOutcome outcomeOf(Capture::Parts parts, const OpenRequest& request, std::vector<Error> unreadable,
                      const std::vector<Error>& more = {}) {
    parts.paths = request.paths;
    unreadable.insert(unreadable.end(), more.begin(), more.end());
    return {std::make_shared<const Capture>(std::move(parts)), std::move(unreadable)};
}

/// Removes a file that is built, unless it has got another name by then.
class Unpublished {
public:
    explicit Unpublished(std::string path) : m_path(std::move(path)) {}
    Unpublished(const Unpublished&) = delete;
    Unpublished& operator=(const Unpublished&) = delete;
    ~Unpublished() { ::unlink(m_path.c_str()); }
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

using Folder = std::shared_ptr<TemporaryFolder>;

Result<Folder> temporaryFolder() {
    auto folder = TemporaryFolder::create();
    if (!folder) return fail(folder.error());
    return std::make_shared<TemporaryFolder>(std::move(*folder));
}

std::string captureIn(const Folder& folder) { return folder->path() + "/capture.hallway"; }

Result<Imported> importTo(const std::string& path, const OpenRequest& request, const InputFiles& input,
                          const std::string& fingerprint) {
    auto writer = CaptureWriter::create(path, request.cancel);
    if (!writer) return fail(writer.error());
    return importFiles(input.files, std::move(*writer), fingerprint, request.progress, request.cancel,
                       request.limits);
}

/// `folder`: what holds `path`; null: the cache.
Result<OpenOutcome> openImported(Imported imported, const std::string& path, Folder folder,
                                 const std::string& fingerprint, const OpenRequest& request,
                                 const InputFiles& input) {
    auto reader = CaptureReader::open(path);
    if (!reader) return fail(reader.error());
    Capture::Parts parts;
    parts.sources = std::move(imported.sources);
    parts.strings = std::move(imported.strings);
    parts.spans = std::move(imported.spans);
    parts.calls = std::move(imported.calls);
    parts.figures = imported.figures;
    parts.graph = std::move(imported.graph);
    parts.reader = std::move(*reader);
    parts.file = path;
    parts.temporary = std::move(folder);
    parts.fingerprint = fingerprint;
    return outcomeOf(std::move(parts), request, input.unreadable, imported.unreadable);
}

/// Takes a finished capture out of the cache folder, to go with its owner.
Result<Folder> moveToTemporaryFolder(const std::string& path, const CancelToken& cancel) {
    auto folder = temporaryFolder();
    if (!folder) return folder;
    const auto reader = CaptureReader::open(path);
    if (!reader) return fail(reader.error());
    if (const Status copied = (*reader)->exportTo(captureIn(*folder), cancel); !copied)
        return fail(copied.error());
    return folder;
}

Result<OpenOutcome> importIntoCache(const OpenRequest& request, const InputFiles& input,
                                    const SourceIdentity& identity, const CacheFolder& cache) {
    const Unpublished building(cache.temporaryPath(identity.cacheKey));
    auto imported = importTo(building.path(), request, input, identity.fingerprint);
    if (!imported) return fail(imported.error());
    if (!imported->isLasting) {
        auto folder = moveToTemporaryFolder(building.path(), request.cancel);
        if (!folder) return fail(folder.error());
        const std::string path = captureIn(*folder);
        return openImported(std::move(*imported), path, std::move(*folder), identity.fingerprint, request,
                            input);
    }
    if (request.cancel.cancelled()) return fail(ErrorCode::Cancelled);
    const auto path = cache.publish(identity.cacheKey, building.path());
    if (!path) return fail(path.error());
    return openImported(std::move(*imported), *path, nullptr, identity.fingerprint, request, input);
}

Result<OpenOutcome> importAside(const OpenRequest& request, const InputFiles& input,
                                const std::string& fingerprint) {
    auto folder = temporaryFolder();
    if (!folder) return fail(folder.error());
    const std::string path = captureIn(*folder);
    auto imported = importTo(path, request, input, fingerprint);
    if (!imported) return fail(imported.error());
    return openImported(std::move(*imported), path, std::move(*folder), fingerprint, request, input);
}

Result<OpenOutcome> openExported(const std::string& path, const OpenRequest& request) {
    auto loaded = loadCapture(path, request.cancel);
    if (!loaded) return fail(loaded.error());
    loaded->parts.readOnly = true;
    return outcomeOf(std::move(loaded->parts), request,
                     {}); // what its maker could not read is not asked for now
}

/// Nothing if there is none, or none to be trusted.
std::optional<OpenOutcome> openCached(const OpenRequest& request, const InputFiles& input,
                                      const SourceIdentity& identity, const CacheFolder& cache) {
    const auto path = cache.find(identity.cacheKey);
    if (!path) return std::nullopt;
    auto loaded = loadCapture(*path, request.cancel);
    if (!loaded || loaded->parts.fingerprint != identity.fingerprint) return std::nullopt;
    return outcomeOf(std::move(loaded->parts), request, input.unreadable, loaded->refused);
}

} // namespace

CaptureOpener::CaptureOpener(std::string cacheFolder) : m_cacheFolder(std::move(cacheFolder)) {}

Result<OpenOutcome> CaptureOpener::open(const OpenRequest& request) const {
    InputFiles input = findInputFiles(request.paths);
    if (request.cancel.cancelled()) return fail(ErrorCode::Cancelled);
    if (input.files.size() == 1 && isDatabase(input.files.front().path))
        return openExported(input.files.front().path, request);
    separateCaptures(input);
    if (input.files.empty())
        return input.unreadable.empty() ? fail(ErrorCode::FileNotFound, {std::string()})
                                        : fail(input.unreadable.front());

    const std::optional<SourceIdentity> identity = identityOf(input.files);
    const CacheFolder cache(m_cacheFolder);
    if (!identity || m_cacheFolder.empty() || !cache.prepare())
        return importAside(request, input, identity ? identity->fingerprint : std::string());
    if (auto cached = openCached(request, input, *identity, cache)) return std::move(*cached);
    if (request.cancel.cancelled()) return fail(ErrorCode::Cancelled);
    auto imported = importIntoCache(request, input, *identity, cache);
    if (imported || imported.error().code != ErrorCode::CacheUnwritable) return imported;
    return importAside(request, input, identity->fingerprint);
}

Status CaptureOpener::exportCapture(const Capture& capture, const std::string& target) const {
    return capture.reader().exportTo(target);
}

std::string defaultCacheFolder() {
    if (const char* const folder = std::getenv("XDG_CACHE_HOME"); folder && *folder == '/')
        return std::string(folder) + "/hallway";
    if (const char* const home = std::getenv("HOME"); home && *home == '/')
        return std::string(home) + "/.cache/hallway";
    return {};
}

} // namespace hallway
