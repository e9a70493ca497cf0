// What a file holds: itself, or the entries of an archive, and of archives in it.
//
//   FileContents contents(*file, "a.zip", limits, cancel);
//   while (contents.next()) … contents.path(), contents.decode(context)
#pragma once

#include "base/ExpansionLimits.h"
#include "decode/DecoderRegistry.h"
#include "decode/ExpansionGuard.h"

#include <memory>
#include <string>
#include <vector>

namespace hallway {

class FileContents {
public:
    /// Archives in one another, the outermost one counted.
    static constexpr std::size_t mostArchives = 2;

    /// `file` outlives this. `shownAs`: for paths and errors.
    FileContents(ByteSource& file, std::string shownAs, ExpansionLimits limits, CancelToken cancel);
    ~FileContents();

    /// Steps to the next content; false at the end, which comes at once where the file failed. An archive
    /// itself comes behind its entries if something is to be said about it, or if it has none.
    [[nodiscard]] bool next();
    /// `shownAs`; of an entry "a.zip/entry/name", to be shown only. Valid until next().
    [[nodiscard]] const std::string& path() const;
    /// Takes off up to three layers of compression, detects the format by content and decodes the whole
    /// stream; to be called once for each content. Of an archive itself it only adds the problems.
    /// Bad records are counted in context.problems; their positions are those in the decompressed UTF-8 text,
    /// and only what is wrong with compressed data or an archive has its place there. DecodedFile::bytes are
    /// those of the file, or of the entry.
    /// Errors: NotRecognised (path, begin of the content made printable), UnsupportedFormat (path, name),
    /// FileUnreadable (also where a limit on expansion is passed; nothing follows), Cancelled. On an error
    /// nothing handed to the sink may be trusted to be complete.
    [[nodiscard]] Result<DecodedFile> decode(DecodeContext& context, WindowLimits limits = {});

    /// Of the file, so far; from any thread.
    [[nodiscard]] std::uint64_t bytesRead() const { return m_file.count(); }

private:
    struct Level;
    void enter(ByteSource& bytes, std::string path);
    [[nodiscard]] Status look(Level& level);
    [[nodiscard]] Result<DecodedFile> decodeLevel(Level& level, DecodeContext& context, WindowLimits limits);
    [[nodiscard]] Result<DecodedFile> describe(Level& archive, ImportProblems& problems) const;

    CountingSource m_file;
    std::string m_shownAs;
    ExpansionGuard m_guard;
    CancelToken m_cancel;
    std::vector<std::unique_ptr<Level>> m_levels; ///< the file, an entry of it, an entry of that
    bool m_hasBegun = false;
    bool m_hasFailed = false;
};

/// The first content of a file, for callers that know there is but one.
[[nodiscard]] Result<DecodedFile> decodeFile(ByteSource& file, const std::string& path,
                                             DecodeContext& context, WindowLimits limits = {},
                                             ExpansionLimits expansion = {});

} // namespace hallway
