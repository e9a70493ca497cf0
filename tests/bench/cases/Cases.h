// The cases of hallway-bench, each run in a process of its own. All take what a command line gives them and
// throw std::runtime_error, with a sentence, when they cannot do their work.
#pragma once

#include "bench/cases/Measurement.h"

#include <span>
#include <string>

namespace hallway::bench {

// References: what the parts can do, without Hallway.
/// (a) simdjson On-Demand touches every value of a file of JSON Lines.
[[nodiscard]] Measurement touchWithSimdjson(const std::string& lines);
/// (b) SQLite inserts the rows of a capture into a new file `copy`, which is removed again.
[[nodiscard]] Measurement insertWithSqlite(const std::string& capture, const std::string& copy);
/// (c) nlohmann's SAX parser touches every value of a file of JSON Lines.
[[nodiscard]] Measurement touchWithNlohmann(const std::string& lines);

// Hallway's own loops. `file`: an export or a capture; it is opened through the cache first, which is not
// counted, except where a case says so.
/// Opening counts. Says how many bytes SpanTable and CallTable take, and apart from them nodes and edges.
[[nodiscard]] Measurement openCapture(const std::string& file);
/// Decodes an export, which is not counted; then the calls and all figures.
[[nodiscard]] Measurement buildCallsOf(const std::string& file);
/// All figures for a part of the time.
[[nodiscard]] Measurement deriveRange(const std::string& file);
/// All figures of fifteen of sixteen spans.
[[nodiscard]] Measurement deriveFilter(const std::string& file);
/// Finds the spans a filter names.
[[nodiscard]] Measurement findSpans(const std::string& file, const std::string& filter);
/// A heatmap of a million calls.
[[nodiscard]] Measurement binHeatmap(const std::string& file);
/// Tree, critical path and self times of the largest trace, and each apart. Throws where that tree is
/// less than `leastDepth` levels deep below its roots.
[[nodiscard]] Measurement walkLargestTrace(const std::string& file, std::size_t leastDepth);

// A tool of the driver.
/// Runs a program with its output in a file; says its time and its memory, children included.
[[nodiscard]] Measurement runProgram(const std::string& output, std::span<const std::string> arguments);

} // namespace hallway::bench
