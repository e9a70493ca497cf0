// Rows of free columns (the answer to a SELECT, the list of the cache) in any output format, written as they
// come.
#pragma once

#include "report/OutputFormat.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hallway {

/// monostate is "no value": an empty cell, null.
using RowCell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

class RowsWriter {
public:
    /// Takes a part of the output; false: nobody wants more.
    using Sink = std::function<bool(std::string_view)>;

    virtual ~RowsWriter() = default;
    /// As many cells as columns. False: nobody wants more. Views need to live for the call only.
    virtual bool add(std::span<const RowCell> cells) = 0;
    /// After the last row, once.
    virtual void finish() = 0;
};

/// Csv and Json need memory for one row, Table for all. As JSON: {"schema", "columns": [names], "rows":
/// [[values], …]}.
[[nodiscard]] std::unique_ptr<RowsWriter> rowsWriter(OutputFormat format, std::string_view schema,
                                                     const std::vector<std::string>& columns,
                                                     RowsWriter::Sink sink);

} // namespace hallway
