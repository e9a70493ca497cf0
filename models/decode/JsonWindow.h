// A bounded, sliding view of a stream of text: what a decoder of gigabytes holds in memory.
#pragma once

#include "base/Cancellation.h"
#include "base/File.h"
#include "decode/RecordProblems.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace hallway {

struct WindowLimits {
    std::size_t chunk = std::size_t{1}
                        << 20; ///< bytes asked of the source at a time; also the first capacity
    std::size_t maximum = std::size_t{64} << 20; ///< the largest value kept whole
};

/// The bytes from begin() on that are in memory; 64 readable bytes follow them, so that a SIMD reader may
/// overrun.
class JsonWindow final : public PositionSource {
public:
    /// Bytes that are no text have no lines.
    enum class Lines : std::uint8_t { Counted, None };

    JsonWindow(ByteSource& source, WindowLimits limits, CancelToken cancel, Lines lines = Lines::Counted);

    [[nodiscard]] const char* data() const { return m_buffer.get() + m_begin; }
    [[nodiscard]] std::size_t size() const { return m_end - m_begin; }
    [[nodiscard]] std::string_view text() const { return {data(), size()}; }

    /// Reads on; keeps everything from begin() and may move it. False at the end of the stream, when the
    /// window has reached its maximum (isFull()), after an error of the source, or when cancelled.
    bool readMore();
    /// Forgets the first `count` bytes.
    void advance(std::size_t count) { m_begin += count; }

    [[nodiscard]] bool isFull() const { return size() >= m_limits.maximum; }
    /// Of the source, or Cancelled.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    /// Bytes of the stream before begin().
    [[nodiscard]] std::uint64_t offset() const { return m_dropped + m_begin; }
    /// Bytes of the stream read so far.
    [[nodiscard]] std::uint64_t bytesRead() const { return m_dropped + m_end; }
    /// The window begins where a line does.
    [[nodiscard]] bool atLineBegin() const {
        return (m_begin > 0 ? m_buffer[m_begin - 1] : m_before) == '\n';
    }
    /// Offset and line of a byte; without the line if there are none, or once the byte has left the buffer.
    [[nodiscard]] FilePosition positionOf(std::uint64_t offset) override;

    /// Called after each read.
    std::function<void()> onRead;

private:
    void makeRoom();

    ByteSource& m_source;
    WindowLimits m_limits;
    CancelToken m_cancel;
    Lines m_lines;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_capacity = 0;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    char m_before = '\n';        ///< the byte before the buffer
    std::uint64_t m_dropped = 0; ///< bytes of the stream before the buffer
    bool m_ended = false;
    std::optional<Error> m_error;
    // A place whose line is known; others are counted from it.
    std::uint64_t m_lineOffset = 0;
    std::uint64_t m_line = 1;
};

} // namespace hallway
