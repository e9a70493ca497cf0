#include "bench/cases/LineReader.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

namespace hallway::bench {

namespace {
constexpr std::size_t pieceBytes = std::size_t{1} << 20;
} // namespace

LineReader::LineReader(const std::string& path, std::size_t padding)
    : m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), m_padding(padding), m_buffer(pieceBytes + padding) {
    if (m_file < 0) throw std::runtime_error(path + " cannot be read");
}

LineReader::~LineReader() { ::close(m_file); }

std::optional<std::string_view> LineReader::next() {
    std::size_t searched = m_begin;
    for (;;) {
        const char* const begin = m_buffer.data() + m_begin;
        const char* const from = m_buffer.data() + searched;
        if (const void* found = std::memchr(from, '\n', m_end - searched)) {
            const auto length = static_cast<std::size_t>(static_cast<const char*>(found) - begin);
            m_begin += length + 1;
            return std::string_view(begin, length);
        }
        const std::size_t pending = m_end - m_begin;
        if (!readMore()) {
            m_begin = m_end;
            if (pending == 0) return std::nullopt;
            return std::string_view(m_buffer.data() + m_end - pending, pending);
        }
        searched = m_begin + pending;
    }
}

bool LineReader::readMore() {
    const std::size_t pending = m_end - m_begin;
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, pending);
    m_begin = 0;
    m_end = pending;
    if (m_end + m_padding >= m_buffer.size()) m_buffer.resize(2 * m_buffer.size());
    const ::ssize_t got = ::read(m_file, m_buffer.data() + m_end, m_buffer.size() - m_padding - m_end);
    if (got < 0) throw std::runtime_error("a file could not be read to its end");
    m_end += static_cast<std::size_t>(got);
    m_bytesRead += static_cast<std::size_t>(got);
    return got > 0;
}

} // namespace hallway::bench
