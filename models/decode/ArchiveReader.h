// Reads a zip or tar archive front to back, entry by entry, by libarchive.
//
//   while (reader.next().value_or(false)) … reader.path(), reader.read(…)
//
// A zip's table of contents, which stands at its end, is not looked at: so pipes and archives that are cut
// are read as far as they go.
#pragma once

#include "decode/Archive.h"
#include "decode/ExpansionGuard.h"
#include "trace/ImportProblems.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

struct archive;
struct archive_entry;

namespace hallway {

/// As a source it is the content of the entry at which it stands; one thread at a time.
class ArchiveReader final : public ByteSource {
public:
    /// An archive of more entries than this is not read to its end.
    static constexpr std::size_t mostEntries = 10'000;

    /// `bytes` and `guard` outlive this. `path` of the archive, to be shown. `stopped` is asked after each
    /// piece of `bytes`.
    ArchiveReader(ArchiveKind kind, std::string path, ByteSource& bytes, ExpansionGuard& guard,
                  std::function<bool()> stopped);

    /// Steps to the next regular file that is not hidden; false at the end. Folders, links and devices are
    /// passed. Errors: those of `bytes` and of the guard, Cancelled.
    [[nodiscard]] Result<bool> next();
    /// Of the entry, to be shown: "a.zip/entry/name".
    [[nodiscard]] const std::string& path() const { return m_entryPath; }
    /// Why this entry cannot be read, e.g. "encrypted entry of a zip archive"; empty if it can.
    [[nodiscard]] const std::string& refusal() const { return m_refusal; }

    /// Errors: those of `bytes` and of the guard, Cancelled; UnsupportedFormat (path, reason).
    Result<std::size_t> read(std::span<char> buffer) override;

    [[nodiscard]] ArchiveKind kind() const { return m_kind; }
    /// Entries so far that next() has stepped to.
    [[nodiscard]] std::size_t entries() const { return m_entries; }
    /// What was wrong with the entry so far.
    [[nodiscard]] const ImportProblems& problemsOfEntry() const { return m_entryProblems; }
    /// What was wrong between the entries so far; places are offsets in the archive.
    [[nodiscard]] const ImportProblems& problems() const { return m_problems; }

private:
    struct Close {
        void operator()(archive* opened) const;
    };
    /// For libarchive: gives the next piece of the archive.
    [[nodiscard]] std::ptrdiff_t feed(const void** piece);
    [[nodiscard]] std::string refusalOf(archive_entry* entry) const;
    Status passEntry();
    Status readBlock();
    [[nodiscard]] bool enter(archive_entry* entry);
    [[nodiscard]] FilePosition headerPlace() const;
    /// Nothing more can be had: said of the entry, or of what is between the entries.
    void endDamaged(ImportProblems& problems);

    ArchiveKind m_kind;
    std::string m_path;
    ByteSource& m_bytes;
    ExpansionGuard& m_guard;
    std::function<bool()> m_stopped;
    std::vector<char> m_piece;
    std::unique_ptr<archive, Close> m_archive;

    std::string m_entryPath;
    std::string m_refusal;
    std::string_view m_block; ///< of the entry, not given yet; libarchive's
    bool m_entryEnded = true;
    std::size_t m_entries = 0;

    std::optional<Error> m_error; ///< of m_bytes
    bool m_bytesEnded = false;
    bool m_ended = false;
    std::uint64_t m_taken = 0;
    ImportProblems m_entryProblems;
    ImportProblems m_problems;
};

} // namespace hallway
