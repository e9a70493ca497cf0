// The lines of a file, as a plain program would read them: read() in large pieces, memchr() for the end of a
// line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway::bench {

class LineReader {
public:
    /// `padding`: bytes that may be read behind a line. Throws std::runtime_error.
    LineReader(const std::string& path, std::size_t padding);
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;
    ~LineReader();

    /// Without its line break; nothing at the end of the file. Valid until the next call.
    [[nodiscard]] std::optional<std::string_view> next();
    [[nodiscard]] std::size_t bytesRead() const { return m_bytesRead; }

private:
    bool readMore();

    int m_file;
    std::size_t m_padding;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0, m_end = 0; ///< of what is read and not given yet
    std::size_t m_bytesRead = 0;
};

} // namespace hallway::bench
