#include "store/AttributeMatcher.h"

#include "trace/Attribute.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace hallway {

namespace {

constexpr double twoTo63 = 9223372036854775808.0;

/// takeVarint(), in place: a scan takes some twenty a span. False where bytes are damaged.
bool take(std::string_view& rest, std::uint64_t& value) {
    const std::size_t size = std::min<std::size_t>(rest.size(), 10);
    value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(rest[i]);
        value |= std::uint64_t{byte & 0x7fu} << (7 * i);
        if (byte >= 0x80) continue;
        rest.remove_prefix(i + 1);
        return true;
    }
    return false;
}

double realOf(std::string_view bytes) {
    static_assert(std::endian::native == std::endian::little);
    double value = 0;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

std::uint64_t packed(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

} // namespace

AttributeMatcher::AttributeMatcher(const AttributePredicate& predicate, const StringPool& strings)
    : m_match(predicate.match), m_poolSize(strings.size()) {
    if (predicate.key) m_key = strings.find(*predicate.key).value();
    if (m_match == Match::Exists) return;
    if (const auto* const text = std::get_if<std::string>(&predicate.value)) wantText(*text, strings);
    if (m_match == Match::Contains) return;
    if (const auto* const integer = std::get_if<std::int64_t>(&predicate.value)) wantInteger(*integer);
    if (const auto* const real = std::get_if<double>(&predicate.value)) wantReal(*real);
    if (const auto* const truth = std::get_if<bool>(&predicate.value)) m_truth = *truth;
}

void AttributeMatcher::wantText(std::string text, const StringPool& strings) {
    m_text = std::move(text);
    const auto want = [this](StringId id) {
        m_pooled.resize(id.index() + 1, false);
        m_pooled[id.index()] = true;
    };
    if (m_match == Match::Equals) {
        if (const StringId id = strings.find(*m_text); id.valid()) want(id);
        return;
    }
    for (std::uint32_t id = 0; id < strings.size(); ++id)
        if (wantsText(strings.text(StringId(id)))) want(StringId(id));
}

void AttributeMatcher::wantInteger(std::int64_t value) {
    m_integer = packed(value);
    const auto real = static_cast<double>(value);
    if (real < twoTo63 && static_cast<std::int64_t>(real) == value) m_real = real;
}

void AttributeMatcher::wantReal(double value) {
    m_real = value;
    if (value >= -twoTo63 && value < twoTo63 && std::trunc(value) == value)
        m_integer = packed(static_cast<std::int64_t>(value));
}

bool AttributeMatcher::wantsPooled(std::uint64_t text) const {
    return text < m_pooled.size() && m_pooled[static_cast<std::size_t>(text)];
}

bool AttributeMatcher::wantsText(std::string_view text) const {
    if (!m_text) return false;
    return m_match == Match::Equals ? text == *m_text : text.find(*m_text) != std::string_view::npos;
}

AttributeMatcher::Answer AttributeMatcher::answer(std::string_view rest) const {
    while (!rest.empty()) {
        std::uint64_t key = 0, value = 0;
        if (!take(rest, key) || key >= m_poolSize || rest.empty()) return Answer::Damaged;
        const auto type = static_cast<ValueType>(rest.front());
        rest.remove_prefix(1);
        bool fits = m_match == Match::Exists;
        switch (type) {
        case ValueType::Null:
            break;
        case ValueType::False:
        case ValueType::True:
            fits = fits || m_truth == (type == ValueType::True);
            break;
        case ValueType::Int:
            if (!take(rest, value)) return Answer::Damaged;
            fits = fits || m_integer == value;
            break;
        case ValueType::Double:
            if (rest.size() < sizeof(double)) return Answer::Damaged;
            fits = fits || m_real == realOf(rest);
            rest.remove_prefix(sizeof(double));
            break;
        case ValueType::PooledText:
            if (!take(rest, value) || value >= m_poolSize) return Answer::Damaged;
            fits = fits || wantsPooled(value);
            break;
        case ValueType::Text:
        case ValueType::Bytes:
        case ValueType::Json:
            if (!take(rest, value) || value > rest.size()) return Answer::Damaged;
            fits = fits || (type != ValueType::Bytes && (!m_key || key == *m_key) &&
                            wantsText(rest.substr(0, static_cast<std::size_t>(value))));
            rest.remove_prefix(static_cast<std::size_t>(value));
            break;
        default:
            return Answer::Damaged;
        }
        if (fits && (!m_key || key == *m_key)) return Answer::Yes;
    }
    return Answer::No;
}

} // namespace hallway
