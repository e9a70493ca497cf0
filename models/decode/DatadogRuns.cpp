#include "decode/DatadogRuns.h"

#include "decode/DatadogSpan.h"

namespace hallway {

namespace {
/// Spans that wait at most: a trace may have millions, and no upper half at all.
constexpr std::uint64_t longestRun = 1 << 16;
/// Bytes of other formats behind which they wait no more.
constexpr std::uint64_t farthest = std::uint64_t{16} << 20;
} // namespace

class DatadogRuns::Run final : public SpanBlock {
public:
    Run(SyntheticTraces& traces, JsonFile& file, std::uint64_t number, std::uint64_t trace)
        : m_traces(traces), m_file(file), m_number(number), m_trace(trace) {}

    std::optional<std::uint64_t> upper;
    std::uint64_t end = 0; ///< in the stream
    std::uint64_t spans = 0;
    bool isOpen = true;

    [[nodiscard]] std::uint64_t trace() const { return m_trace; }
    [[nodiscard]] bool isClosed() const override {
        return !isOpen || upper || m_trace == 0 || m_file.scanner.offset() > end + farthest;
    }
    void complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) override {
        if (record.trace.isZero()) {
            m_file.bench.problems.setPosition(slice.position);
            m_traces.give(record, m_number, loose.hash);
        } else if (upper && !record.trace.opaque && record.trace.high == 0) {
            record.trace.high = *upper;
        }
    }

private:
    SyntheticTraces& m_traces;
    JsonFile& m_file;
    std::uint64_t m_number;
    std::uint64_t m_trace;
};

DatadogRuns::Ids DatadogRuns::idsOf(const JsonElement& element) {
    Ids ids;
    // What is wrong with the span is counted by who reads the rest of it.
    m_file.bench.problems.beginTrial();
    (void)m_file.bench.elements.read(element, [&](JsonObject object) {
        forEachMember(object, [&](std::string_view name, JsonAny value) {
            if (isDatadogTraceId(name)) {
                ids.trace = datadogNumber(textOf(value).value_or(std::string_view())).value_or(0);
            } else if (name == "meta") {
                forEachMember(value, [&](std::string_view key, JsonAny member) {
                    if (key == datadogUpperHalf)
                        ids.upper = datadogUpper(textOf(member).value_or(std::string_view()));
                });
            }
        });
    });
    (void)m_file.bench.problems.endTrial();
    return ids;
}

void DatadogRuns::begin(std::uint64_t trace) {
    end();
    m_run = std::make_shared<Run>(m_traces, m_file, ++m_runs, trace);
    if (const auto known = m_uppers.find(trace); known != m_uppers.end()) m_run->upper = known->second;
}

void DatadogRuns::end() {
    if (m_run) m_run->isOpen = false;
}

void DatadogRuns::take() {
    const auto element = m_file.bench.takeElement();
    if (!element) return;
    const Ids ids = idsOf(*element);
    if (!m_run || !m_run->isOpen || m_run->trace() != ids.trace || m_run->spans >= longestRun)
        begin(ids.trace);
    ++m_run->spans;
    m_run->end = element->offset + element->text.size();
    if (ids.upper && ids.trace != 0) {
        m_run->upper = ids.upper;
        m_uppers.emplace(ids.trace, *ids.upper);
    }
    SpanSlice slice;
    slice.isLoose = true;
    slice.reader = makeSpanReader<DatadogSpanReader>;
    m_file.addSpan(*element, slice, m_run);
}

} // namespace hallway
