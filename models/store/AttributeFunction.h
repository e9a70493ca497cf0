// attr(span, key): the one function Hallway adds to SQL.
#pragma once

#include "base/StringPool.h"
#include "store/Database.h"
#include "trace/Attribute.h"
#include "trace/ResourceTable.h"

#include <memory>
#include <string_view>

struct sqlite3_context;
struct sqlite3_value;

namespace hallway {

/// Must outlive every statement of the database that uses the function. The database must stay where it is.
class AttributeFunction {
public:
    /// Adds the function. Errors: CacheDamaged.
    [[nodiscard]] static Result<std::unique_ptr<AttributeFunction>> addTo(const Database& database);

private:
    AttributeFunction(const Database& database, Statement selectSpan)
        : m_database(&database), m_selectSpan(std::move(selectSpan)) {}

    static void call(sqlite3_context* context, int count, sqlite3_value** values);
    void answer(sqlite3_context* context, StoreRow row, std::string_view key);
    /// The texts are read when first asked for: most queries never do.
    [[nodiscard]] Status readTexts();

    const Database* m_database;
    Statement m_selectSpan;
    std::unique_ptr<StringPool> m_strings;
    ResourceTable m_resources;
};

} // namespace hallway
