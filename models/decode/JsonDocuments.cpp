#include "decode/JsonDocuments.h"

#include <algorithm>

namespace hallway {

namespace {
constexpr std::size_t maximumFirstKey = 64;
constexpr char recordSeparator = 0x1E;

bool isBlank(int c) { return c == ' ' || c == '\t' || c == '\r'; }
} // namespace

int JsonDocuments::byteAhead(std::size_t index) {
    JsonWindow& window = m_scanner.window();
    while (index >= window.size())
        if (!window.readMore()) return -1;
    return static_cast<unsigned char>(window.data()[index]);
}

bool JsonDocuments::beginsDocument() {
    std::size_t at = 1;
    int c = byteAhead(at);
    while ((isBlank(c) || c == '\n') && at < maximumFirstKey)
        c = byteAhead(++at);
    return c == '"' || c == '}' || c == -1;
}

std::string JsonDocuments::documentBegin() {
    if (m_lines) return "{\"";
    std::string begin = "{";
    int c = byteAhead(1);
    if (c == '"') {
        // As long as nothing is known of the lines, only the same first key tells the next document.
        do {
            begin += static_cast<char>(c);
            c = byteAhead(begin.size());
        } while (c != -1 && c != '"' && begin.size() < maximumFirstKey);
        begin += '"';
        // A Jaeger trace and its spans may begin alike.
        return begin == "{\"traceID\"" ? std::string() : begin;
    }
    // An indented document: nothing within it begins at the left edge.
    for (; c == '\r' || c == '\n'; c = byteAhead(begin.size()))
        begin += static_cast<char>(c);
    if (begin.size() == 1 || (c != ' ' && c != '\t')) return {};
    return begin + static_cast<char>(c);
}

void JsonDocuments::beginDocument() {
    m_inside = true;
    m_documentOffset = m_scanner.offset();
    m_lineHasDocument = true;
    m_scanner.setLineBreakEnds(m_prefixed);
    m_scanner.setDocumentBegin(documentBegin());
    (void)m_scanner.takeSawLineBreak();
}

void JsonDocuments::passLine() {
    JsonWindow& window = m_scanner.window();
    for (;;) {
        const std::size_t at = window.text().find('\n');
        window.advance(std::min(at, window.size()));
        if (at != std::string_view::npos || !window.readMore()) return;
    }
}

void JsonDocuments::passToNextBegin() {
    for (;;) {
        passLine();
        if (byteAhead(0) == -1 || byteAhead(1) == '{') return;
        m_scanner.window().advance(1);
    }
}

void JsonDocuments::finishDocument() {
    m_inside = false;
    const bool brokeLines = m_scanner.takeSawLineBreak();
    const ScanFailure failure = m_scanner.failure();
    m_scanner.recover();
    if (failure == ScanFailure::None) {
        ++m_documents;
        m_scanner.pass();
        if (brokeLines) return;
        std::size_t at = 0;
        while (isBlank(byteAhead(at)) && at < maximumFirstKey)
            ++at;
        const int c = byteAhead(at);
        if (c != '\n' && c != -1) return;
        ++m_oneLineDocuments;
        m_lines = c == '\n';
        return;
    }
    if (m_scanner.window().error()) return;
    // A document that failed at its first byte must not be begun again.
    if (m_scanner.offset() == m_documentOffset) m_scanner.window().advance(1);
    m_problems.setOffset(m_scanner.failureOffset());
    if (failure == ScanFailure::Cut) {
        m_problems.add(ProblemCode::TruncatedFile, [] { return "the file ends inside a record"; });
        m_openArrays = 0; // said already
    } else if (failure == ScanFailure::LineEnded) {
        m_problems.add(ProblemCode::BrokenRecord, [] { return "a line ends inside a record"; });
    } else {
        m_problems.add(ProblemCode::BrokenRecord, [] { return "text that is no JSON"; });
        // A line that was never finished fails at the begin of the next one, which may be whole.
        if (byteAhead(0) == '{' && m_scanner.window().atLineBegin()) return;
        if (m_lines || m_prefixed)
            passLine();
        else
            passToNextBegin();
    }
}

void JsonDocuments::atEnd() {
    if (m_openArrays == 0 || m_scanner.window().error()) return;
    m_problems.setOffset(m_scanner.offset());
    m_problems.add(ProblemCode::TruncatedFile, [] { return "the file ends inside an array"; });
}

void JsonDocuments::endLine() {
    if (m_prefixed && !m_lineHasDocument) {
        m_problems.setOffset(m_lineOffset);
        m_problems.add(ProblemCode::UnknownRecord, [] { return "a line without JSON"; });
    }
    m_prefixed = false;
    m_lineHasDocument = false;
    m_openArraysAtLine = m_openArrays;
    m_scanner.window().advance(1);
    m_lineOffset = m_scanner.offset();
}

void JsonDocuments::passText() {
    JsonWindow& window = m_scanner.window();
    if (!m_lineHasDocument) {
        m_prefixed = true;
        m_openArrays = m_openArraysAtLine; // brackets of the prefix
    }
    window.advance(1);
    window.advance(std::min(window.text().find_first_of("{\n"), window.size()));
}

bool JsonDocuments::next() {
    if (m_inside) finishDocument();
    JsonWindow& window = m_scanner.window();
    if (window.error()) return false;
    for (;;) {
        const int c = byteAhead(0);
        const bool isMark = c == 0xEF && byteAhead(1) == 0xBB && byteAhead(2) == 0xBF; // between joined files
        if (c == -1) {
            atEnd();
            return false;
        }
        if (c == '\n') {
            endLine();
        } else if (isMark) {
            window.advance(3);
        } else if (isBlank(c) || c == ',' || c == recordSeparator) {
            window.advance(1);
        } else if (c == '[' || c == ']') {
            if (c == '[')
                ++m_openArrays;
            else if (m_openArrays > 0)
                --m_openArrays;
            window.advance(1);
        } else if (c == '{' && beginsDocument()) {
            beginDocument();
            return true;
        } else if (c == '{' && !m_prefixed) {
            m_problems.setOffset(m_scanner.offset());
            m_problems.add(ProblemCode::BrokenRecord, [] { return "text that is no JSON"; });
            passLine();
        } else {
            passText();
        }
    }
}

} // namespace hallway
