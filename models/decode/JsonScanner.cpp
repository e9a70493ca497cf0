#include "decode/JsonScanner.h"

#include "decode/JsonText.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace hallway {

namespace {

constexpr std::size_t maximumKeyBytes = 4096;

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool endsScalar(char c) {
    return isSpace(c) || c == ',' || c == '}' || c == ']' || c == ':' || c == '{' || c == '[';
}

} // namespace

bool JsonScanner::fail(ScanFailure failure, std::uint64_t offset) {
    if (m_failure == ScanFailure::None) {
        m_failure = failure;
        m_failureOffset = offset;
    }
    return false;
}

bool JsonScanner::readUpTo(std::size_t index) {
    while (index >= m_window.size())
        if (!m_window.readMore()) return false;
    return true;
}

bool JsonScanner::endsDocument(std::size_t lineBreak) {
    m_sawLineBreak = true;
    if (m_lineBreakEnds) return true;
    if (m_documentBegin.empty()) return false;
    const std::size_t begin = lineBreak + 1;
    if (!have(begin + m_documentBegin.size() - 1)) return false;
    return m_window.text().substr(begin, m_documentBegin.size()) == m_documentBegin;
}

char JsonScanner::peek() {
    if (m_failure != ScanFailure::None) return 0;
    pass();
    for (;;) {
        const std::string_view text = m_window.text();
        std::size_t at = 0;
        while (at < text.size() && isSpace(text[at]) && text[at] != '\n')
            ++at;
        if (at == text.size()) {
            m_window.advance(at);
            if (m_window.readMore()) continue;
            fail(ScanFailure::Cut, offset());
            return 0;
        }
        if (text[at] != '\n') {
            m_window.advance(at);
            return text[at];
        }
        if (endsDocument(at)) {
            m_window.advance(at);
            fail(ScanFailure::LineEnded, offset());
            return 0;
        }
        m_window.advance(at + 1);
    }
}

bool JsonScanner::enter(char bracket) {
    const char next = peek();
    if (next != bracket) {
        if (next != 0) skipValue();
        return false;
    }
    m_window.advance(1);
    return true;
}

bool JsonScanner::nextMember(std::string_view& key) {
    char next = peek();
    while (next == ',') {
        m_window.advance(1);
        next = peek();
    }
    if (next == '}') {
        m_window.advance(1);
        return false;
    }
    if (next != '"') return next != 0 && fail(ScanFailure::Broken, offset());
    bool hasEscapes = false;
    const std::size_t end = stringEnd(hasEscapes);
    if (end == 0) return false;
    m_key.assign(m_window.text().substr(1, end - 2));
    if (hasEscapes) m_key = unescapedJson(m_key);
    m_window.advance(end);
    if (const char colon = peek(); colon != ':') return colon != 0 && fail(ScanFailure::Broken, offset());
    m_window.advance(1);
    if (const char value = peek(); value == 0 || value == ',' || value == '}' || value == ']' || value == ':')
        return value != 0 && fail(ScanFailure::Broken, offset());
    key = m_key;
    return true;
}

bool JsonScanner::nextElement() {
    char next = peek();
    while (next == ',') {
        m_window.advance(1);
        next = peek();
    }
    if (next == ']') {
        m_window.advance(1);
        return false;
    }
    if (next == '}' || next == ':') return fail(ScanFailure::Broken, offset());
    return next != 0;
}

std::size_t JsonScanner::stringEnd(bool& hasEscapes) {
    for (std::size_t at = 1;; ++at) {
        if (at > maximumKeyBytes) return fail(ScanFailure::Broken, offset());
        if (!have(at)) return fail(ScanFailure::Cut, offset());
        const char c = m_window.data()[at];
        if (c == '"') return at + 1;
        if (c == '\n' && endsDocument(at)) {
            const std::uint64_t start = offset();
            m_window.advance(at);
            return fail(ScanFailure::LineEnded, start);
        }
        if (c == '\\') {
            hasEscapes = true;
            ++at;
        }
    }
}

bool JsonScanner::skipString() {
    const std::uint64_t start = offset();
    m_window.advance(1);
    for (;;) {
        const std::string_view text = m_window.text();
        const std::size_t at = text.find_first_of("\"\\\n");
        if (at == std::string_view::npos) {
            m_window.advance(text.size());
            if (!m_window.readMore()) return fail(ScanFailure::Cut, start);
        } else if (text[at] == '"') {
            m_window.advance(at + 1);
            return true;
        } else if (text[at] == '\n') {
            if (endsDocument(at)) {
                m_window.advance(at);
                return fail(ScanFailure::LineEnded, start);
            }
            m_window.advance(at + 1);
        } else {
            if (!have(at + 1)) return fail(ScanFailure::Cut, start);
            m_window.advance(at + 2);
        }
    }
}

void JsonScanner::skipScalar() {
    const std::uint64_t start = offset();
    for (;;) {
        const std::string_view text = m_window.text();
        const auto* const end = std::find_if(text.begin(), text.end(), endsScalar);
        const auto size = static_cast<std::size_t>(end - text.begin());
        m_window.advance(size);
        if (size < text.size()) break;
        if (!m_window.readMore()) {
            fail(ScanFailure::Cut, start);
            return;
        }
    }
    if (offset() == start) fail(ScanFailure::Broken, start);
}

void JsonScanner::skipValue() {
    const char next = peek();
    if (next == '{' || next == '[') {
        bool hasEscapes = false;
        (void)passBrackets(false, hasEscapes);
    } else if (next == '"') {
        skipString();
    } else if (next != 0) {
        skipScalar();
    }
}

std::size_t JsonScanner::passBrackets(bool keep, bool& hasEscapes) {
    const std::uint64_t start = offset();
    BracketScan scan;
    std::size_t scanned = 0; // of what the window holds
    std::size_t passed = 0;  // before the window
    for (;;) {
        scanned +=
            scan.pass(m_window.data() + scanned, (m_window.size() - scanned) / BracketScan::blockBytes) *
            BracketScan::blockBytes;
        // A full block; the last one of the stream may be shorter.
        const bool full = have(scanned + BracketScan::blockBytes - 1);
        const std::size_t size = std::min(BracketScan::blockBytes, m_window.size() - scanned);
        if (!full && m_window.error()) return fail(ScanFailure::Cut, start);
        if (!full && keep && m_window.isFull()) {
            keep = false;
            m_tooLarge = true;
            const std::size_t done = scanned > 0 ? scanned - 1 : 0;
            m_window.advance(done);
            passed += done;
            scanned -= done;
            continue;
        }
        const auto end = scan.feed(m_window.data() + scanned, size);
        const std::uint64_t within = end && *end < 64 ? (std::uint64_t{1} << *end) - 1 : ~std::uint64_t{0};
        if (const std::uint64_t breaks = scan.lineBreaks() & within; breaks != 0) {
            m_sawLineBreak = true;
            if (m_lineBreakEnds) {
                m_window.advance(scanned + static_cast<std::size_t>(std::countr_zero(breaks)));
                return fail(ScanFailure::LineEnded, start);
            }
        }
        if (!m_documentBegin.empty()) {
            for (std::uint64_t braces = scan.bracketsAfterLineBreak() & within; braces != 0;
                 braces &= braces - 1) {
                const std::size_t brace = scanned + static_cast<std::size_t>(std::countr_zero(braces));
                if (brace == 0 || !endsDocument(brace - 1)) continue;
                m_window.advance(brace - 1);
                return fail(ScanFailure::LineEnded, start);
            }
        }
        hasEscapes = scan.hasEscapes();
        if (end) {
            if (keep) return scanned + *end;
            m_window.advance(scanned + *end);
            return passed + scanned + *end;
        }
        if (!full) {
            m_window.advance(scanned + size);
            return fail(ScanFailure::Cut, start);
        }
        scanned += size;
        if (!keep) {
            // One byte stays, so that a line break at the end of the block can still be looked at.
            const std::size_t done = scanned - 1;
            m_window.advance(done);
            passed += done;
            scanned = 1;
        }
    }
}

std::optional<JsonElement> JsonScanner::takeValue() {
    m_tooLarge = false;
    const char next = peek();
    if (next == 0) return std::nullopt;
    if (next != '{' && next != '[') {
        skipValue();
        return std::nullopt;
    }
    const std::uint64_t start = offset();
    bool hasEscapes = false;
    const std::size_t size = passBrackets(true, hasEscapes);
    if (size == 0 || m_tooLarge) return std::nullopt;
    m_taken = size;
    return JsonElement{m_window.text().substr(0, size), start, hasEscapes};
}

std::string JsonScanner::takeText(std::size_t maximum) {
    const char next = peek();
    if (next == '{' || next == '[' || next == 0) {
        skipValue();
        return {};
    }
    if (next == '"') {
        if (!have(maximum + 1) && m_window.error()) return {};
        const std::string_view text = m_window.text();
        std::size_t end = 1;
        while (end < text.size() && end <= maximum && text[end] != '"')
            end += text[end] == '\\' ? 2 : 1;
        std::string value = unescapedJson(text.substr(1, std::min(end, text.size()) - 1));
        skipString();
        return value;
    }
    (void)have(maximum);
    const std::string_view text = m_window.text().substr(0, maximum);
    std::string value(text.begin(), std::find_if(text.begin(), text.end(), endsScalar));
    skipScalar();
    return value == "null" ? std::string() : value;
}

} // namespace hallway
