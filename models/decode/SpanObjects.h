// Spans of a JSON file that are objects of their own: each is handed on whole.
#pragma once

#include "decode/JsonFormat.h"
#include "decode/OtlpBlocks.h"

#include <memory>
#include <string_view>

namespace hallway {

/// Lives on the walking thread. Spans without a trace id become one trace for each document.
class SpanObjects {
public:
    SpanObjects(JsonFile& file, MakeSpanReader reader) : m_file(file), m_reader(reader) {}

    /// What is taken from now on belongs to another document than what was before.
    void beginDocument();
    /// The object that stands next is a span.
    void take();
    /// The objects in the array that stands next are.
    void takeAll();

private:
    JsonFile& m_file;
    MakeSpanReader m_reader;
    SyntheticTraces m_traces{m_file.context.strings, m_file.bench.problems};
    std::uint64_t m_document = 0;
    std::shared_ptr<SpanBlock> m_block;
};

/// A format whose every document is a span.
class SpanDocuments final : public JsonFormat {
public:
    SpanDocuments(JsonFile& file, std::string_view word, MakeSpanReader reader)
        : m_spans(file, reader), m_word(word) {}

    void readDocument() override {
        m_spans.beginDocument();
        m_spans.take();
    }
    [[nodiscard]] std::string_view word() const override { return m_word; }

private:
    SpanObjects m_spans;
    std::string_view m_word;
};

} // namespace hallway
