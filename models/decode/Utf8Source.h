// Sources of bytes put in front of another one.
#pragma once

#include "base/File.h"

#include <cstdint>
#include <string>

namespace hallway {

/// Lets `head` grow to `wanted` bytes from the source; fewer only at its end. Errors: those of the source.
Status takeHead(ByteSource& source, std::string& head, std::size_t wanted);

/// Gives `head`, which was read from `rest` to look at it, and then the rest. `rest` outlives this.
class ReplaySource final : public ByteSource {
public:
    ReplaySource(std::string head, ByteSource& rest) : m_head(std::move(head)), m_rest(rest) {}
    Result<std::size_t> read(std::span<char> buffer) override;

private:
    std::string m_head;
    std::size_t m_given = 0;
    ByteSource& m_rest;
};

/// Text as UTF-8 without its byte-order mark: UTF-16 of either byte order is transcoded, everything else
/// passes as it is. Offsets behind it are those of the UTF-8 text.
class Utf8Source final : public ByteSource {
public:
    explicit Utf8Source(ByteSource& inner) : m_inner(inner) {}
    Result<std::size_t> read(std::span<char> buffer) override;

private:
    enum class Encoding : std::uint8_t { Unknown, Utf8, Utf16Little, Utf16Big };

    Status fill();
    void detect();
    void transcode(bool atEnd);

    ByteSource& m_inner;
    Encoding m_encoding = Encoding::Unknown;
    std::string m_raw;  ///< not transcoded yet
    std::string m_text; ///< not given yet, from m_given on
    std::size_t m_given = 0;
    bool m_ended = false;
};

} // namespace hallway
