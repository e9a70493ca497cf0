#include "store/RecordReader.h"

#include <array>

namespace hallway {

namespace {

constexpr std::uint64_t typeZero = 8, typeOne = 9, typeBlob = 12;
/// Bytes of a value whose type is less than typeBlob; the last two are kept for SQLite itself.
constexpr std::array<std::uint8_t, typeBlob> bytesOfType{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
constexpr std::uint64_t largestInteger = 6;

std::uint64_t bytesOf(std::uint64_t type) {
    return type < typeBlob ? bytesOfType[static_cast<std::size_t>(type)] : (type - typeBlob) / 2;
}

} // namespace

std::optional<std::int64_t> RecordValue::integer() const {
    if (m_type == typeZero || m_type == typeOne) return m_type == typeOne ? 1 : 0;
    if (m_type == 0 || m_type > largestInteger) return std::nullopt;
    auto value = static_cast<std::int64_t>(static_cast<signed char>(m_bytes.front()));
    for (const char byte : m_bytes.substr(1))
        value = value * 256 + static_cast<unsigned char>(byte);
    return value;
}

std::optional<std::string_view> RecordValue::bytes() const {
    if (m_type != 0 && m_type < typeBlob) return std::nullopt;
    return m_bytes;
}

RecordReader::RecordReader(std::string_view record) : m_types(record) {
    std::uint64_t header = 0;
    const bool isWhole =
        takeSqlVarint(m_types, header) && header <= record.size() && header >= record.size() - m_types.size();
    m_isDamaged = !isWhole;
    m_values = record.substr(isWhole ? static_cast<std::size_t>(header) : record.size());
    m_types = isWhole ? m_types.substr(0, m_types.size() - m_values.size()) : std::string_view();
}

RecordValue RecordReader::next() {
    std::uint64_t type = 0;
    if (m_types.empty()) return {};
    const bool isWhole = takeSqlVarint(m_types, type) && bytesOf(type) <= m_values.size();
    if (!isWhole) {
        m_isDamaged = true;
        m_types = {};
        return {};
    }
    const std::string_view bytes = m_values.substr(0, static_cast<std::size_t>(bytesOf(type)));
    m_values.remove_prefix(bytes.size());
    return {type, bytes};
}

void RecordReader::skip(int values) {
    for (int i = 0; i < values; ++i)
        static_cast<void>(next());
}

} // namespace hallway
