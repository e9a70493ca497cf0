#include "decode/JsonWindow.h"

#include "decode/BracketScan.h"

#include <algorithm>
#include <cstring>

namespace hallway {

namespace {

/// With the bytes that may be read past its end.
std::unique_ptr<char[]> newBuffer(std::size_t capacity) {
    auto buffer = std::make_unique_for_overwrite<char[]>(capacity + BracketScan::blockBytes);
    std::memset(buffer.get() + capacity, 0, BracketScan::blockBytes);
    return buffer;
}

} // namespace

JsonWindow::JsonWindow(ByteSource& source, WindowLimits limits, CancelToken cancel, Lines lines)
    : m_source(source), m_limits(limits), m_cancel(std::move(cancel)), m_lines(lines),
      m_capacity(std::max<std::size_t>(limits.chunk, 1)) {
    m_buffer = newBuffer(m_capacity);
}

void JsonWindow::makeRoom() {
    if (m_capacity - m_end >= (m_limits.chunk + 1) / 2) return;
    (void)positionOf(offset()); // the lines of what is about to go must be counted first
    if (m_begin > 0) m_before = m_buffer[m_begin - 1];
    const std::size_t kept = size();
    if (m_capacity - kept < (m_limits.chunk + 1) / 2) {
        const std::size_t capacity = std::min(m_capacity * 2, std::max(m_limits.maximum, m_limits.chunk));
        if (capacity > m_capacity) {
            auto buffer = newBuffer(capacity);
            std::memcpy(buffer.get(), data(), kept);
            m_buffer = std::move(buffer);
            m_capacity = capacity;
            m_dropped += m_begin;
            m_begin = 0;
            m_end = kept;
            return;
        }
    }
    std::memmove(m_buffer.get(), data(), kept);
    m_dropped += m_begin;
    m_begin = 0;
    m_end = kept;
}

bool JsonWindow::readMore() {
    if (m_ended) return false;
    if (m_cancel.cancelled()) {
        m_error = Error{ErrorCode::Cancelled, {}, std::nullopt};
        m_ended = true;
        return false;
    }
    makeRoom();
    if (m_capacity == m_end) return false; // full
    const auto got = m_source.read({m_buffer.get() + m_end, std::min(m_capacity - m_end, m_limits.chunk)});
    if (!got) m_error = got.error();
    m_ended = !got || *got == 0;
    if (m_ended) return false;
    m_end += *got;
    if (onRead) onRead();
    return true;
}

FilePosition JsonWindow::positionOf(std::uint64_t offset) {
    const std::uint64_t first = m_dropped;
    if (m_lines == Lines::None || offset < first)
        return {offset, std::nullopt}; // its line was not asked for in time
    const std::uint64_t last = m_dropped + m_end;
    const std::uint64_t wanted = std::clamp(offset, first, last);
    const auto linesBetween = [&](std::uint64_t from, std::uint64_t to) {
        const char* at = m_buffer.get() + (from - first);
        const char* const end = m_buffer.get() + (to - first);
        std::uint64_t lines = 0;
        // memchr: most exports have long lines.
        while (at != end) {
            const auto* const found =
                static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
            if (found == nullptr) break;
            ++lines;
            at = found + 1;
        }
        return lines;
    };
    const std::uint64_t known = std::clamp(m_lineOffset, first, last);
    if (wanted >= known)
        m_line += linesBetween(known, wanted);
    else
        m_line -= linesBetween(wanted, known);
    m_lineOffset = wanted;
    return {offset, m_line};
}

} // namespace hallway
