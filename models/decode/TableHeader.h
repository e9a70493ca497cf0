// The first row of a table of spans: which columns there are, and how its cells are kept apart.
#pragma once

#include "decode/RowText.h"
#include "decode/SpanColumns.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

struct TableHeader {
    TableDialect dialect;
    std::string row; ///< as it stands, without its line break
    std::vector<SpanColumn> columns;
    /// An `otel_traces` table of the Collector's ClickHouse exporter, whose durations are nanoseconds.
    bool isClickHouse = false;

    [[nodiscard]] bool has(SpanField field) const;
};

/// The header that `text` begins with, by the separator that finds most columns; nothing if it begins with no
/// names of columns.
[[nodiscard]] std::optional<TableHeader> tableHeaderOf(std::string_view text);

/// `text` begins like a table of spans that can be read.
[[nodiscard]] bool isSpanTable(std::string_view text);

/// A table by sight that is none of spans, or none that can be read: what it is and what it lacks, for
/// people.
[[nodiscard]] std::optional<std::string_view> refusedTable(std::string_view text);

} // namespace hallway
