#include "analysis/ExceptionGroups.h"

#include "support/SpanTableBuilder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// Spans 1 … 3, of nodes 0, 1 and 1, one 100 ns after the other; the second failed.
SpanTable threeSpans() {
    SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 10},
                               {.id = 2, .start = 100, .end = 110, .node = 1, .flags = SpanFlag::Failed},
                               {.id = 3, .start = 200, .end = 210, .node = 1}});
    return spans;
}

ExceptionEvent thrown(Timestamp time, std::string_view type, std::string_view message,
                      std::string_view stackTrace = {}) {
    return {StoreRow(0u), time, type, message, stackTrace};
}

} // namespace

class tst_ExceptionGroups : public QObject {
    Q_OBJECT

private slots:
    void typeAndShapeOfTheMessageMakeAGroup() {
        const SpanTable spans = threeSpans();
        ExceptionCollector collector(spans);
        collector.add(thrown(at(250), "TimeoutError", "after 30 ms"), rowOf(3, spans));
        collector.add(thrown(at(120), "TimeoutError", "after 50 ms", "at pay()"), rowOf(2, spans));
        collector.add(thrown(at(5), "TimeoutError", "other"), rowOf(1, spans));
        collector.add(thrown({}, "IOError", "after 30 ms"), rowOf(1, spans));
        const ExceptionReport report = collector.take();
        QCOMPARE(report.exceptions, std::uint64_t{4});
        QCOMPARE(report.groups.size(), std::size_t{3});
        const ExceptionGroup& timeouts = report.groups.front();
        QCOMPARE(timeouts.type, std::string("TimeoutError"));
        QCOMPARE(timeouts.shape, std::string("after <n> ms"));
        QCOMPARE(timeouts.message, std::string("after 30 ms")); // of the first one read
        QCOMPARE(timeouts.stackTrace, std::string("at pay()")); // of the first that has one
        QCOMPARE(timeouts.count, std::uint64_t{2});
        QCOMPARE(timeouts.inFailed, std::uint64_t{1});
        QCOMPARE(timeouts.first, at(120));
        QCOMPARE(timeouts.last, at(250));
        QCOMPARE(timeouts.examples, (std::vector{rowOf(2, spans), rowOf(3, spans)})); // by time
        QCOMPARE(timeouts.services, (std::vector<std::pair<NodeId, std::uint64_t>>{{NodeId(1u), 2}}));
        QCOMPARE(report.groups[1].first, spans.start[rowOf(1, spans).index()]); // the event says no time
    }

    void aSpanIsOneExampleHoweverManyExceptionsItHas() {
        const SpanTable spans = threeSpans();
        ExceptionCollector collector(spans);
        for (int i = 0; i < 5; ++i)
            collector.add(thrown(at(1), "E", "x"), rowOf(1, spans));
        const ExceptionReport report = collector.take();
        QCOMPARE(report.groups.front().count, std::uint64_t{5});
        QCOMPARE(report.groups.front().examples.size(), std::size_t{1});
    }

    void endlesslyManyMessagesShareAGroupInTheEnd() {
        const SpanTable spans = threeSpans();
        ExceptionCollector collector(spans);
        const std::size_t most = ExceptionGroup::mostGroups;
        const auto word = [](std::size_t number) { // without figures: a shape of its own
            std::string text;
            for (; number > 0; number /= 26)
                text += static_cast<char>('a' + number % 26);
            return text;
        };
        for (std::size_t i = 0; i < most + 10; ++i)
            collector.add(thrown(at(1), "E", word(i)), rowOf(1, spans));
        for (std::size_t i = 0; i < most + 10; ++i)
            collector.add(thrown(at(1), "T" + word(i), "x"), rowOf(1, spans));
        const ExceptionReport report = collector.take();
        QCOMPARE(report.exceptions, std::uint64_t{2 * (most + 10)});
        QVERIFY(report.groups.size() <= 2 * most + 1);
        std::uint64_t all = 0;
        for (const ExceptionGroup& group : report.groups)
            all += group.count;
        QCOMPARE(all, report.exceptions);
        const auto rest = std::find_if(report.groups.begin(), report.groups.end(),
                                       [](const auto& group) { return group.isRest && group.type == "E"; });
        QVERIFY(rest != report.groups.end());
        QCOMPARE(rest->count, std::uint64_t{10});
    }
};

QTEST_APPLESS_MAIN(tst_ExceptionGroups)
#include "tst_ExceptionGroups.moc"
