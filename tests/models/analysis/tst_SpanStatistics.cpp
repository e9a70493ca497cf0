#include "analysis/SpanStatistics.h"

#include "RandomTrace.h"
#include "analysis/SelfTimes.h"

#include <QTest>

#include <limits>
#include <map>
#include <numeric>

using namespace hallway;
using namespace hallway::test;

namespace {

std::vector<SpanRow> allRows(const SpanTable& spans) {
    std::vector<SpanRow> rows;
    for (std::size_t row = 0; row < spans.size(); ++row)
        rows.emplace_back(row);
    return rows;
}

/// Straight from the definition.
SpanFigures figuresOf(const std::vector<SpanRow>& rows, const SpanTable& spans,
                      const std::vector<Duration>& selves) {
    SpanFigures figures;
    std::vector<Duration> durations;
    for (const SpanRow row : rows) {
        ++figures.spans;
        figures.failed += spans.flags[row.index()].has(SpanFlag::Failed) ? 1 : 0;
        if (!spans.hasDuration(row)) continue;
        durations.push_back(spans.duration(row));
        figures.total = figures.total.value_or(Duration(0)) + spans.duration(row);
        figures.self = figures.self.value_or(Duration(0)) + selves[row.index()];
    }
    figures.duration = distributionOf(durations);
    return figures;
}

SpanGroups groupsOf(std::vector<std::uint32_t> of, std::uint32_t count) { return {std::move(of), count}; }

} // namespace

class tst_SpanStatistics : public QObject {
    Q_OBJECT

private slots:
    void countsByHand() {
        SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 100},
                                   {.id = 2, .parent = 1, .start = 10, .end = 40, .flags = SpanFlag::Failed},
                                   {.id = 3, .parent = 1, .start = 50, .end = 60},
                                   {.id = 4, .parent = 1, .start = 70, .flags = SpanFlag::Unfinished}});
        const auto statistics =
            statisticsOf(allRows(spans), spans, selfTimesOf(spans), groupsOf({0, 2, 2, 2}, 3), nullptr);
        QCOMPARE(statistics.groups.size(), std::size_t{2}); // none is in group 1
        QCOMPARE(statistics.groups[0].group, 0u);
        QCOMPARE(statistics.groups[0].figures.self, std::optional(Duration(60)));
        const SpanFigures& second = statistics.groups[1].figures;
        QCOMPARE(statistics.groups[1].group, 2u);
        QCOMPARE(second.spans, std::uint64_t{3});
        QCOMPARE(second.failed, std::uint64_t{1});
        QCOMPARE(second.total, std::optional(Duration(40)));
        QCOMPARE(second.duration->samples, std::uint64_t{2});
        QCOMPARE(second.duration->p50, Duration(10));
        QVERIFY(statistics.groups[1].parts.empty());
        QCOMPARE(statistics.all.spans, std::uint64_t{4});
    }

    void spansWithoutADurationHaveNoTimes() {
        const SpanTable spans = spansOf({{.id = 1, .start = 5, .flags = SpanFlag::Unfinished}});
        const auto all =
            statisticsOf(allRows(spans), spans, selfTimesOf(spans), groupsOf({0}, 1), nullptr).all;
        QCOMPARE(all.spans, std::uint64_t{1});
        QVERIFY(!all.total && !all.self && !all.duration);
    }

    void aSumBeyondWhatCanBeToldIsAbsent() {
        constexpr std::int64_t half = std::numeric_limits<std::int64_t>::max() / 3 * 2;
        SpanTable spans = spansOf({{.id = 1, .start = 1, .end = 2}, {.id = 2, .start = 1, .end = 2}});
        for (std::size_t row = 0; row < 2; ++row) {
            spans.start[row] = timestampOf(1);
            spans.end[row] = timestampOf(half);
        }
        const auto all =
            statisticsOf(allRows(spans), spans, selfTimesOf(spans), groupsOf({0, 0}, 1), nullptr).all;
        QVERIFY(!all.total);
        QCOMPARE(all.duration->max, Duration(half - 1));
    }

    void countsOnlyTheRowsItIsGiven() {
        const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 9}, {.id = 2, .start = 1, .end = 5}});
        const auto statistics = statisticsOf(std::vector{rowOf(2, spans)}, spans, selfTimesOf(spans),
                                             groupsOf({0, 1}, 2), nullptr);
        QCOMPARE(statistics.all.spans, std::uint64_t{1});
        QCOMPARE(statistics.groups.size(), std::size_t{1});
        QCOMPARE(statistics.groups[0].group, 1u);
    }

    void nothingGivesNothing() {
        const auto statistics = statisticsOf({}, SpanTable(), {}, groupsOf({}, 0), nullptr);
        QCOMPARE(statistics.all.spans, std::uint64_t{0});
        QVERIFY(statistics.groups.empty());
    }

    void operationsAreNumberedOnce() {
        StringPool strings;
        const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 9, .name = "pay"},
                                         {.id = 2, .start = 1, .end = 5, .name = "get"},
                                         {.id = 3, .start = 2, .end = 5, .name = "pay"}},
                                        strings);
        const OperationGroups operations = groupByOperation(spans);
        QCOMPARE(operations.groups.count, 2u);
        QCOMPARE(operations.groups.of[0], operations.groups.of[2]);
        QCOMPARE(strings.text(operations.names[operations.groups.of[1]]), std::string_view("get"));
    }

    void twoLevelsAreWhatANaiveCountGives() {
        QVERIFY(rc::check("every group and part", [] {
            const auto trace = randomTrace(30);
            SpanTable spans = tableOf(trace);
            for (auto& flags : spans.flags)
                flags.set(SpanFlag::Failed, *rc::gen::inRange(0, 3) == 0);
            const auto selves = selfTimesOf(spans);
            const auto groups = [&](std::uint32_t count) {
                std::vector<std::uint32_t> of;
                for (std::size_t i = 0; i < spans.size(); ++i)
                    of.push_back(*rc::gen::inRange(0u, count));
                return groupsOf(std::move(of), count);
            };
            const SpanGroups by = groups(4), then = groups(3);
            std::vector<SpanRow> rows;
            for (const SpanRow row : allRows(spans))
                if (*rc::gen::inRange(0, 4) > 0) rows.push_back(row);

            std::map<std::uint32_t, std::vector<SpanRow>> first;
            std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<SpanRow>> second;
            for (const SpanRow row : rows) {
                first[by.of[row.index()]].push_back(row);
                second[{by.of[row.index()], then.of[row.index()]}].push_back(row);
            }
            const auto statistics = statisticsOf(rows, spans, selves, by, &then, {}, 2);
            RC_ASSERT(statistics.all == figuresOf(rows, spans, selves));
            RC_ASSERT(statistics.groups.size() == first.size());
            std::size_t parts = 0;
            for (const StatisticsGroup& group : statistics.groups) {
                RC_ASSERT(group.figures == figuresOf(first.at(group.group), spans, selves));
                for (const StatisticsPart& part : group.parts)
                    RC_ASSERT(part.figures == figuresOf(second.at({group.group, part.group}), spans, selves));
                parts += group.parts.size();
            }
            RC_ASSERT(parts == second.size());
        }));
    }
};

QTEST_APPLESS_MAIN(tst_SpanStatistics)
#include "tst_SpanStatistics.moc"
