#include "decode/Utf8Source.h"

#include "base/Utf8.h"

#include <algorithm>

namespace hallway {

namespace {
constexpr std::size_t chunk = std::size_t{1} << 16;
}

Status takeHead(ByteSource& source, std::string& head, std::size_t wanted) {
    std::size_t size = head.size();
    head.resize(wanted);
    while (size < wanted) {
        const auto got = source.read({head.data() + size, wanted - size});
        if (!got) return fail(got.error());
        if (*got == 0) break;
        size += *got;
    }
    head.resize(size);
    return {};
}

Result<std::size_t> ReplaySource::read(std::span<char> buffer) {
    if (m_given == m_head.size()) return m_rest.read(buffer);
    const std::size_t count = std::min(buffer.size(), m_head.size() - m_given);
    std::copy_n(m_head.data() + m_given, count, buffer.data());
    m_given += count;
    return count;
}

Status Utf8Source::fill() {
    const std::size_t before = m_raw.size();
    m_raw.resize(before + chunk);
    const auto got = m_inner.read({m_raw.data() + before, chunk});
    m_raw.resize(before + got.value_or(0));
    if (!got) return fail(got.error());
    m_ended = *got == 0;
    return {};
}

void Utf8Source::detect() {
    const std::string_view raw = m_raw;
    if (raw.starts_with("\xEF\xBB\xBF")) {
        m_encoding = Encoding::Utf8;
        m_raw.erase(0, 3);
    } else if (raw.starts_with("\xFF\xFE") || raw.starts_with("\xFE\xFF")) {
        m_encoding = raw.front() == '\xFF' ? Encoding::Utf16Little : Encoding::Utf16Big;
        m_raw.erase(0, 2);
    } else if (raw.size() >= 4 && (raw[0] == '{' || raw[0] == '[') && raw[1] == 0 && raw[3] == 0) {
        m_encoding = Encoding::Utf16Little;
    } else if (raw.size() >= 4 && raw[0] == 0 && (raw[1] == '{' || raw[1] == '[') && raw[2] == 0) {
        m_encoding = Encoding::Utf16Big;
    } else {
        m_encoding = Encoding::Utf8;
    }
}

void Utf8Source::transcode(bool atEnd) {
    const std::size_t highByte = m_encoding == Encoding::Utf16Little ? 1 : 0;
    const auto unitAt = [&](std::size_t at) {
        return (static_cast<std::uint32_t>(static_cast<unsigned char>(m_raw[at + highByte])) << 8) |
               static_cast<unsigned char>(m_raw[at + 1 - highByte]);
    };
    std::size_t at = 0;
    while (at + 2 <= m_raw.size()) {
        const std::uint32_t unit = unitAt(at);
        if (unit < 0xD800 || unit > 0xDBFF) {
            appendUtf8(m_text, unit);
            at += 2;
            continue;
        }
        if (at + 4 > m_raw.size() && !atEnd) break;
        const std::uint32_t low = at + 4 <= m_raw.size() ? unitAt(at + 2) : 0;
        const bool isPair = low >= 0xDC00 && low <= 0xDFFF;
        appendUtf8(m_text, isPair ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00) : unit);
        at += isPair ? 4 : 2;
    }
    m_raw.erase(0, at);
}

Result<std::size_t> Utf8Source::read(std::span<char> buffer) {
    if (m_encoding == Encoding::Unknown) {
        while (m_raw.size() < 4 && !m_ended)
            if (const auto filled = fill(); !filled) return fail(filled.error());
        detect();
    }
    if (m_encoding == Encoding::Utf8) {
        if (m_raw.empty()) return m_inner.read(buffer);
        const std::size_t count = std::min(buffer.size(), m_raw.size());
        std::copy_n(m_raw.data(), count, buffer.data());
        m_raw.erase(0, count);
        return count;
    }
    while (m_given == m_text.size()) {
        m_text.clear();
        m_given = 0;
        transcode(m_ended);
        if (!m_text.empty()) break;
        if (m_ended) return std::size_t{0};
        if (const auto filled = fill(); !filled) return fail(filled.error());
    }
    const std::size_t count = std::min(buffer.size(), m_text.size() - m_given);
    std::copy_n(m_text.data() + m_given, count, buffer.data());
    m_given += count;
    return count;
}

} // namespace hallway
