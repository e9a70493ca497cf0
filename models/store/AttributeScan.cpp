#include "store/AttributeScan.h"

#include "store/AttributeMatcher.h"
#include "store/RowScan.h"
#include "trace/Attribute.h"

#include <algorithm>
#include <limits>

namespace hallway {

namespace {

/// The rows of one thread that fit.
struct FittingRows {
    AttributeMatcher matcher;
    std::vector<std::vector<bool>> rows; ///< by predicate

    bool add(std::uint32_t row, std::string_view record, const SpanRowAttributes& attributes) {
        if (!matcher.read(record, attributes)) return false;
        for (std::size_t i = 0; i < matcher.size(); ++i) {
            if (!matcher.isTrue(i)) continue;
            if (row >= rows[i].size()) rows[i].resize(std::size_t{row} + 1, false);
            rows[i][row] = true;
        }
        return true;
    }
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// What a list says of a key: whether it has it, and as a number.
struct Held {
    bool has = false;
    double number = none;
};

Held heldIn(std::string_view packed, StringId key, const StringPool& strings) {
    AttributeReader reader(packed, strings);
    while (const auto attribute = reader.next()) {
        if (attribute->key != key || attribute->type == ValueType::Null) continue;
        if (attribute->type == ValueType::Int) return {true, static_cast<double>(attribute->integer)};
        return {true, attribute->type == ValueType::Double ? attribute->real : none};
    }
    return {};
}

/// The numbers of one thread's rows.
struct Numbers {
    AttributePlace place;
    StringId key;
    const StringPool* strings;
    std::vector<Held> resources, scopes; ///< by id
    std::vector<double> values = {};

    bool add(std::uint32_t row, std::string_view, const SpanRowAttributes& attributes) {
        if (attributes.resource.index() >= resources.size()) return false;
        if (attributes.scope.valid() && attributes.scope.index() >= scopes.size()) return false;
        const bool isAnywhere = place == AttributePlace::Anywhere;
        Held held;
        if (isAnywhere || place == AttributePlace::Span) held = heldIn(attributes.attributes, key, *strings);
        if ((isAnywhere && !held.has) || place == AttributePlace::Resource)
            held = resources[attributes.resource.index()];
        if (((isAnywhere && !held.has) || place == AttributePlace::Instrumentation) &&
            attributes.scope.valid())
            held = scopes[attributes.scope.index()];
        if (held.number != held.number) return true;
        if (row >= values.size()) values.resize(std::size_t{row} + 1, none);
        values[row] = held.number;
        return true;
    }
};

} // namespace

Result<std::vector<std::vector<bool>>> AttributeScan::run(std::span<const Database> connections,
                                                          const CancelToken& cancel) const {
    const FittingRows begin{AttributeMatcher(m_predicates, m_strings, m_resources, m_scopes),
                            std::vector<std::vector<bool>>(m_predicates.size())};
    auto parts = scanRows(connections, begin.matcher.lastPart(), forEach(connections, begin), cancel);
    if (!parts) return fail(parts.error());
    std::vector<std::vector<bool>> all = std::move(parts->front().rows);
    for (std::size_t part = 1; part < parts->size(); ++part)
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::vector<bool>& more = (*parts)[part].rows[i]; // later rows, so the longer one
            std::swap(all[i], more);
            if (more.size() > all[i].size()) std::swap(all[i], more);
            std::transform(more.begin(), more.end(), all[i].begin(), all[i].begin(), std::logical_or<>());
        }
    return all;
}

Result<std::vector<double>> NumberScan::run(std::span<const Database> connections,
                                            const CancelToken& cancel) const {
    Numbers begin{m_place, m_key, &m_strings, {}, {}};
    for (std::size_t i = 0; i < m_resources.size(); ++i)
        begin.resources.push_back(heldIn(m_resources[ResourceId(i)].attributes, m_key, m_strings));
    for (std::size_t i = 0; i < m_scopes.size(); ++i)
        begin.scopes.push_back(heldIn(m_scopes[ScopeId(i)].attributes, m_key, m_strings));
    auto parts = scanRows(connections, SpanPart::Attributes, forEach(connections, begin), cancel);
    if (!parts) return fail(parts.error());
    std::vector<double> all;
    for (const Numbers& part : *parts) {
        if (part.values.size() > all.size()) all.resize(part.values.size(), none);
        for (std::size_t row = 0; row < part.values.size(); ++row)
            if (part.values[row] == part.values[row]) all[row] = part.values[row];
    }
    return all;
}

} // namespace hallway
