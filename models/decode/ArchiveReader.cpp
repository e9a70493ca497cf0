#include "decode/ArchiveReader.h"

#include "base/FormatText.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

namespace hallway {

namespace {

constexpr std::size_t pieceBytes = std::size_t{128} << 10;

/// Names need not be text of the locale, nor text at all.
std::string nameOf(archive_entry* entry) {
    const char* name = ::archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = ::archive_entry_pathname(entry);
    return name == nullptr ? std::string() : name;
}

} // namespace

void ArchiveReader::Close::operator()(archive* opened) const { ::archive_read_free(opened); }

ArchiveReader::ArchiveReader(ArchiveKind kind, std::string path, ByteSource& bytes, ExpansionGuard& guard,
                             std::function<bool()> stopped)
    : m_kind(kind), m_path(std::move(path)), m_bytes(bytes), m_guard(guard), m_stopped(std::move(stopped)),
      m_piece(pieceBytes), m_archive(::archive_read_new()) {
    if (m_archive == nullptr) throw std::bad_alloc();
    if (kind == ArchiveKind::Zip) {
        ::archive_read_support_format_zip_streamable(m_archive.get());
    } else {
        ::archive_read_support_format_tar(m_archive.get());
        ::archive_read_set_options(m_archive.get(), "tar:read_concatenated_archives");
    }
    const auto read = [](archive*, void* reader, const void** piece) -> la_ssize_t {
        return static_cast<ArchiveReader*>(reader)->feed(piece);
    };
    ::archive_read_open(m_archive.get(), this, nullptr, read, nullptr);
}

std::ptrdiff_t ArchiveReader::feed(const void** piece) {
    if (m_stopped()) m_error = Error{ErrorCode::Cancelled, {}, std::nullopt};
    if (m_error) return ARCHIVE_FATAL;
    try {
        const auto got = m_bytes.read(m_piece);
        if (!got) m_error = got.error();
        if (!got) return ARCHIVE_FATAL;
        m_bytesEnded = *got == 0;
        m_taken += *got;
        *piece = m_piece.data();
        return static_cast<std::ptrdiff_t>(*got);
    } catch (const std::exception& exception) { // may not pass through libarchive
        m_error = Error{ErrorCode::Internal, {exception.what()}, std::nullopt};
        return ARCHIVE_FATAL;
    }
}

std::string ArchiveReader::refusalOf(archive_entry* entry) const {
    const std::string ofArchive = " of a " + std::string(hallway::nameOf(m_kind)) + " archive";
    if (::archive_entry_is_encrypted(entry) != 0) return "encrypted entry" + ofArchive;
    if (::archive_entry_sparse_count(entry) != 0) return "sparse file" + ofArchive;
    return {};
}

FilePosition ArchiveReader::headerPlace() const {
    return {static_cast<std::uint64_t>(::archive_read_header_position(m_archive.get())), std::nullopt};
}

void ArchiveReader::endDamaged(ImportProblems& problems) {
    m_ended = true;
    m_entryEnded = true;
    const std::string archive = "the " + std::string(hallway::nameOf(m_kind)) + " archive ";
    const char* const reason = ::archive_error_string(m_archive.get());
    if (m_bytesEnded)
        problems.add(ProblemCode::TruncatedFile, FilePosition{m_taken, std::nullopt},
                     archive + "ends too early");
    else
        problems.add(ProblemCode::TruncatedFile, headerPlace(),
                     archive + "is damaged (" + (reason == nullptr ? "invalid data" : reason) +
                         "), what follows is lost");
}

/// To the end of the entry, so that the guard sees what it expands to.
Status ArchiveReader::passEntry() {
    if (m_kind == ArchiveKind::Tar || !m_refusal.empty()) return {}; // libarchive passes it
    while (!m_entryEnded) {
        const Status got = readBlock();
        if (!got && got.error().code != ErrorCode::UnsupportedFormat) return got;
    }
    return {};
}

Result<bool> ArchiveReader::next() {
    bool isBroken = false; // since the last entry: what cannot be understood is passed
    for (;;) {
        if (const Status passed = passEntry(); !passed) return fail(passed.error());
        m_block = {};
        m_entryProblems = {};
        if (m_ended) return false;
        archive_entry* entry = nullptr;
        const int result = ::archive_read_next_header(m_archive.get(), &entry);
        if (m_error) return fail(*m_error);
        if (result == ARCHIVE_EOF) {
            m_ended = true;
        } else if (result == ARCHIVE_FATAL) {
            endDamaged(m_problems);
        } else if (result == ARCHIVE_RETRY || result == ARCHIVE_FAILED) {
            if (!std::exchange(isBroken, true))
                m_problems.add(ProblemCode::BrokenRecord, headerPlace(), "an entry whose header is damaged");
        } else if (enter(entry)) {
            return true;
        }
    }
}

/// False if the entry is to be passed.
bool ArchiveReader::enter(archive_entry* entry) {
    m_entryEnded = false;
    m_refusal = refusalOf(entry);
    const std::string name = nameOf(entry);
    if (::archive_entry_filetype(entry) != AE_IFREG || ::archive_entry_hardlink(entry) != nullptr ||
        isHiddenEntry(name))
        return false;
    if (m_entries == mostEntries) {
        m_problems.add(ProblemCode::UnreadableFile, std::nullopt,
                       "it has more than " + format::countExact(mostEntries) +
                           " entries; those behind them were left out");
        m_ended = true;
        m_entryEnded = true;
        return false;
    }
    ++m_entries;
    m_entryPath = m_path + '/' + shownEntry(name);
    return true;
}

Status ArchiveReader::readBlock() {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = ::archive_read_data_block(m_archive.get(), &block, &size, &offset);
    if (m_error) return fail(*m_error);
    m_entryEnded = result != ARCHIVE_OK;
    m_block = {static_cast<const char*>(block), size}; // also with what is wrong behind it
    if (result == ARCHIVE_FAILED)
        return fail(ErrorCode::UnsupportedFormat, {m_entryPath, ::archive_error_string(m_archive.get())});
    if (result == ARCHIVE_FATAL) endDamaged(m_entryProblems);
    if (result == ARCHIVE_WARN)
        m_entryProblems.add(ProblemCode::TruncatedFile, std::nullopt,
                            "the entry of the archive is damaged (incorrect length or data check)");
    if (m_kind == ArchiveKind::Tar) return {}; // in which nothing is compressed
    return m_guard.add(size);
}

Result<std::size_t> ArchiveReader::read(std::span<char> buffer) {
    while (m_block.empty() && !m_entryEnded)
        if (const Status got = readBlock(); !got) return fail(got.error());
    const std::size_t count = std::min(buffer.size(), m_block.size());
    std::copy_n(m_block.begin(), count, buffer.begin());
    m_block.remove_prefix(count);
    return count;
}

} // namespace hallway
