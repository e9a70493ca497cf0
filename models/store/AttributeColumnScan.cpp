#include "store/AttributeColumnScan.h"

#include "store/RowScan.h"

#include <string>
#include <unordered_map>

namespace hallway {

namespace {

using Place = AttributeName::Place;

/// Values that a person would tell apart: by kind and text.
std::string identityOf(ValueType type, std::string_view text) {
    const char kind = type == ValueType::PooledText || type == ValueType::Text ? 't'
                      : type == ValueType::Int || type == ValueType::Double    ? 'n'
                                                                               : static_cast<char>(type);
    return kind + std::string(text);
}

/// The different values of one column, numbered.
class Values {
public:
    std::uint32_t add(const Attribute& attribute) {
        if (attribute.type != ValueType::PooledText) return addNew(attribute);
        const auto [known, isNew] = m_pooled.try_emplace(attribute.text.data());
        if (isNew) known->second = addNew(attribute);
        return known->second;
    }
    std::uint32_t add(const NamedValue& value) {
        return add(identityOf(value.type, value.text), [&] { return value; });
    }
    [[nodiscard]] const std::vector<NamedValue>& all() const { return m_values; }
    [[nodiscard]] std::vector<NamedValue> take() { return std::move(m_values); }

private:
    std::uint32_t addNew(const Attribute& attribute) {
        const std::string text = textOf(attribute);
        return add(identityOf(attribute.type, text), [&] {
            return NamedValue{{},
                              attribute.type == ValueType::PooledText ? ValueType::Text : attribute.type,
                              attribute.integer,
                              attribute.real,
                              text};
        });
    }
    template <class Make>
    std::uint32_t add(std::string identity, const Make& make) {
        if (const auto known = m_numbers.find(identity); known != m_numbers.end()) return known->second;
        if (m_values.size() >= AttributeColumn::mostValues) return AttributeColumn::rest;
        const auto number = static_cast<std::uint32_t>(m_values.size());
        m_values.push_back(make());
        m_numbers.emplace(std::move(identity), number);
        return number;
    }
    std::unordered_map<std::string, std::uint32_t> m_numbers;
    std::unordered_map<const char*, std::uint32_t> m_pooled; ///< texts of the pool by where they lie
    std::vector<NamedValue> m_values;
};

bool asks(const AttributeName& name, Place place) {
    return name.place == Place::Anywhere || name.place == place;
}

std::optional<Attribute> find(StringId key, std::string_view packed, const StringPool& strings) {
    AttributeReader reader(packed, strings);
    while (const auto attribute = reader.next())
        if (attribute->key == key) return attribute;
    return std::nullopt;
}

} // namespace

struct AttributeColumnScan::Found {
    const AttributeColumnScan* scan;
    std::vector<Values> values;                    ///< by name
    std::vector<std::vector<std::uint32_t>> cells; ///< by name, as `rows`
    std::vector<std::optional<Attribute>> current; ///< by name, of the row at hand
    std::vector<std::uint32_t> rows = {};          ///< StoreRows passed

    [[nodiscard]] bool wants(std::uint32_t row) const { return !scan->m_wanted || (*scan->m_wanted)[row]; }
    bool add(std::uint32_t row, std::string_view, const SpanRowAttributes& span) {
        rows.push_back(row);
        return scan->read(span, *this);
    }
};

AttributeColumnScan::AttributeColumnScan(std::span<const AttributeName> names,
                                         const std::vector<bool>* wanted, const StringPool& strings,
                                         const ResourceTable& resources, const ScopeTable& scopes)
    : m_names(names.begin(), names.end()), m_wanted(wanted), m_strings(strings),
      m_resourceCount(resources.size()), m_scopeCount(scopes.size()) {
    for (const AttributeName& name : m_names) {
        const StringId key = strings.find(name.key);
        m_keys.push_back(key);
        m_readsSpans = m_readsSpans || asks(name, Place::Span);
        auto& ofResource = m_ofResource.emplace_back(resources.size());
        for (std::size_t i = 0; i < resources.size() && key.valid() && asks(name, Place::Resource); ++i)
            ofResource[i] = find(key, resources[ResourceId(i)].attributes, strings);
        auto& ofScope = m_ofScope.emplace_back(scopes.size());
        for (std::size_t i = 0; i < scopes.size() && key.valid() && asks(name, Place::Scope); ++i)
            ofScope[i] = find(key, scopes[ScopeId(i)].attributes, strings);
    }
}

Result<std::vector<AttributeColumn>> AttributeColumnScan::run(std::span<const Database> connections,
                                                              const CancelToken& cancel) const {
    const std::size_t names = m_names.size();
    const Found begin{this, std::vector<Values>(names), std::vector<std::vector<std::uint32_t>>(names),
                      std::vector<std::optional<Attribute>>(names)};
    const SpanPart last = m_readsSpans ? SpanPart::Attributes : SpanPart::Resource;
    const std::uint32_t end = m_wanted ? static_cast<std::uint32_t>(m_wanted->size()) : allRows;
    const auto parts = scanRows(connections, last, forEach(connections, begin), cancel, end);
    if (!parts) return fail(parts.error());

    std::vector<Values> values(names);
    std::vector<AttributeColumn> columns(names);
    for (const Found& found : *parts)
        for (std::size_t name = 0; name < names; ++name) {
            std::vector<std::uint32_t> numbers; // of this part's values among all
            for (const NamedValue& value : found.values[name].all())
                numbers.push_back(values[name].add(value));
            std::vector<std::uint32_t>& of = columns[name].of;
            for (std::size_t i = 0; i < found.rows.size(); ++i) {
                const std::uint32_t row = found.rows[i], cell = found.cells[name][i];
                if (row >= of.size()) of.resize(row + 1, AttributeColumn::none);
                of[row] = cell < numbers.size() ? numbers[cell] : cell;
            }
        }
    for (std::size_t name = 0; name < names; ++name)
        columns[name].values = values[name].take();
    return columns;
}

/// False where the row refers to what is not there.
bool AttributeColumnScan::read(const SpanRowAttributes& span, Found& found) const {
    if (span.resource.index() >= m_resourceCount) return false;
    if (span.scope.valid() && span.scope.index() >= m_scopeCount) return false;
    for (auto& value : found.current)
        value.reset();
    if (m_readsSpans) {
        AttributeReader own(span.attributes, m_strings);
        while (const auto attribute = own.next())
            for (std::size_t name = 0; name < m_names.size(); ++name)
                if (attribute->key == m_keys[name] && !found.current[name] &&
                    asks(m_names[name], Place::Span))
                    found.current[name] = attribute;
    }
    for (std::size_t name = 0; name < m_names.size(); ++name) {
        auto& value = found.current[name];
        if (!value) value = m_ofResource[name][span.resource.index()];
        if (!value && span.scope.valid()) value = m_ofScope[name][span.scope.index()];
        found.cells[name].push_back(value ? found.values[name].add(*value) : AttributeColumn::none);
    }
    return true;
}

} // namespace hallway
