#include "query/SpanConditions.h"

#include "base/Hash.h"
#include "query/RowConditions.h"
#include "trace/ValueTest.h"

#include <functional>
#include <limits>

namespace hallway {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t traceIdDigits = 32, spanIdDigits = 16, shapeDigits = 16;

/// The spans of which `fits` is true, asked once each.
template <class Fits>
SpanSet spansWhere(const SpanTable& spans, Fits fits) {
    SpanSet found(spans.size());
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (fits(SpanRow(row))) found.insert(SpanRow(row));
    return found;
}

/// All spans of the traces of which `fits` is true.
template <class Fits>
SpanSet tracesWhere(const SpanTable& spans, Fits fits) {
    TraceSet found(spans.traces.size());
    for (std::size_t row = 0; row < spans.traces.size(); ++row)
        if (fits(TraceRow(row))) found.insert(TraceRow(row));
    return spansOf(found, spans);
}

/// Answers about texts of the pool, worked out once each.
class PooledTexts {
public:
    PooledTexts(ValueTest test, const StringPool& strings)
        : m_test(std::move(test)), m_strings(strings), m_known(strings.size(), 0) {}
    bool operator()(StringId text) {
        std::uint8_t& known = m_known[text.index()];
        if (known == 0) known = m_test.fitsText(m_strings.text(text)) ? 1 : 2;
        return known == 1;
    }

private:
    ValueTest m_test;
    const StringPool& m_strings;
    std::vector<std::uint8_t> m_known;
};

/// Status and kind know = and != only.
template <class Value>
bool fitsWord(const Comparison& comparison, Value value) {
    const auto* const wanted = std::get_if<Value>(&comparison.value);
    const bool isEqual = comparison.relation == Relation::Equal;
    if (!wanted) return !isEqual; // nil: every span has one
    return (value == *wanted) == isEqual;
}

ValueTest testOf(const Comparison& comparison, std::size_t idDigits = 0) {
    Scalar value = scalarOf(comparison.value);
    const bool isEquality =
        comparison.relation == Relation::Equal || comparison.relation == Relation::NotEqual;
    if (auto* const text = std::get_if<std::string>(&value); text && idDigits > 0 && isEquality)
        *text = normalisedId(*text, idDigits);
    return {comparison.relation, value};
}

std::vector<std::uint32_t> childCounts(const SpanTable& spans) {
    std::vector<std::uint32_t> counts(spans.size(), 0);
    for (const SpanRow parent : spans.parent)
        if (parent.valid()) ++counts[parent.index()];
    return counts;
}

/// Share of the trace's duration by span.
std::vector<double> shares(const SpanTable& spans, const std::vector<TraceFacts>& traces) {
    std::vector<double> all(spans.size(), none);
    for (std::size_t trace = 0; trace < traces.size(); ++trace) {
        const TraceEntry entry = spans.traces[trace];
        const Duration whole = traces[trace].duration.value_or(Duration::zero());
        if (whole <= Duration::zero()) continue;
        for (std::size_t row = entry.firstSpan; row < entry.firstSpan + entry.spanCount; ++row)
            if (spans.hasDuration(SpanRow(row)))
                all[row] = static_cast<double>(spans.duration(SpanRow(row)).count()) /
                           static_cast<double>(whole.count());
    }
    return all;
}

bool fitsDuration(const ValueTest& test, const std::optional<Duration>& duration) {
    return duration ? test.fitsInteger(duration->count()) : test.wantsAbsence();
}

SpanSet ofTraces(const Comparison& comparison, const FilterCapture& capture,
                 const std::vector<TraceFacts>& traces) {
    const SpanTable& spans = capture.spans();
    ValueTest test = testOf(comparison);
    switch (comparison.field.kind) {
    case FieldKind::TraceDuration:
        return tracesWhere(spans,
                           [&](TraceRow row) { return fitsDuration(test, traces[row.index()].duration); });
    case FieldKind::RootName: {
        PooledTexts texts(test, capture.strings());
        return tracesWhere(spans, [&](TraceRow row) {
            const StringId name = spans.name[traces[row.index()].root.index()];
            return name.valid() ? texts(name) : test.wantsAbsence();
        });
    }
    case FieldKind::RootService:
        return tracesWhere(spans, [&](TraceRow row) {
            const Node& node = capture.calls().nodes[spans.node[traces[row.index()].root.index()].index()];
            return node.noService ? test.wantsAbsence() : test.fitsText(node.name);
        });
    default: {
        const std::vector<double> all = shares(spans, traces);
        return spansWhere(spans, [&](SpanRow row) {
            const double share = all[row.index()];
            return share == share ? test.fitsReal(share) : test.wantsAbsence();
        });
    }
    }
}

bool isTrue(FieldKind kind, SpanFlags flags, bool hasParent) {
    if (kind == FieldKind::Failed) return flags.has(SpanFlag::Failed);
    if (kind == FieldKind::IsEntry) return flags.has(SpanFlag::Entry);
    return !hasParent && !flags.has(SpanFlag::Orphan);
}

/// What the columns of spans answer alone.
SpanSet ofSpans(const Comparison& comparison, const FilterCapture& capture) {
    const SpanTable& spans = capture.spans();
    switch (comparison.field.kind) {
    case FieldKind::Name: {
        ValueTest test = testOf(comparison);
        PooledTexts texts(test, capture.strings());
        return spansWhere(spans, [&](SpanRow row) {
            const StringId name = spans.name[row.index()];
            return name.valid() ? texts(name) : test.wantsAbsence();
        });
    }
    case FieldKind::Kind:
        return spansWhere(spans, [&](SpanRow row) { return fitsWord(comparison, spans.kind(row)); });
    case FieldKind::StatusCode:
        return spansWhere(spans, [&](SpanRow row) { return fitsWord(comparison, spans.status(row)); });
    case FieldKind::SpanDuration: {
        const ValueTest test = testOf(comparison);
        return spansWhere(spans, [&](SpanRow row) {
            return spans.hasDuration(row) ? test.fitsInteger(spans.duration(row).count())
                                          : test.wantsAbsence();
        });
    }
    case FieldKind::SpanId: {
        ValueTest test = testOf(comparison, spanIdDigits);
        return spansWhere(
            spans, [&](SpanRow row) { return test.fitsText(textOf(spans.spanId(row), capture.strings())); });
    }
    case FieldKind::TraceId: {
        ValueTest test = testOf(comparison, traceIdDigits);
        return tracesWhere(spans, [&](TraceRow row) {
            return test.fitsText(textOf(spans.traces[row.index()].id, capture.strings()));
        });
    }
    case FieldKind::ChildCount: {
        const ValueTest test = testOf(comparison);
        const std::vector<std::uint32_t> counts = childCounts(spans);
        return spansWhere(spans, [&](SpanRow row) { return test.fitsInteger(counts[row.index()]); });
    }
    default: {
        const ValueTest test = testOf(comparison);
        return spansWhere(spans, [&](SpanRow row) {
            return test.fitsTruth(
                isTrue(comparison.field.kind, spans.flags[row.index()], spans.parent[row.index()].valid()));
        });
    }
    }
}

bool isOfTraces(FieldKind kind) {
    return kind == FieldKind::TraceDuration || kind == FieldKind::RootName ||
           kind == FieldKind::RootService || kind == FieldKind::Share;
}

Result<FilterCapture::Durations> derivedDurations(FieldKind kind, const FilterCapture& capture,
                                                  const CancelToken& cancel) {
    return kind == FieldKind::Self ? capture.selfTimes(cancel) : capture.criticalTimes(cancel);
}

} // namespace

Result<SpanSet> spansThat(const Comparison& comparison, const FilterCapture& capture,
                          const CancelToken& cancel) {
    const FieldKind kind = comparison.field.kind;
    if (isOfTraces(kind)) {
        const auto traces = capture.traces(cancel);
        if (!traces) return fail(traces.error());
        return ofTraces(comparison, capture, **traces);
    }
    if (kind == FieldKind::TraceShape) {
        const auto shapes = capture.traceShapes(cancel);
        if (!shapes) return fail(shapes.error());
        ValueTest test = testOf(comparison, shapeDigits);
        return tracesWhere(capture.spans(),
                           [&](TraceRow row) { return test.fitsText(hexOf((**shapes)[row.index()])); });
    }
    if (kind == FieldKind::Self || kind == FieldKind::CriticalPath) {
        const auto durations = derivedDurations(kind, capture, cancel);
        if (!durations) return fail(durations.error());
        const ValueTest test = testOf(comparison);
        return spansWhere(capture.spans(),
                          [&](SpanRow row) { return fitsDuration(test, (**durations)[row.index()]); });
    }
    return ofSpans(comparison, capture);
}

Result<std::vector<double>> numbersOf(const Field& field, const FilterCapture& capture,
                                      const CancelToken& cancel) {
    const SpanTable& spans = capture.spans();
    if (const auto place = placeOf(field.kind)) return capture.numbers(*place, field.key, cancel);
    std::vector<double> numbers(spans.size(), none);
    if (isOfTraces(field.kind)) {
        const auto traces = capture.traces(cancel);
        if (!traces) return fail(traces.error());
        if (field.kind == FieldKind::Share) return shares(spans, **traces);
        for (std::size_t trace = 0; trace < (*traces)->size(); ++trace) {
            const TraceEntry entry = spans.traces[trace];
            if (const auto duration = (**traces)[trace].duration)
                for (std::size_t row = entry.firstSpan; row < entry.firstSpan + entry.spanCount; ++row)
                    numbers[row] = static_cast<double>(duration->count());
        }
        return numbers;
    }
    if (field.kind == FieldKind::ChildCount) {
        const std::vector<std::uint32_t> counts = childCounts(spans);
        numbers.assign(counts.begin(), counts.end());
        return numbers;
    }
    if (field.kind == FieldKind::SpanDuration) {
        for (std::size_t row = 0; row < spans.size(); ++row)
            if (spans.hasDuration(SpanRow(row)))
                numbers[row] = static_cast<double>(spans.duration(SpanRow(row)).count());
        return numbers;
    }
    const auto durations = derivedDurations(field.kind, capture, cancel);
    if (!durations) return fail(durations.error());
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (const auto& duration = (**durations)[row]) numbers[row] = static_cast<double>(duration->count());
    return numbers;
}

} // namespace hallway
