#include "decode/DotnetConsole.h"

#include "decode/DotnetSpan.h"
#include "decode/RowBlock.h"
#include "decode/SpanPipeline.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace hallway {

namespace {

constexpr std::size_t largestSpan = std::size_t{16} << 20; ///< bytes of its lines

/// Where a span begins in its line: behind what a log's printer put before each of its lines (a time, a
/// container's name).
std::optional<std::size_t> spanBegin(std::string_view line) {
    constexpr std::size_t longestPrefix = 200, digits = 32;
    const std::size_t at = line.substr(0, longestPrefix).find(dotnet::traceId);
    if (at == line.npos) return std::nullopt;
    line.remove_prefix(at + dotnet::traceId.size());
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const bool isId = line.size() == digits && line.find_first_not_of("0123456789abcdefABCDEF") == line.npos;
    return isId ? std::optional(at) : std::nullopt;
}

class DotnetConsole {
public:
    DotnetConsole(ByteSource& text, DecodeContext& context, WindowLimits limits)
        : m_context(context), m_window(text, limits, context.cancel) {}

    Result<DecodedFile> run();

private:
    /// The next line, valid until the next call; nothing at the end of the stream. Of a line that is longer
    /// than the window only a part is given.
    [[nodiscard]] std::optional<std::string_view> nextLine();
    void readLine(std::string_view line);
    void append(std::string_view line);
    void finishSpan();
    void finishCutSpan();

    DecodeContext& m_context;
    JsonWindow m_window;
    RecordProblems m_problems{m_context.problems, m_window};
    SpanPipeline m_spans{m_context};
    std::shared_ptr<RowBlock> m_block = std::make_shared<RowBlock>(m_context.strings, m_problems);
    std::size_t m_taken = 0;
    bool m_isEnded = true; ///< the line given last has its line break
    // The span being gathered.
    bool m_isOpen = false;
    FilePosition m_position;
    std::size_t m_prefix = 0; ///< bytes that stand before each of its lines
    bool m_hasDuration = false, m_hasResource = false;
    std::string m_lines;
};

std::optional<std::string_view> DotnetConsole::nextLine() {
    m_window.advance(std::exchange(m_taken, 0));
    std::size_t from = 0;
    std::size_t end = m_window.text().find('\n');
    while (end == std::string_view::npos) {
        from = m_window.size();
        if (!m_window.readMore()) break;
        end = m_window.text().find('\n', from);
    }
    m_isEnded = end != std::string_view::npos;
    if (!m_isEnded && (m_window.size() == 0 || m_window.error())) return std::nullopt;
    m_taken = m_isEnded ? end + 1 : m_window.size();
    std::string_view line = m_window.text().substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

void DotnetConsole::append(std::string_view line) {
    m_hasDuration = m_hasDuration || line.starts_with(dotnet::duration);
    m_hasResource = m_hasResource || line.starts_with(dotnet::resource);
    m_lines.append(line).append(1, '\n');
}

void DotnetConsole::finishSpan() {
    if (!m_isOpen) return;
    m_isOpen = false;
    SpanSlice slice;
    slice.reader = makeSpanReader<DotnetSpanReader>;
    slice.position = m_position;
    m_spans.add(m_lines, slice, m_block);
}

void DotnetConsole::finishCutSpan() {
    if (m_isOpen && !m_hasResource) {
        m_problems.setPosition(m_position);
        m_problems.add(ProblemCode::TruncatedFile, [] { return "the file ends inside a span"; });
    }
    m_isOpen = m_isOpen && m_hasDuration;
    finishSpan();
}

void DotnetConsole::readLine(std::string_view line) {
    if (const auto begin = spanBegin(line)) {
        finishSpan();
        m_isOpen = true;
        m_position = m_window.positionOf(m_window.offset());
        m_prefix = *begin;
        m_hasDuration = m_hasResource = false;
        m_lines.clear();
        return append(line.substr(m_prefix));
    }
    if (!m_isOpen) return;
    line.remove_prefix(std::min(m_prefix, line.size()));
    if (line.empty() && m_hasResource)
        finishSpan();
    else if (!m_isEnded && line.starts_with("Activity."))
        return; // its value may be cut
    else if (m_lines.size() + line.size() < largestSpan)
        append(line);
}

Result<DecodedFile> DotnetConsole::run() {
    m_window.onRead = [this] {
        if (m_context.progress) m_context.progress(m_window.bytesRead(), m_spans.count());
    };
    while (const auto line = nextLine())
        readLine(*line);
    finishCutSpan();
    m_spans.finish(); // also what was read before the medium failed
    if (m_window.error()) return fail(*m_window.error());
    return DecodedFile{"dotnet-console", 0, m_spans.count(), 1};
}

} // namespace

bool recognisesDotnetConsole(const Sniff& sniff) {
    std::string_view text = sniff.text;
    for (std::size_t at = text.find(dotnet::traceId); at != text.npos;
         at = text.find(dotnet::traceId, at + 1)) {
        const std::size_t begin = text.rfind('\n', at) + 1; // of the first line: npos + 1
        std::string_view line = text.substr(begin, text.find('\n', at) - begin);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (spanBegin(line)) return true;
    }
    return false;
}

Result<DecodedFile> decodeDotnetConsole(ByteSource& text, DecodeContext& context, WindowLimits limits) {
    return DotnetConsole(text, context, limits).run();
}

} // namespace hallway
