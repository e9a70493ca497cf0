// A folder with exports and a cache of its own, and spans written down as OTLP JSON Lines.
#pragma once

#include "SampleCapture.h"
#include "session/CaptureOpener.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway::test {

/// A span of an export; ids are numbers, times are in `unit` after 2026-11-22T00:00:00Z.
struct ExportSpan {
    std::uint64_t trace = 1, id = 1, parent = 0; ///< parent 0: none
    std::string service = "web";
    int kind = 2; ///< of OTLP: 2 server, 3 client
    std::int64_t start = 0, end = 10;
    std::string name = "op";
    bool failed = false;
    std::int64_t event = -1;       ///< time of an event; negative: none
    std::string traceText = {};    ///< in place of `trace`
    std::int64_t unit = 1'000'000; ///< ns
    std::int64_t writtenIn = 1;    ///< ns: what the times of the file count
};

/// One line of OTLP JSON.
[[nodiscard]] std::string lineOf(const ExportSpan& span);
[[nodiscard]] std::string linesOf(const std::vector<ExportSpan>& spans);
/// `traces` traces, from number `first` on, of a web that calls a cart: three spans and two calls each (of
/// the user and of web), one second apart.
[[nodiscard]] std::string shopLines(std::uint64_t traces, std::uint64_t first = 1);

class SessionFolder {
public:
    /// Writes a file and gives its path.
    std::string write(const std::string& name, const std::string& text) const;
    [[nodiscard]] std::string path(const std::string& name) const { return m_folder.file(name); }
    [[nodiscard]] std::string cache() const { return m_folder.file("cache"); }
    [[nodiscard]] std::vector<std::string> cachedFiles() const;
    [[nodiscard]] Result<OpenOutcome> open(std::vector<std::string> paths) const;
    [[nodiscard]] Result<OpenOutcome> open(OpenRequest request) const;

private:
    ScratchFolder m_folder;
};

/// Everything a person sees of a capture, free of what depends on the order of files: figures, graph, spans,
/// calls.
[[nodiscard]] bool sameContent(const Capture& a, const Capture& b);

/// Sets an environment variable while it lives.
class EnvironmentVariable {
public:
    EnvironmentVariable(const char* name, const std::string& value);
    EnvironmentVariable(const EnvironmentVariable&) = delete;
    EnvironmentVariable& operator=(const EnvironmentVariable&) = delete;
    ~EnvironmentVariable();

private:
    const char* m_name;
    std::optional<std::string> m_before;
};

} // namespace hallway::test
