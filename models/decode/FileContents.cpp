#include "decode/FileContents.h"

#include "decode/ArchiveReader.h"
#include "decode/PeeledFile.h"
#include "decode/Utf8Source.h"

#include <utility>

namespace hallway {

/// The file or an entry.
struct FileContents::Level {
    Level(ByteSource& source, std::string shownAs, ExpansionGuard& guard, const CancelToken& cancel,
          ReadAhead ahead)
        : bytes(source), path(std::move(shownAs)), peeled(bytes, guard, cancel, ahead) {}

    CountingSource bytes;
    std::string path;
    PeeledFile peeled;
    std::unique_ptr<ReplaySource> content;  ///< without its layers of compression
    std::unique_ptr<ArchiveReader> archive; ///< if that is what it is
    std::string refusal;                    ///< why it is not read
    std::optional<Error> error;             ///< on the way to what it is, or to the archive's next entry
};

FileContents::FileContents(ByteSource& file, std::string shownAs, ExpansionLimits limits, CancelToken cancel)
    : m_file(file), m_shownAs(std::move(shownAs)), m_guard(m_shownAs, m_file, limits),
      m_cancel(std::move(cancel)) {}

FileContents::~FileContents() {
    while (!m_levels.empty()) // each reads from the one before
        m_levels.pop_back();
}

const std::string& FileContents::path() const { return m_levels.back()->path; }

bool FileContents::next() {
    if (!std::exchange(m_hasBegun, true))
        enter(m_file, m_shownAs);
    else if (!m_levels.empty())
        m_levels.pop_back(); // it was decoded
    while (!m_hasFailed && !m_levels.empty()) {
        Level& level = *m_levels.back();
        if (!level.archive) return true;
        const auto more = level.archive->next();
        if (!more) {
            level.error = more.error();
            return true;
        }
        if (*more) {
            enter(*level.archive, level.archive->path());
            continue;
        }
        ImportProblems problems;
        (void)describe(level, problems);
        if (!problems.isEmpty() || level.archive->entries() == 0) return true;
        m_levels.pop_back();
    }
    return false;
}

void FileContents::enter(ByteSource& bytes, std::string path) {
    const ArchiveReader* const parent = m_levels.empty() ? nullptr : m_levels.back()->archive.get();
    const bool takesTime = parent != nullptr && parent->kind() == ArchiveKind::Zip; // it is inflated there
    m_levels.push_back(std::make_unique<Level>(bytes, std::move(path), m_guard, m_cancel,
                                               takesTime ? ReadAhead::Always : ReadAhead::WhereCompressed));
    Level& level = *m_levels.back();
    if (parent != nullptr) level.refusal = parent->refusal();
    if (!level.refusal.empty()) return;
    if (const Status looked = look(level); !looked) level.error = looked.error();
}

Status FileContents::look(Level& level) {
    if (const Status peeled = level.peeled.peel(); !peeled) return peeled;
    std::string head;
    if (const Status taken = takeHead(level.peeled.content(), head, archiveMagicBytes); !taken) return taken;
    const auto kind = archiveOf(head);
    level.content = std::make_unique<ReplaySource>(std::move(head), level.peeled.content());
    if (!kind) return {};
    if (m_levels.size() > mostArchives)
        level.refusal = "more than two archives in one another";
    else
        level.archive = std::make_unique<ArchiveReader>(*kind, level.path, *level.content, m_guard,
                                                        [cancel = m_cancel] { return cancel.cancelled(); });
    return {};
}

Result<DecodedFile> FileContents::decode(DecodeContext& context, WindowLimits limits) {
    Level& level = *m_levels.back();
    const auto progress = std::exchange(context.progress, {});
    if (progress)
        context.progress = [&](std::uint64_t, std::uint64_t spans) { progress(bytesRead(), spans); };
    context.expansion = &m_guard;
    auto decoded = decodeLevel(level, context, limits);
    context.progress = progress;
    context.expansion = nullptr;
    const bool isOfEntry = decoded || decoded.error().code == ErrorCode::NotRecognised ||
                           decoded.error().code == ErrorCode::UnsupportedFormat;
    m_hasFailed = !isOfEntry;
    return decoded;
}

Result<DecodedFile> FileContents::decodeLevel(Level& level, DecodeContext& context, WindowLimits limits) {
    if (!level.refusal.empty()) return fail(ErrorCode::UnsupportedFormat, {level.path, level.refusal});
    if (level.archive) return describe(level, context.problems);
    // Where the file was cut says more than what that did to its last record: it is said first.
    ImportProblems before = std::exchange(context.problems, {});
    auto decoded =
        level.error ? fail(*level.error) : decodeContent(*level.content, level.path, context, limits);
    ImportProblems ofContent = std::exchange(context.problems, std::move(before));
    ImportProblems ofLayers;
    level.peeled.finish(ofLayers); // ends its thread, which may be reading the entry
    if (m_levels.size() > 1)
        context.problems.merge(m_levels[m_levels.size() - 2]->archive->problemsOfEntry());
    for (const ImportProblems* found : {&ofLayers, &ofContent})
        for (const Problem& problem : found->list())
            context.problems.add(problem.code, problem.position, problem.detail, problem.count);
    if (decoded) decoded->bytes = level.bytes.count();
    return decoded;
}

Result<DecodedFile> FileContents::describe(Level& level, ImportProblems& problems) const {
    if (level.error) return fail(*level.error);
    level.peeled.finish(problems);
    problems.merge(level.archive->problems());
    return DecodedFile{std::string(nameOf(level.archive->kind())), level.bytes.count(), 0, 1};
}

Result<DecodedFile> decodeFile(ByteSource& file, const std::string& path, DecodeContext& context,
                               WindowLimits limits, ExpansionLimits expansion) {
    FileContents contents(file, path, expansion, context.cancel);
    (void)contents.next(); // there is always a first one
    return contents.decode(context, limits);
}

} // namespace hallway
