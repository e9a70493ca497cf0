#include "store/RecordBuilder.h"

#include <bit>
#include <cstring>

namespace hallway {

namespace {

/// How an integer of so many significant bits (without the sign) is stored: SQLite's type and its bytes.
struct IntegerForm {
    std::uint8_t type;
    std::uint8_t bytes;
};

constexpr IntegerForm formOf(int bits) {
    if (bits < 8) return {1, 1};
    if (bits < 16) return {2, 2};
    if (bits < 24) return {3, 3};
    if (bits < 32) return {4, 4};
    if (bits < 48) return {5, 6};
    return {6, 8};
}

constexpr auto integerForms = [] {
    std::array<IntegerForm, 64> forms{};
    for (std::size_t bits = 0; bits < forms.size(); ++bits)
        forms[bits] = formOf(static_cast<int>(bits));
    return forms;
}();

constexpr std::uint64_t typeZero = 8, typeOne = 9, typeBlob = 12, typeText = 13;

} // namespace

std::size_t putSqlVarint(char* target, std::uint64_t value) {
    const std::size_t size = (static_cast<std::size_t>(std::bit_width(value | 1)) + 6) / 7;
    for (std::size_t i = size; i-- > 0; value >>= 7)
        target[i] = static_cast<char>((value & 0x7f) | (i + 1 < size ? 0x80u : 0u));
    return size;
}

void RecordBuilder::clear() {
    m_typesEnd = 0;
    m_end = maximumHeader;
}

void RecordBuilder::addType(std::uint64_t type) {
    if (type < 0x80)
        m_types[m_typesEnd++] = static_cast<char>(type);
    else
        m_typesEnd += putSqlVarint(m_types.data() + m_typesEnd, type);
}

char* RecordBuilder::room(std::size_t bytes) {
    if (m_values.size() - m_end < bytes) m_values.resize(m_values.size() * 2 + bytes);
    return m_values.data() + m_end;
}

void RecordBuilder::addNull() { addType(0); }

void RecordBuilder::add(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    if (bits <= 1) return addType(bits == 0 ? typeZero : typeOne);
    const IntegerForm form =
        integerForms[static_cast<std::size_t>(std::bit_width(bits ^ (value < 0 ? ~0ULL : 0)))];
    addType(form.type);
    const std::uint64_t bigEndian = __builtin_bswap64(bits << (64 - 8 * form.bytes));
    std::memcpy(room(sizeof bigEndian), &bigEndian, sizeof bigEndian);
    m_end += form.bytes;
}

void RecordBuilder::addBytes(std::string_view value) {
    if (!value.empty()) std::memcpy(room(value.size()), value.data(), value.size());
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
