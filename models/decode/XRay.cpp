#include "decode/XRay.h"

#include "decode/SpanObjects.h"
#include "decode/XRaySegment.h"

namespace hallway {

namespace {

/// `{"format":"json","version":1}` stands before each segment that was sent to the daemon.
bool isDaemonHeader(const JsonOutline& document) {
    return document.valueAt("format") == "json" && document.has("version") && !document.has("id") &&
           document.complete();
}

class XRayTraces final : public JsonFormat {
public:
    explicit XRayTraces(JsonFile& file)
        : m_file(file), m_segments(file, makeSpanReader<XRayDocumentReader>) {}

    void readDocument() override;
    [[nodiscard]] std::string_view word() const override { return "xray"; }

private:
    void readTrace();
    /// False if a trace has no such member.
    bool readTraceMember(std::string_view name);
    void readUnprocessed();

    JsonFile& m_file;
    JsonScanner& m_scanner = m_file.scanner;
    SpanObjects m_segments;
};

void XRayTraces::readDocument() {
    // Either traces in `Traces`, or a trace itself.
    m_segments.beginDocument();
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        if (name == "Traces") {
            if (!m_scanner.enterArray()) continue;
            while (m_scanner.nextElement())
                readTrace();
        } else if (name == "UnprocessedTraceIds") {
            readUnprocessed();
        } else if (!readTraceMember(name)) {
            m_scanner.skipValue();
        }
    }
}

void XRayTraces::readTrace() {
    m_segments.beginDocument();
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name))
        if (!readTraceMember(name)) m_scanner.skipValue();
}

bool XRayTraces::readTraceMember(std::string_view name) {
    if (name == "Segments") {
        m_segments.takeAll();
        return true;
    }
    if (name != "LimitExceeded") return false;
    m_file.bench.problems.setOffset(m_scanner.offset());
    if (m_scanner.takeText(8) == "true")
        m_file.bench.problems.add(ProblemCode::PartialTrace, [] {
            return "a trace had more segments than X-Ray keeps; it is not whole";
        });
    return true;
}

void XRayTraces::readUnprocessed() {
    if (!m_scanner.enterArray()) return;
    while (m_scanner.nextElement()) {
        m_file.bench.problems.setOffset(m_scanner.offset());
        const std::string id = m_scanner.takeText(64);
        if (!id.empty())
            m_file.bench.problems.add(ProblemCode::PartialTrace,
                                      [&] { return "trace " + id + " was asked for and not given"; });
    }
}

/// Segments and headers begin alike now and then, so each document is looked at by its reader.
class XRaySegments final : public JsonFormat {
public:
    explicit XRaySegments(JsonFile& file) : m_segments(file, makeSpanReader<XRaySegmentReader>) {}

    void readDocument() override {
        m_segments.beginDocument();
        m_segments.take();
    }
    [[nodiscard]] std::string_view word() const override { return "xray"; }

private:
    SpanObjects m_segments;
};

} // namespace

bool recognisesXRaySegments(const JsonOutline& document) {
    return (document.valueAt("trace_id").starts_with("1-") && document.has("id")) || isDaemonHeader(document);
}
std::unique_ptr<JsonFormat> makeXRaySegments(JsonFile& file) { return std::make_unique<XRaySegments>(file); }

bool recognisesXRayTraces(const JsonOutline& document) {
    return document.has("Traces[].Segments") || document.has("Segments[].Document");
}
std::unique_ptr<JsonFormat> makeXRayTraces(JsonFile& file) { return std::make_unique<XRayTraces>(file); }

} // namespace hallway
