// A database file that grows page by page, written without SQLite.
#pragma once

#include "base/Result.h"
#include "store/CaptureFormat.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace hallway {

using Page = std::array<char, pageBytes>;
using PageNumber = std::uint32_t; ///< counts from 1

/// Nobody else may have the file open until finish(). Errors of all: DiskFull, CacheUnwritable.
class PageFile {
public:
    /// Takes a file that SQLite has made and closed; new pages go behind its last one.
    [[nodiscard]] static Result<PageFile> open(const std::string& path);
    PageFile(PageFile&& other) noexcept;
    PageFile& operator=(PageFile&&) = delete;
    ~PageFile();

    /// The number the next appended page will have.
    [[nodiscard]] PageNumber next() const { return m_next; }
    /// The number of the page appended after `page`.
    [[nodiscard]] static PageNumber after(PageNumber page);
    [[nodiscard]] Status append(const Page& page);
    /// Takes the place of a page that was there when the file was opened.
    [[nodiscard]] Status replace(PageNumber number, const Page& page);
    /// Writes what is left, and how many pages there are.
    [[nodiscard]] Status finish();

private:
    PageFile(std::string path, int descriptor, PageNumber next);
    [[nodiscard]] Status write(const char* bytes, std::size_t size, std::uint64_t offset) const;
    [[nodiscard]] Status flush();

    std::string m_path;
    int m_descriptor;
    PageNumber m_next;         ///< of the page to come
    std::vector<char> m_ahead; ///< the pages just before it, not yet written
};

} // namespace hallway
