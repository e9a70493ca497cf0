#include "query/FilterEvaluation.h"

#include "query/CallConditions.h"
#include "query/Kinships.h"
#include "query/RowConditions.h"
#include "query/SpanConditions.h"
#include "trace/ValueTest.h"

#include <algorithm>

namespace hallway {

namespace {

/// As deep as the filter, which is bounded.
class Evaluation {
public:
    Evaluation(const FilterCapture& capture, const RowAnswers& rows, const CancelToken& cancel)
        : m_capture(capture), m_rows(rows), m_cancel(cancel) {}

    /// `among`: null = all spans.
    Result<SpanSet> of(const Spanset& spanset, const SpanSet* among) const {
        if (m_cancel.cancelled()) return fail(ErrorCode::Cancelled);
        switch (spanset.kind) {
        case Spanset::Kind::Select:
            return limited(of(spanset.condition), among);
        case Spanset::Kind::All:
        case Spanset::Kind::Any:
            return joined(spanset, among);
        case Spanset::Kind::Not:
            return inOtherTraces(spanset.operands.front(), among);
        case Spanset::Kind::Related: {
            const auto left = of(spanset.operands[0], among);
            if (!left) return left;
            const auto right = of(spanset.operands[1], among);
            if (!right) return right;
            return related(*left, spanset.kinship, spanset.form, *right, spans());
        }
        case Spanset::Kind::Pipe: {
            const auto left = of(spanset.operands[0], among);
            return left ? of(spanset.operands[1], &*left) : left;
        }
        case Spanset::Kind::Aggregate:
            return aggregated(spanset, among);
        }
        return fail(ErrorCode::Internal, {"a filter of no kind"});
    }

private:
    [[nodiscard]] const SpanTable& spans() const { return m_capture.spans(); }
    [[nodiscard]] SpanSet everything() const { return SpanSet::all(spans().size()); }

    static Result<SpanSet> limited(Result<SpanSet> set, const SpanSet* among) {
        if (set && among) *set &= *among;
        return set;
    }

    Result<SpanSet> joined(const Spanset& spanset, const SpanSet* among) const {
        Result<SpanSet> all = of(spanset.operands.front(), among);
        if (!all) return all;
        TraceSet inAll = tracesOf(*all, spans());
        for (std::size_t i = 1; i < spanset.operands.size(); ++i) {
            const auto more = of(spanset.operands[i], among);
            if (!more) return more;
            inAll &= tracesOf(*more, spans());
            *all |= *more;
        }
        if (spanset.kind == Spanset::Kind::All) *all &= spansOf(inAll, spans());
        return all;
    }

    Result<SpanSet> inOtherTraces(const Spanset& operand, const SpanSet* among) const {
        const auto named = of(operand, among);
        if (!named) return named;
        TraceSet others = tracesOf(*named, spans());
        others.invert();
        return limited(spansOf(others, spans()), among);
    }

    Result<SpanSet> of(const Condition& condition) const {
        if (m_cancel.cancelled()) return fail(ErrorCode::Cancelled);
        if (isOfOneCall(condition)) return spansOfCalls(condition, m_capture.calls(), spans().size());
        switch (condition.kind) {
        case Condition::Kind::True:
            return everything();
        case Condition::Kind::False:
            return SpanSet(spans().size());
        case Condition::Kind::Compare:
            return of(condition.comparison);
        case Condition::Kind::Not: {
            Result<SpanSet> set = of(condition.operands.front());
            if (set) set->invert();
            return set;
        }
        case Condition::Kind::Any: {
            SpanSet any(spans().size());
            for (const Condition& operand : condition.operands) {
                const auto set = of(operand);
                if (!set) return set;
                any |= *set;
            }
            return any;
        }
        case Condition::Kind::All:
            return ofAll(condition);
        }
        return fail(ErrorCode::Internal, {"a condition of no kind"});
    }

    /// Operands about one call are about the same one.
    Result<SpanSet> ofAll(const Condition& condition) const {
        SpanSet all = everything();
        Condition ofCalls;
        ofCalls.kind = Condition::Kind::All;
        for (const Condition& operand : condition.operands) {
            if (isOfOneCall(operand)) {
                ofCalls.operands.push_back(operand);
                continue;
            }
            const auto set = of(operand);
            if (!set) return set;
            all &= *set;
        }
        if (!ofCalls.operands.empty()) all &= spansOfCalls(ofCalls, m_capture.calls(), spans().size());
        return all;
    }

    Result<SpanSet> of(const Comparison& comparison) const {
        if (isOfCalls(comparison.field.kind)) return spansWithoutCalls(m_capture.calls(), spans().size());
        if (const auto predicate = predicateOf(comparison)) return m_rows[*predicate];
        return spansThat(comparison, m_capture, m_cancel);
    }

    /// What is left of the traces whose spans, taken together, fit.
    Result<SpanSet> aggregated(const Spanset& spanset, const SpanSet* among) const {
        Result<SpanSet> set =
            spanset.operands.empty() ? limited(everything(), among) : of(spanset.operands.front(), among);
        if (!set) return set;
        std::vector<double> numbers;
        if (spanset.function != AggregateFunction::Count) {
            auto found = numbersOf(spanset.comparison.field, m_capture, m_cancel);
            if (!found) return fail(found.error());
            numbers = std::move(*found);
        }
        const ValueTest test(spanset.comparison.relation, scalarOf(spanset.comparison.value));
        TraceSet fitting(spans().traces.size());
        for (std::size_t trace = 0; trace < spans().traces.size(); ++trace)
            if (const auto value = aggregateOf(spans().traces[trace], *set, spanset.function, numbers);
                value && test.fitsReal(*value))
                fitting.insert(TraceRow(trace));
        *set &= spansOf(fitting, spans());
        return set;
    }

    /// Of the set's spans of a trace; nothing where there are none with a number.
    static std::optional<double> aggregateOf(const TraceEntry& trace, const SpanSet& set,
                                             AggregateFunction function, const std::vector<double>& numbers) {
        std::size_t count = 0;
        double sum = 0, least = 0, most = 0;
        for (std::size_t row = trace.firstSpan; row < trace.firstSpan + trace.spanCount; ++row) {
            if (!set.contains(SpanRow(row))) continue;
            const double number = numbers.empty() ? 0 : numbers[row];
            if (number != number) continue;
            least = count == 0 ? number : std::min(least, number);
            most = count == 0 ? number : std::max(most, number);
            sum += number;
            ++count;
        }
        if (count == 0) return std::nullopt;
        switch (function) {
        case AggregateFunction::Count:
            return static_cast<double>(count);
        case AggregateFunction::Average:
            return sum / static_cast<double>(count);
        case AggregateFunction::Minimum:
            return least;
        case AggregateFunction::Maximum:
            return most;
        case AggregateFunction::Sum:
            break;
        }
        return sum;
    }

    const FilterCapture& m_capture;
    const RowAnswers& m_rows;
    const CancelToken& m_cancel;
};

} // namespace

Result<SpanSet> matchingSpans(const Filter& filter, const FilterCapture& capture, const CancelToken& cancel) {
    const auto rows = RowAnswers::gather(filter.root(), capture, cancel);
    if (!rows) return fail(rows.error());
    return Evaluation(capture, *rows, cancel).of(filter.root(), nullptr);
}

} // namespace hallway
