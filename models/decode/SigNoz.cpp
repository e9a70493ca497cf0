#include "decode/SigNoz.h"

#include "decode/SigNozSpan.h"
#include "decode/SpanObjects.h"

namespace hallway {

namespace {

constexpr int maximumWrappers = 8; // of answers

class SigNoz final : public JsonFormat {
public:
    explicit SigNoz(JsonFile& file) : m_file(file), m_spans(file, makeSpanReader<SigNozSpanReader>) {}

    void readDocument() override {
        m_spans.beginDocument();
        if (m_scanner.enterObject()) readMembers(0);
    }
    [[nodiscard]] std::string_view word() const override { return "signoz"; }

private:
    void readMembers(int depth);
    void readWrapper(int depth);
    void readMore();

    JsonFile& m_file;
    JsonScanner& m_scanner = m_file.scanner;
    SpanObjects m_spans;
};

void SigNoz::readMembers(int depth) {
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        if ((name == "spans" || name == "list") && m_scanner.peek() == '[')
            m_spans.takeAll();
        else if (name == "data" || name == "result" || name == "payload")
            readWrapper(depth);
        else if (name == "hasMore" || name == "has_more")
            readMore();
        else
            m_scanner.skipValue();
    }
}

void SigNoz::readWrapper(int depth) {
    if (depth >= maximumWrappers) {
        m_scanner.skipValue();
    } else if (m_scanner.peek() == '[') {
        (void)m_scanner.enterArray();
        while (m_scanner.nextElement())
            if (m_scanner.enterObject()) readMembers(depth + 1);
    } else if (m_scanner.enterObject()) {
        readMembers(depth + 1);
    }
}

void SigNoz::readMore() {
    m_file.bench.problems.setOffset(m_scanner.offset());
    if (m_scanner.takeText(8) == "true")
        m_file.bench.problems.add(ProblemCode::PartialTrace, [] {
            return "the answer holds a part of the trace's spans; SigNoz gives 500 at a time";
        });
}

} // namespace

bool recognisesSigNoz(const JsonOutline& document) {
    return document.hasTail("startTimestampMillis") || document.has("data.spans[].trace_id") ||
           document.has("data.spans[].traceId") || document.hasTail("list[].data.traceID") ||
           // Deeper than an outline looks; its reader passes rows of logs.
           (document.has("data.result[].list[].data") && document.has("data.result[].list[].timestamp"));
}

std::unique_ptr<JsonFormat> makeSigNoz(JsonFile& file) { return std::make_unique<SigNoz>(file); }

} // namespace hallway
