// One after another the documents of a stream: a single one, one per line (also behind a log's prefix),
// several without anything between them, or the elements of an array. What is broken is counted, and the next
// one found.
#pragma once

#include "decode/JsonScanner.h"
#include "decode/RecordProblems.h"

#include <cstdint>
#include <string>

namespace hallway {

class JsonDocuments {
public:
    JsonDocuments(JsonScanner& scanner, RecordProblems& problems)
        : m_scanner(scanner), m_problems(problems) {}

    /// Stands before the next top-level object; false at the end of the stream. The caller reads it with the
    /// scanner until its end or the scanner's failure.
    bool next();

    /// More than one document was whole, and each of these stood on a line of its own.
    [[nodiscard]] bool areLines() const {
        return m_oneLineDocuments > 1 && m_oneLineDocuments == m_documents;
    }

private:
    void finishDocument();
    void beginDocument();
    [[nodiscard]] std::string documentBegin();
    /// The byte `index` places ahead, or nothing at the end of the stream.
    [[nodiscard]] int byteAhead(std::size_t index);
    [[nodiscard]] bool beginsDocument();
    void endLine();
    /// Passes a log line's prefix, up to the next brace, or what follows a document in its line.
    void passText();
    void passLine();
    /// To the next line that begins like a document.
    void passToNextBegin();
    void atEnd();

    JsonScanner& m_scanner;
    RecordProblems& m_problems;
    std::uint64_t m_documents = 0; ///< whole ones
    std::uint64_t m_oneLineDocuments = 0;
    std::uint64_t m_openArrays = 0;
    std::uint64_t m_openArraysAtLine = 0;
    std::uint64_t m_lineOffset = 0;
    std::uint64_t m_documentOffset = 0; ///< of the one being read
    bool m_inside = false;              ///< the caller reads a document
    bool m_prefixed = false;            ///< text stands before the document in its line
    bool m_lineHasDocument = false;
    bool m_lines = false; ///< a document was complete on its line
};

} // namespace hallway
