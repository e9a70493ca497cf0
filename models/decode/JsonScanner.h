// Walks the outer structure of JSON text in a stream, one step at a time, and cuts out the values a decoder
// wants whole. It keeps no tree and no stack: the decoder's own functions are the stack, so nesting it does
// not know is only ever skipped. Tolerant where that is harmless (missing or doubled commas).
#pragma once

#include "decode/BracketScan.h"
#include "decode/JsonWindow.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace hallway {

/// A value cut out of the stream. Its text is followed by 64 readable bytes and valid until the scanner moves
/// on.
struct JsonElement {
    std::string_view text;
    std::uint64_t offset = 0; ///< of its first byte in the stream
    bool hasEscapes = false;  ///< a backslash is in it
};

enum class ScanFailure : std::uint8_t {
    None,
    Cut,       ///< the stream ended inside a document
    Broken,    ///< no JSON
    LineEnded, ///< a new document began on the next line while this one was not finished
};

class JsonScanner {
public:
    explicit JsonScanner(JsonWindow& window) : m_window(window) {}

    // Steps. After a failure every one of them says "no more" until recover() is called.

    /// Stands before the next token: its first character, or 0 at the end of the stream or after a failure.
    [[nodiscard]] char peek();
    /// Steps into an object or array if one is next. Another value is skipped; then false.
    bool enterObject() { return enter('{'); }
    bool enterArray() { return enter('['); }
    /// In an object: the next member's key (unescaped, valid until the next call), standing before its value;
    /// false after the last one, having left the object.
    bool nextMember(std::string_view& key);
    /// In an array: whether another element stands next; false having left the array.
    bool nextElement();
    void skipValue();
    /// The object or array that stands next, whole. Nothing if it is neither (it is skipped then), too large
    /// for the window (skipped; tooLarge() says so) or damaged.
    [[nodiscard]] std::optional<JsonElement> takeValue();
    /// The text of a string, number, true or false that stands next, up to `maximum` bytes; empty for others.
    [[nodiscard]] std::string takeText(std::size_t maximum);

    [[nodiscard]] ScanFailure failure() const { return m_failure; }
    /// Where the failure is: the begin of the value that could not be read whole.
    [[nodiscard]] std::uint64_t failureOffset() const { return m_failureOffset; }
    [[nodiscard]] bool tooLarge() const { return m_tooLarge; }
    void recover() { m_failure = ScanFailure::None; }
    /// Steps past the value taken last, which every other step does by itself.
    void pass() { m_window.advance(std::exchange(m_taken, 0)); }

    [[nodiscard]] std::uint64_t offset() const { return m_window.offset(); }
    [[nodiscard]] JsonWindow& window() { return m_window; }

    // What ends a document although its brackets are open (see JsonDocuments).

    /// Any line break.
    void setLineBreakEnds(bool ends) { m_lineBreakEnds = ends; }
    /// A line that begins like this, e.g. `{"resourceSpans"`; empty for none.
    void setDocumentBegin(std::string begin) { m_documentBegin = std::move(begin); }
    /// Line breaks since the last call.
    [[nodiscard]] bool takeSawLineBreak() { return std::exchange(m_sawLineBreak, false); }

private:
    bool enter(char bracket);
    bool fail(ScanFailure failure, std::uint64_t offset);
    /// Makes the byte at `index` of the window readable.
    bool have(std::size_t index) { return index < m_window.size() || readUpTo(index); }
    bool readUpTo(std::size_t index);
    /// The end of a string that begins at the window's begin; with its quotes. 0 after a failure.
    std::size_t stringEnd(bool& hasEscapes);
    bool skipString();
    void skipScalar();
    /// Passes a bracketed value; keeps it in the window if `keep`. Size of the value, 0 after a failure.
    std::size_t passBrackets(bool keep, bool& hasEscapes);
    [[nodiscard]] bool endsDocument(std::size_t lineBreak);

    JsonWindow& m_window;
    std::string m_key;
    std::string m_documentBegin;
    ScanFailure m_failure = ScanFailure::None;
    std::uint64_t m_failureOffset = 0;
    std::size_t m_taken = 0; ///< size of the value taken last, which is passed at the next step
    bool m_tooLarge = false;
    bool m_lineBreakEnds = false;
    bool m_sawLineBreak = false;
};

} // namespace hallway
