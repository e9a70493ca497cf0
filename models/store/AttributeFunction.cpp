#include "store/AttributeFunction.h"

#include "store/Dictionary.h"
#include "store/SqlError.h"

#include <sqlite3.h>

#include <limits>
#include <optional>

namespace hallway {

namespace {

std::optional<Attribute> find(std::string_view packed, StringId key, const StringPool& strings) {
    AttributeReader reader(packed, strings);
    while (const auto attribute = reader.next())
        if (attribute->key == key) return attribute;
    return std::nullopt;
}

void giveText(sqlite3_context* context, std::string_view text) {
    sqlite3_result_text64(context, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
}

void give(sqlite3_context* context, const Attribute& attribute) {
    switch (attribute.type) {
    case ValueType::Null:
        return sqlite3_result_null(context);
    case ValueType::False:
        return sqlite3_result_int(context, 0);
    case ValueType::True:
        return sqlite3_result_int(context, 1);
    case ValueType::Int:
        return sqlite3_result_int64(context, attribute.integer);
    case ValueType::Double:
        return sqlite3_result_double(context, attribute.real);
    case ValueType::PooledText:
    case ValueType::Text:
    case ValueType::Json:
        return giveText(context, attribute.text);
    case ValueType::Bytes:
        return giveText(context, textOf(attribute));
    }
}

} // namespace

Result<std::unique_ptr<AttributeFunction>> AttributeFunction::addTo(const Database& database) {
    auto select = database.prepare("SELECT attributes, resource FROM span_row WHERE row = ?");
    if (!select) return fail(select.error());
    std::unique_ptr<AttributeFunction> function(new AttributeFunction(database, std::move(*select)));
    const int code = sqlite3_create_function_v2(
        database.handle(), "attr", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, function.get(),
        &AttributeFunction::call, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return fail(errorOf(database.handle(), code));
    return function;
}

Status AttributeFunction::readTexts() {
    if (m_strings) return {};
    auto resources = readResources(*m_database);
    if (!resources) return fail(resources.error());
    auto strings = readStrings(*m_database);
    if (!strings) return fail(strings.error());
    m_resources = std::move(*resources);
    m_strings = std::move(*strings);
    return {};
}

void AttributeFunction::call(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL || sqlite3_value_type(values[1]) == SQLITE_NULL) return;
    if (sqlite3_value_type(values[0]) != SQLITE_INTEGER || sqlite3_value_type(values[1]) != SQLITE_TEXT)
        return sqlite3_result_error(context, "attr(span, 'key') wants the column span and a name", -1);
    const sqlite3_int64 row = sqlite3_value_int64(values[0]);
    if (row < 0 || row >= std::numeric_limits<std::uint32_t>::max()) return;
    const auto* const key = reinterpret_cast<const char*>(sqlite3_value_text(values[1]));
    static_cast<AttributeFunction*>(sqlite3_user_data(context))
        ->answer(context, StoreRow(static_cast<std::uint32_t>(row)),
                 {key, static_cast<std::size_t>(sqlite3_value_bytes(values[1]))});
}

void AttributeFunction::answer(sqlite3_context* context, StoreRow row, std::string_view key) {
    if (const Status read = readTexts(); !read) {
        if (read.error().code == ErrorCode::Cancelled)
            return sqlite3_result_error_code(context, SQLITE_INTERRUPT);
        return sqlite3_result_error_code(context, SQLITE_CORRUPT);
    }
    const StringId id = m_strings->find(key);
    if (!id.valid()) return; // no span has it
    m_selectSpan.reset();
    m_selectSpan.bind(1, row);
    const auto found = m_selectSpan.step();
    if (!found) return sqlite3_result_error_code(context, SQLITE_CORRUPT);
    if (!*found) return;
    auto attribute = find(m_selectSpan.blob(0), id, *m_strings);
    const auto resource = m_selectSpan.id<ResourceId>(1);
    if (!attribute && resource.index() < m_resources.size())
        attribute = find(m_resources[resource].attributes, id, *m_strings);
    if (attribute) give(context, *attribute);
}

} // namespace hallway
