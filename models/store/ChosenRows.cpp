#include "store/ChosenRows.h"

#include "store/SqlError.h"

#include <sqlite3.h>

namespace hallway {

namespace {

/// hallway_span(span), hallway_call(call): whether the number is among those of the function's data.
void isChosen(sqlite3_context* context, int, sqlite3_value** values) {
    const auto& chosen = *static_cast<const std::vector<bool>*>(sqlite3_user_data(context));
    const sqlite3_int64 row = sqlite3_value_int64(values[0]);
    const bool isThere = row >= 0 && static_cast<std::size_t>(row) < chosen.size();
    sqlite3_result_int(context, isThere && chosen[static_cast<std::size_t>(row)] ? 1 : 0);
}

Status addFunction(const Database& database, const char* name, std::vector<bool>& chosen) {
    const int code = sqlite3_create_function_v2(database.handle(), name, 1,
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                                &chosen, isChosen, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return fail(errorOf(database.handle(), code));
    return {};
}

} // namespace

Status showOnly(ChosenRows& rows, const Database& database) {
    if (const Status added = addFunction(database, "hallway_span", rows.spans); !added) return added;
    if (const Status added = addFunction(database, "hallway_call", rows.calls); !added) return added;
    // Views of this connection's own; to the file nothing is written.
    return database.execute("PRAGMA query_only = OFF;"
                            "CREATE TEMP VIEW spans AS SELECT * FROM main.spans WHERE hallway_span(span);"
                            "CREATE TEMP VIEW calls AS SELECT * FROM main.calls WHERE hallway_call(call);"
                            "PRAGMA query_only = ON");
}

} // namespace hallway
