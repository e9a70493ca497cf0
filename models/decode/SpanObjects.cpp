#include "decode/SpanObjects.h"

namespace hallway {

namespace {

class DocumentBlock final : public SpanBlock {
public:
    DocumentBlock(SyntheticTraces& traces, RecordProblems& problems, std::uint64_t document)
        : m_traces(traces), m_problems(problems), m_document(document) {}

    [[nodiscard]] bool isClosed() const override { return true; }
    void complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) override {
        if (!record.trace.isZero()) return;
        m_problems.setPosition(slice.position);
        m_traces.give(record, m_document, loose.hash);
    }

private:
    SyntheticTraces& m_traces;
    RecordProblems& m_problems;
    std::uint64_t m_document;
};

} // namespace

void SpanObjects::beginDocument() {
    m_block = std::make_shared<DocumentBlock>(m_traces, m_file.bench.problems, ++m_document);
}

void SpanObjects::take() {
    SpanSlice slice;
    slice.reader = m_reader;
    if (const auto element = m_file.bench.takeElement()) m_file.addSpan(*element, slice, m_block);
}

void SpanObjects::takeAll() {
    if (!m_file.scanner.enterArray()) return;
    while (m_file.scanner.nextElement())
        take();
}

} // namespace hallway
