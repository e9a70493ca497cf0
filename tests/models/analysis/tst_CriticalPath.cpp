#include "analysis/CriticalPath.h"

#include "RandomTrace.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace hallway;
using namespace hallway::test;

namespace {

/// A section with the span's number and times after the origin.
struct Section {
    std::uint64_t id;
    std::int64_t from, to;
    bool operator==(const Section&) const = default;
};

std::vector<Section> pathOf(const SpanTableBuilder& builder, ClockMode clocks = ClockMode::Raw) {
    const SpanTable spans = builder.build();
    const SpanTree tree = spanTreeOf(TraceRow(0u), spans, clocks);
    std::vector<Section> path;
    for (const PathSection& section : criticalPathOf(tree, spans, StringPool()))
        path.push_back({spans.id[tree.spans[section.span].row.index()], sinceOrigin(section.from),
                        sinceOrigin(section.to)});
    return path;
}

/// calls.md 2.2 word for word, recursive and slow, over an already sanitised tree.
class WordForWord {
public:
    explicit WordForWord(const std::vector<TestSpan>& trace) {
        for (const TestSpan& span : trace)
            m_spans.push_back({span, false});
        for (std::size_t i = 0; i < m_spans.size(); ++i)
            sanitize(m_spans[i]);
    }

    std::vector<Section> path() {
        std::vector<const Held*> roots;
        for (const Held& span : m_spans)
            if (span.kept && span.span.parent == 0) roots.push_back(&span);
        std::sort(roots.begin(), roots.end(), [](const Held* a, const Held* b) {
            return std::pair(a->span.start, a->span.id) < std::pair(b->span.start, b->span.id);
        });
        for (const Held* root : roots)
            walk(*root, nullptr);
        return m_path;
    }

private:
    struct Held {
        TestSpan span;
        bool kept;
    };

    const Held& parentOf(const Held& span) const { return m_spans[span.span.parent - 1]; }

    void sanitize(Held& held) {
        TestSpan& span = held.span;
        if (span.flags.has(SpanFlag::Unfinished) || span.end < span.start) return;
        held.kept = true;
        if (span.parent == 0) return;
        const Held& parent = parentOf(held);
        const bool async = span.kind == SpanKind::Consumer && parent.span.kind == SpanKind::Producer;
        held.kept = parent.kept && !async && span.start < parent.span.end && span.end > parent.span.start;
        span.start = std::max(span.start, parent.span.start);
        span.end = std::min(span.end, parent.span.end);
    }

    void walk(const Held& held, const std::int64_t* limit) {
        const Held* last = nullptr;
        for (const Held& child : m_spans) {
            if (!child.kept || child.span.parent != held.span.id) continue;
            if (limit != nullptr && (child.span.end > *limit || child.span.start >= *limit)) continue;
            const auto rank = [](const Held& h) {
                return std::tuple(h.span.end, h.span.start, -std::int64_t(h.span.id));
            };
            if (last == nullptr || rank(child) > rank(*last)) last = &child;
        }
        const std::int64_t to = limit != nullptr ? *limit : held.span.end;
        const std::int64_t from = last != nullptr ? last->span.end : held.span.start;
        if (from < to) m_path.push_back({held.span.id, from, to});
        if (last != nullptr)
            walk(*last, nullptr);
        else if (held.span.parent != 0)
            walk(parentOf(held), &held.span.start);
    }

    std::vector<Held> m_spans;
    std::vector<Section> m_path;
};

SpanTable hundredThousand(bool wide) {
    constexpr std::uint64_t count = 100'000;
    SpanTableBuilder builder;
    for (std::uint64_t id = 1; id <= count; ++id) {
        const auto step = std::int64_t(id);
        if (wide)
            builder.add({.id = id,
                         .parent = id == 1 ? 0u : 1u,
                         .start = id == 1 ? 0 : 10 * step,
                         .end = id == 1 ? 2'000'000 : 10 * step + 10});
        else
            builder.add({.id = id, .parent = id - 1, .start = step, .end = 1'000'000 - step});
    }
    return builder.build();
}

} // namespace

class tst_CriticalPath : public QObject {
    Q_OBJECT

private slots:
    void sequentialChildrenAreOnThePath();
    void anOverlappedChildIsOff();
    void aChildIsClippedToItsParent();
    void aChildAfterItsParentIsDropped();
    void childrenThatMeetAreBothOnThePath();
    void thePathDescends();
    void aConsumerDoesNotBlockItsProducer();
    void aConsumerBelowAnythingElseBlocks();
    void nothingBelowAnUnfinishedSpanIsOnThePath();
    void rootsAreConcatenated();
    void anUnfinishedRootHasNoPath();
    void tiesGoToTheLaterStartThenTheSmallerId();
    void childrenWithoutLengthDoNotStopThePath();
    void adjustedClocksDecide();
    void timesAreSumsOfSections();
    void thePathIsThatOfTheDefinition();
    void sectionsAreDisjointAndCoverTheirRoot();
    void wideAndDeepTracesAreFast_data();
    void wideAndDeepTracesAreFast();
};

void tst_CriticalPath::sequentialChildrenAreOnThePath() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 2, .parent = 1, .start = 10, .end = 30},
                    {.id = 3, .parent = 1, .start = 50, .end = 80}}) ==
            (std::vector<Section>{{1, 80, 100}, {3, 50, 80}, {1, 30, 50}, {2, 10, 30}, {1, 0, 10}}));
}

void tst_CriticalPath::anOverlappedChildIsOff() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 2, .parent = 1, .start = 20, .end = 60},
                    {.id = 3, .parent = 1, .start = 40, .end = 90}}) ==
            (std::vector<Section>{{1, 90, 100}, {3, 40, 90}, {1, 0, 40}}));
}

void tst_CriticalPath::aChildIsClippedToItsParent() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100}, {.id = 2, .parent = 1, .start = 90, .end = 130}}) ==
            (std::vector<Section>{{2, 90, 100}, {1, 0, 90}}));
}

void tst_CriticalPath::aChildAfterItsParentIsDropped() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 2, .parent = 1, .start = 110, .end = 120},
                    {.id = 3, .parent = 2, .start = 50, .end = 115}}) == (std::vector<Section>{{1, 0, 100}}));
}

void tst_CriticalPath::childrenThatMeetAreBothOnThePath() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 2, .parent = 1, .start = 10, .end = 50},
                    {.id = 3, .parent = 1, .start = 50, .end = 80}}) ==
            (std::vector<Section>{{1, 80, 100}, {3, 50, 80}, {2, 10, 50}, {1, 0, 10}}));
}

void tst_CriticalPath::thePathDescends() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 2, .parent = 1, .start = 10, .end = 90},
                    {.id = 3, .parent = 2, .start = 20, .end = 40},
                    {.id = 4, .parent = 2, .start = 50, .end = 70}}) ==
            (std::vector<Section>{
                {1, 90, 100}, {2, 70, 90}, {4, 50, 70}, {2, 40, 50}, {3, 20, 40}, {2, 10, 20}, {1, 0, 10}}));
}

void tst_CriticalPath::aConsumerDoesNotBlockItsProducer() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100, .kind = SpanKind::Producer},
                    {.id = 2, .parent = 1, .start = 10, .end = 90, .kind = SpanKind::Consumer},
                    {.id = 3, .parent = 2, .start = 20, .end = 80}}) == (std::vector<Section>{{1, 0, 100}}));
}

void tst_CriticalPath::aConsumerBelowAnythingElseBlocks() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 2, .parent = 1, .start = 10, .end = 90, .kind = SpanKind::Consumer}}) ==
            (std::vector<Section>{{1, 90, 100}, {2, 10, 90}, {1, 0, 10}}));
}

void tst_CriticalPath::nothingBelowAnUnfinishedSpanIsOnThePath() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 2, .parent = 1, .start = 10, .flags = SpanFlag::Unfinished},
                    {.id = 3, .parent = 2, .start = 20, .end = 80},
                    {.id = 4, .parent = 1, .start = 50, .end = 30},
                    {.id = 5, .parent = 4, .start = 40, .end = 60}}) == (std::vector<Section>{{1, 0, 100}}));
}

void tst_CriticalPath::rootsAreConcatenated() {
    QVERIFY(pathOf({{.id = 1, .start = 50, .end = 100},
                    {.id = 2, .parent = 99, .start = 0, .end = 70},
                    {.id = 3, .parent = 2, .start = 10, .end = 20}}) ==
            (std::vector<Section>{{2, 20, 70}, {3, 10, 20}, {2, 0, 10}, {1, 50, 100}}));
}

void tst_CriticalPath::anUnfinishedRootHasNoPath() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .flags = SpanFlag::Unfinished},
                    {.id = 2, .parent = 1, .start = 10, .end = 90}})
                .empty());
}

void tst_CriticalPath::tiesGoToTheLaterStartThenTheSmallerId() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 2, .parent = 1, .start = 40, .end = 90},
                    {.id = 3, .parent = 1, .start = 60, .end = 90}}) ==
            (std::vector<Section>{{1, 90, 100}, {3, 60, 90}, {1, 0, 60}}));
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 3, .parent = 1, .start = 60, .end = 90},
                    {.id = 2, .parent = 1, .start = 60, .end = 90}}) ==
            (std::vector<Section>{{1, 90, 100}, {2, 60, 90}, {1, 0, 60}}));
    // Clipped to the same times: the raw start does not matter any more.
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 3, .parent = 1, .start = -20, .end = 100},
                    {.id = 2, .parent = 1, .start = -10, .end = 100}}) ==
            (std::vector<Section>{{2, 0, 100}}));
}

void tst_CriticalPath::childrenWithoutLengthDoNotStopThePath() {
    QVERIFY(pathOf({{.id = 1, .start = 0, .end = 100},
                    {.id = 2, .parent = 1, .start = 50, .end = 50},
                    {.id = 3, .parent = 1, .start = 50, .end = 50},
                    {.id = 4, .parent = 1, .start = 20, .end = 50},
                    {.id = 5, .parent = 1, .start = 100, .end = 100}}) ==
            (std::vector<Section>{{1, 50, 100}, {4, 20, 50}, {1, 0, 20}}));
    QVERIFY(pathOf({{.id = 1, .start = 5, .end = 5}, {.id = 2, .parent = 1, .start = 0, .end = 10}}).empty());
}

void tst_CriticalPath::adjustedClocksDecide() {
    const SpanTableBuilder skewed{{.id = 1, .start = 100, .end = 200, .host = "a"},
                                  {.id = 2, .parent = 1, .start = 10, .end = 60, .host = "b"}};
    QVERIFY(pathOf(skewed) == (std::vector<Section>{{1, 100, 200}}));
    QVERIFY(pathOf(skewed, ClockMode::Adjusted) ==
            (std::vector<Section>{{1, 175, 200}, {2, 125, 175}, {1, 100, 125}}));
}

void tst_CriticalPath::timesAreSumsOfSections() {
    const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 100},
                                     {.id = 2, .parent = 1, .start = 20, .end = 60},
                                     {.id = 3, .parent = 1, .start = 40, .end = 90},
                                     {.id = 4, .parent = 1, .start = 95, .flags = SpanFlag::Unfinished}});
    const auto times = criticalTimes(spanTreeOf(TraceRow(0u), spans, ClockMode::Raw), spans, StringPool());
    QCOMPARE(times,
             (std::vector<std::optional<Duration>>{Duration(50), Duration(0), Duration(50), std::nullopt}));
}

void tst_CriticalPath::thePathIsThatOfTheDefinition() {
    QVERIFY(rc::check("the iterative walk equals the words of the definition", [] {
        const std::vector<TestSpan> trace = randomTrace();
        SpanTableBuilder builder;
        for (const TestSpan& span : trace)
            builder.add(span);
        RC_ASSERT(pathOf(builder) == WordForWord(trace).path());
    }));
}

void tst_CriticalPath::sectionsAreDisjointAndCoverTheirRoot() {
    QVERIFY(rc::check("sections run backwards from each root's end to its start", [] {
        const SpanTable spans = tableOf(randomTrace());
        const SpanTree tree = spanTreeOf(TraceRow(0u), spans, ClockMode::Adjusted, Duration(40));
        const std::vector<PathSection> path = criticalPathOf(tree, spans, StringPool());
        auto section = path.begin();
        Duration sum{};
        for (std::uint32_t root = 0; root < tree.spans.size(); root += tree.spans[root].subtreeSize) {
            if (!spans.hasDuration(tree.spans[root].row)) continue;
            sum += tree.spans[root].end - tree.spans[root].start;
            Timestamp reached = tree.spans[root].end;
            while (reached > tree.spans[root].start) {
                RC_ASSERT(section != path.end());
                RC_ASSERT(section->to == reached);
                RC_ASSERT(section->from < section->to);
                RC_ASSERT(section->from >= tree.spans[section->span].start);
                RC_ASSERT(section->to <= tree.spans[section->span].end);
                reached = section++->from;
            }
            RC_ASSERT(reached == tree.spans[root].start);
        }
        RC_ASSERT(section == path.end());
        const auto times = criticalTimes(tree, spans, StringPool());
        RC_ASSERT(sum ==
                  std::accumulate(times.begin(), times.end(), Duration{}, [](Duration all, const auto& time) {
                      return all + time.value_or(Duration{});
                  }));
    }));
}

void tst_CriticalPath::wideAndDeepTracesAreFast_data() {
    QTest::addColumn<bool>("wide");
    QTest::newRow("wide") << true;
    QTest::newRow("deep") << false;
}

void tst_CriticalPath::wideAndDeepTracesAreFast() {
    QFETCH(bool, wide);
    const SpanTable spans = hundredThousand(wide);
    const SpanTree tree = spanTreeOf(TraceRow(0u), spans, ClockMode::Adjusted);
    QElapsedTimer timer;
    timer.start();
    const auto path = criticalPathOf(tree, spans, StringPool());
    QVERIFY2(timer.elapsed() < 3000, "a quadratic search takes many seconds");
    // wide: the children follow each other, the root is before and after; deep: down and up again
    QCOMPARE(path.size(), wide ? std::size_t(100'001) : std::size_t(199'999));
}

QTEST_APPLESS_MAIN(tst_CriticalPath)
#include "tst_CriticalPath.moc"
