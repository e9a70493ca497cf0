// CSV by RFC 4180 (with plain line feeds), for spreadsheets that must not run what an input says.
#pragma once

#include "report/GraphReport.h"
#include "report/TraceReport.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hallway {

/// One row after the other. A text that a spreadsheet would take for a formula (it begins with = + - @ tab or
/// CR) gets an apostrophe in front; numbers never do.
class CsvWriter {
public:
    void text(std::string_view value);
    void integer(std::int64_t value);
    void count(std::uint64_t value);
    void real(double value); ///< shortest form that reads back as the same number
    void absent();           ///< an empty cell
    void endRow();

    [[nodiscard]] const std::string& content() const { return m_content; }

private:
    void raw(std::string_view cell);
    std::string m_content;
    bool m_rowBegun = false;
};

// The fields of the JSON in its order, nested ones flattened: `latency_ns.p99` is the column
// `latency_p99_ns`. The first row names the columns.
[[nodiscard]] std::string edgesCsv(const GraphReport& report);
[[nodiscard]] std::string servicesCsv(const GraphReport& report);
[[nodiscard]] std::string tracesCsv(const TraceReport& report);
/// Without attributes, resource, events and links.
[[nodiscard]] std::string traceCsv(const WholeTrace& trace);

} // namespace hallway
