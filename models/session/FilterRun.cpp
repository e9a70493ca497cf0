#include "session/FilterRun.h"

#include "query/FilterEvaluation.h"
#include "session/Capture.h"
#include "session/DerivedFigures.h"

namespace hallway {

namespace {

/// An open capture as a filter sees it.
class AskedCapture final : public FilterCapture {
public:
    explicit AskedCapture(const Capture& capture) : m_capture(capture) {}

    const SpanTable& spans() const override { return m_capture.spans(); }
    const CallTable& calls() const override { return m_capture.calls(); }
    const StringPool& strings() const override { return m_capture.strings(); }
    Result<std::shared_ptr<const std::vector<TraceFacts>>> traces(const CancelToken& cancel) const override {
        return m_capture.derivedFigures().traces(cancel);
    }
    Result<Shapes> traceShapes(const CancelToken& cancel) const override {
        return m_capture.derivedFigures().traceShapes(cancel);
    }
    Result<Durations> selfTimes(const CancelToken& cancel) const override {
        return m_capture.derivedFigures().selfTimes(cancel);
    }
    Result<Durations> criticalTimes(const CancelToken& cancel) const override {
        return m_capture.derivedFigures().criticalTimes(cancel);
    }
    Result<std::vector<SpanSet>> spansWith(std::span<const AttributePredicate> predicates,
                                           const CancelToken& cancel) const override {
        return m_capture.spansWith(predicates, cancel);
    }
    Result<std::vector<double>> numbers(AttributePlace place, const std::string& key,
                                        const CancelToken& cancel) const override {
        return m_capture.numbers(place, key, cancel);
    }

private:
    const Capture& m_capture;
};

} // namespace

Result<FilterMatch> matchOf(const Filter& filter, const Capture& capture, const CancelToken& cancel) {
    auto spans = matchingSpans(filter, AskedCapture(capture), cancel);
    if (!spans) return fail(spans.error());
    TraceSet traces = tracesOf(*spans, capture.spans());
    return FilterMatch{std::move(*spans), std::move(traces), filter.text()};
}

Chosen chosenBy(const FilterMatch& match, FilterMode mode, const Capture& capture) {
    const bool isWhole = mode == FilterMode::WholeTraces;
    Chosen chosen = isWhole ? chosenTraces(match.traces, capture.spans(), capture.calls())
                            : chosenSpans(match.spans, capture.spans(), capture.calls());
    chosen.by = {match.filter, !isWhole};
    return chosen;
}

} // namespace hallway
