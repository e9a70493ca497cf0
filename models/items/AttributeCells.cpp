#include "items/AttributeCells.h"

#include "base/FormatText.h"
#include "items/FigureText.h"

#include <algorithm>
#include <compare>
#include <numeric>
#include <tuple>

namespace hallway {

namespace {

bool isNumber(const NamedValue& value) {
    return value.type == ValueType::Int || value.type == ValueType::Double;
}

double numberOf(const NamedValue& value) {
    return value.type == ValueType::Double ? value.real : static_cast<double>(value.integer);
}

bool isBefore(const NamedValue& a, const NamedValue& b) {
    if (isNumber(a) != isNumber(b)) return isNumber(a);
    if (isNumber(a)) {
        const auto order = std::strong_order(numberOf(a), numberOf(b));
        if (order != 0) return order < 0;
    }
    return std::tie(a.text, a.type) < std::tie(b.text, b.type);
}

} // namespace

AttributeCells::AttributeCells(QString name, AttributeColumn column)
    : m_name(std::move(name)), m_isRead(true), m_column(std::move(column)), m_ranks(m_column.values.size()) {
    const std::vector<NamedValue>& values = m_column.values;
    m_isNumeric = !values.empty() && std::all_of(values.begin(), values.end(), isNumber);
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(),
              [&values](std::uint32_t a, std::uint32_t b) { return isBefore(values[a], values[b]); });
    for (std::uint32_t rank = 0; rank < order.size(); ++rank)
        m_ranks[order[rank]] = rank;
}

std::uint32_t AttributeCells::valueOf(SpanRow span) const {
    return span.valid() && span.index() < m_column.of.size() ? m_column.of[span.index()]
                                                             : AttributeColumn::none;
}

std::int64_t AttributeCells::rankOf(SpanRow span) const {
    const std::uint32_t value = valueOf(span);
    if (value == AttributeColumn::none) return -1;
    return value < m_ranks.size() ? std::int64_t{m_ranks[value]} : static_cast<std::int64_t>(m_ranks.size());
}

QString AttributeCells::text(SpanRow span) const {
    const std::uint32_t value = valueOf(span);
    if (!m_isRead || value == AttributeColumn::rest) return QStringLiteral("…");
    if (value == AttributeColumn::none) return QStringLiteral("–");
    return toQString(format::printable(m_column.values[value].text));
}

QString AttributeCells::exact(SpanRow span) const {
    const std::uint32_t value = valueOf(span);
    return value < m_column.values.size() ? toQString(m_column.values[value].text) : QString();
}

bool AttributeCells::isLess(SpanRow a, SpanRow b) const { return rankOf(a) < rankOf(b); }

QStringList namesOf(const SharedAttributeCells& attributes) {
    QStringList names;
    for (const auto& cells : attributes)
        names << cells->name();
    return names;
}

} // namespace hallway
