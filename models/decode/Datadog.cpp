#include "decode/Datadog.h"

#include "decode/DatadogRuns.h"

namespace hallway {

namespace {

class DatadogSpans final : public JsonFormat {
public:
    explicit DatadogSpans(JsonFile& file) : m_runs(file) {}

    void readDocument() override { m_runs.take(); }
    [[nodiscard]] std::string_view word() const override { return "datadog"; }

private:
    DatadogRuns m_runs;
};

class DatadogAnswer final : public JsonFormat {
public:
    explicit DatadogAnswer(JsonFile& file) : m_file(file), m_runs(file) {}

    void readDocument() override;
    [[nodiscard]] std::string_view word() const override { return "datadog"; }

private:
    /// `data` of a trace.
    void readTrace();
    void readAttributes();
    /// `data` of a search: a list of spans, each in `attributes`.
    void readFound();

    JsonFile& m_file;
    JsonScanner& m_scanner = m_file.scanner;
    DatadogRuns m_runs;
};

void DatadogAnswer::readDocument() {
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name))
        if (name != "data")
            m_scanner.skipValue();
        else if (m_scanner.peek() == '[')
            readFound();
        else
            readTrace();
    m_runs.end();
}

void DatadogAnswer::readTrace() {
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name))
        if (name == "attributes")
            readAttributes();
        else
            m_scanner.skipValue();
}

void DatadogAnswer::readAttributes() {
    if (!m_scanner.enterObject()) return;
    std::string_view name;
    while (m_scanner.nextMember(name)) {
        if (name == "spans") {
            if (!m_scanner.enterArray()) continue;
            while (m_scanner.nextElement())
                m_runs.take();
        } else if (name == "is_truncated") {
            m_file.bench.problems.setOffset(m_scanner.offset());
            if (m_scanner.takeText(8) == "true")
                m_file.bench.problems.add(ProblemCode::PartialTrace,
                                          [] { return "the server has cut this trace"; });
        } else {
            m_scanner.skipValue();
        }
    }
}

void DatadogAnswer::readFound() {
    (void)m_scanner.enterArray();
    while (m_scanner.nextElement()) {
        if (!m_scanner.enterObject()) continue;
        std::string_view name;
        while (m_scanner.nextMember(name))
            if (name == "attributes")
                m_runs.take();
            else
                m_scanner.skipValue();
    }
}

} // namespace

bool recognisesDatadogSpans(const JsonOutline& document) {
    return document.has("trace_id") && document.has("span_id") && document.has("service") &&
           document.has("start");
}
std::unique_ptr<JsonFormat> makeDatadogSpans(JsonFile& file) { return std::make_unique<DatadogSpans>(file); }

bool recognisesDatadogAnswer(const JsonOutline& document) {
    return document.has("data.attributes.spans") || document.has("data[].attributes.trace_id");
}
std::unique_ptr<JsonFormat> makeDatadogAnswer(JsonFile& file) {
    return std::make_unique<DatadogAnswer>(file);
}

} // namespace hallway
