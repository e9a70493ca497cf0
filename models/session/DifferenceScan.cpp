#include "session/DifferenceScan.h"

#include "analysis/SelfTimes.h"
#include "base/Cores.h"
#include "store/CaptureReader.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hallway {

namespace {

/// A span that is read, for a call it is part of.
struct WantedSpan {
    StoreRow row;
    std::uint32_t call = 0;
    SpanPlace place;
};

std::vector<WantedSpan> wantedSpans(const ComparedCalls& calls, const std::vector<InnerSpan>& inside,
                                    const SpanTable& spans) {
    std::vector<WantedSpan> wanted;
    wanted.reserve(calls.size() * 2 + inside.size());
    for (std::uint32_t i = 0; i < calls.size(); ++i) {
        if (calls[i].callee.valid())
            wanted.push_back({spans.storeRow[calls[i].callee.index()], i, {CallSide::Callee, {}}});
        if (calls[i].caller.valid())
            wanted.push_back({spans.storeRow[calls[i].caller.index()], i, {CallSide::Caller, {}}});
    }
    for (const InnerSpan& held : inside)
        wanted.push_back({spans.storeRow[held.span.index()],
                          held.call,
                          {CallSide::Inside, spans.node[held.span.index()]}});
    std::sort(wanted.begin(), wanted.end(),
              [](const WantedSpan& a, const WantedSpan& b) { return a.row < b.row; });
    return wanted;
}

/// Takes the wanted spans of its part of the rows; both are in ascending order.
class Tallier final : public SpanVisitor {
public:
    Tallier(const std::vector<WantedSpan>& wanted, const StringPool& strings)
        : m_wanted(wanted), m_next(wanted.end()), m_tally(strings) {}

    bool wants(StoreRow row) override {
        const auto isBefore = [](const WantedSpan& span, StoreRow at) { return span.row < at; };
        if (!m_begun) m_next = std::lower_bound(m_wanted.begin(), m_wanted.end(), row, isBefore);
        m_begun = true;
        while (m_next != m_wanted.end() && m_next->row < row)
            ++m_next;
        return m_next != m_wanted.end() && m_next->row == row;
    }
    void visit(const VisitedSpan& span) override {
        for (auto held = m_next; held != m_wanted.end() && held->row == span.row; ++held)
            m_tally.add(held->call, held->place, span.resource, span.attributes);
    }
    [[nodiscard]] ValueTally& tally() { return m_tally; }

private:
    const std::vector<WantedSpan>& m_wanted;
    std::vector<WantedSpan>::const_iterator m_next;
    ValueTally m_tally;
    bool m_begun = false;
};

bool saysFailure(const Dimension& dimension) {
    constexpr std::array<std::string_view, 4> keys{"error", "otel.status_code", "otel.status_description",
                                                   "status.code"};
    if (dimension.side == CallSide::Inside) return false; // which one failed is news
    if (dimension.scope == ValueScope::Fact)
        return dimension.fact == Fact::Failed || dimension.fact == Fact::FailureKind ||
               dimension.fact == Fact::StatusCode;
    return std::find(keys.begin(), keys.end(), dimension.key) != keys.end();
}

unsigned threadsFor(unsigned asked) {
    constexpr unsigned most = 4; // more do not read faster from one file
    return asked == 0 ? std::min(most, usableCores()) : asked;
}

} // namespace

Result<Differences> differencesOf(const Capture& capture, const ComparedCalls& calls, ChosenBy chosenBy,
                                  const CancelToken& cancel, unsigned threads) {
    const SpanTable& spans = capture.spans();
    const ResourceTable& resources = capture.reader().resources();
    const std::vector<InnerSpan> inside = spansInside(calls, spans);
    DifferenceFinder finder(calls, inside, spans);
    if (!finder.enough()) return finder.finish();
    const auto isAsked = [&](const Dimension& dimension) {
        return chosenBy != ChosenBy::Failure || !saysFailure(dimension);
    };

    const std::vector<WantedSpan> wanted = wantedSpans(calls, inside, spans);
    std::vector<Tallier> talliers(threadsFor(threads), Tallier(wanted, capture.strings()));
    std::vector<SpanVisitor*> visitors;
    for (Tallier& tallier : talliers)
        visitors.push_back(&tallier);
    if (Status visited = capture.reader().visitSpans(visitors, cancel); !visited)
        return fail(visited.error());

    const std::vector<Duration> self = selfTimesOf(spans);
    for (const ValueColumn& column : factColumns(calls, capture.calls(), spans, capture.strings(), self))
        if (isAsked(column.dimension)) finder.add(column);
    for (const ValueColumn& column :
         innerFactColumns(calls, inside, capture.calls(), spans, capture.strings(), self))
        finder.add(column);
    ValueTally& tally = talliers.front().tally();
    for (std::size_t i = 1; i < talliers.size(); ++i)
        tally.unite(std::move(talliers[i].tally()));
    for (const ValueTally::Resources& held : tally.resources())
        for (const Dimension& dimension : resourceDimensions(held, resources, capture.strings())) {
            if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
            finder.add(resourceKey(dimension, held, resources, capture.strings()));
        }
    for (TalliedKey& key : tally.takeKeys()) {
        if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
        if (isAsked(key.dimension)) finder.add(std::move(key));
    }
    Differences differences = finder.finish();
    differences.keysLeftOut = tally.keysLeftOut();
    return differences;
}

} // namespace hallway
