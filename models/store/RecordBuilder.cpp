#include "store/RecordBuilder.h"

#include <cstring>

namespace hallway {

namespace {

constexpr std::uint64_t typeBlob = 12, typeText = 13;

} // namespace

std::size_t putSqlVarint(char* target, std::uint64_t value) {
    const std::size_t size = (static_cast<std::size_t>(std::bit_width(value | 1)) + 6) / 7;
    for (std::size_t i = size; i-- > 0; value >>= 7)
        target[i] = static_cast<char>((value & 0x7f) | (i + 1 < size ? 0x80u : 0u));
    return size;
}

void RecordBuilder::addLongType(std::uint64_t type) {
    m_typesEnd += putSqlVarint(m_types.data() + m_typesEnd, type);
}

void RecordBuilder::addBytes(std::string_view value) {
    const std::size_t needed = m_end + value.size() + integerRoom;
    if (needed > m_values.size()) m_values.resize(2 * needed);
    if (!value.empty()) std::memcpy(m_values.data() + m_end, value.data(), value.size());
    m_end += value.size();
}

void RecordBuilder::addText(std::string_view value) {
    addType(2 * value.size() + typeText);
    addBytes(value);
}

void RecordBuilder::addBlob(std::string_view value) {
    addType(2 * value.size() + typeBlob);
    addBytes(value);
}

std::string_view RecordBuilder::bytes() {
    char* const begin = m_values.data() + maximumHeader - m_typesEnd - 1;
    *begin = static_cast<char>(m_typesEnd + 1);
    std::memcpy(begin + 1, m_types.data(), m_typesEnd);
    return {begin, static_cast<std::size_t>(m_values.data() + m_end - begin)};
}

} // namespace hallway
