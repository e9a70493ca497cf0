#include "SessionFolder.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace hallway::test {

namespace {

constexpr std::int64_t origin = 1'795'305'600'000'000'000; // ns

std::string hex(std::uint64_t value, int digits) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%0*llx", digits, static_cast<unsigned long long>(value));
    return text.data();
}

std::string timeText(const ExportSpan& span, std::int64_t time) {
    return '"' + std::to_string((origin + time * span.unit) / span.writtenIn) + '"';
}

} // namespace

std::string lineOf(const ExportSpan& span) {
    std::string line =
        R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":")" +
        span.service + R"("}}]},"scopeSpans":[{"spans":[{"traceId":")" +
        (span.traceText.empty() ? hex(span.trace, 32) : span.traceText) + R"(","spanId":")" +
        hex(span.id, 16) + R"(","name":")" + span.name + R"(","kind":)" + std::to_string(span.kind) +
        R"(,"startTimeUnixNano":)" + timeText(span, span.start) + R"(,"endTimeUnixNano":)" +
        timeText(span, span.end);
    if (span.parent != 0) line += R"(,"parentSpanId":")" + hex(span.parent, 16) + '"';
    if (span.failed) line += R"(,"status":{"code":2})";
    if (span.event >= 0)
        line += R"(,"events":[{"name":"e","timeUnixNano":)" + timeText(span, span.event) + "}]";
    return line + "}]}]}]}\n";
}

std::string linesOf(const std::vector<ExportSpan>& spans) {
    std::string lines;
    for (const ExportSpan& span : spans)
        lines += lineOf(span);
    return lines;
}

std::string shopLines(std::uint64_t traces, std::uint64_t first) {
    std::string lines;
    for (std::uint64_t trace = first; trace < first + traces; ++trace) {
        const auto start = static_cast<std::int64_t>(trace) * 1000; // ms
        lines += linesOf(
            {{.trace = trace, .id = 1, .start = start, .end = start + 100, .name = "GET /"},
             {.trace = trace, .id = 2, .parent = 1, .kind = 3, .start = start + 10, .end = start + 90},
             {.trace = trace,
              .id = 3,
              .parent = 2,
              .service = "cart",
              .start = start + 20,
              .end = start + 70}});
    }
    return lines;
}

std::string SessionFolder::write(const std::string& name, const std::string& text) const {
    const std::string target = path(name);
    std::filesystem::create_directories(std::filesystem::path(target).parent_path());
    writeAll(target, text);
    return target;
}

std::vector<std::string> SessionFolder::cachedFiles() const {
    std::vector<std::string> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(cache(), error))
        files.push_back(entry.path().string());
    return files;
}

Result<OpenOutcome> SessionFolder::open(std::vector<std::string> paths) const {
    OpenRequest request;
    request.paths = std::move(paths);
    return open(std::move(request));
}

Result<OpenOutcome> SessionFolder::open(OpenRequest request) const {
    return CaptureOpener(cache()).open(request);
}

bool sameContent(const Capture& a, const Capture& b) {
    const SpanTable &s = a.spans(), &t = b.spans();
    if (a.figures() != b.figures() || a.graph() != b.graph() || s.size() != t.size() ||
        s.traces.size() != t.traces.size())
        return false;
    for (std::size_t i = 0; i < s.traces.size(); ++i)
        if (textOf(s.traces[i].id, a.strings()) != textOf(t.traces[i].id, b.strings()) ||
            s.traces[i].spanCount != t.traces[i].spanCount)
            return false;
    for (std::size_t row = 0; row < s.size(); ++row)
        if (a.strings().text(s.name[row]) != b.strings().text(t.name[row])) return false;
    const CallTable &c = a.calls(), &d = b.calls();
    return s.start == t.start && s.end == t.end && s.id == t.id && s.parent == t.parent && s.node == t.node &&
           s.flags == t.flags && s.kindAndStatus == t.kindAndStatus && c.client == d.client &&
           c.server == d.server && c.entry == d.entry && c.time == d.time && c.flags == d.flags &&
           c.delivered == d.delivered && c.delivery == d.delivery && c.nodes == d.nodes && c.edges == d.edges;
}

EnvironmentVariable::EnvironmentVariable(const char* name, const std::string& value) : m_name(name) {
    if (const char* const before = std::getenv(name)) m_before = before;
    ::setenv(name, value.c_str(), 1);
}

EnvironmentVariable::~EnvironmentVariable() {
    if (m_before)
        ::setenv(m_name, m_before->c_str(), 1);
    else
        ::unsetenv(m_name);
}

} // namespace hallway::test
