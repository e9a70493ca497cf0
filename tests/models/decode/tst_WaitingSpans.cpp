#include "Decoded.h"

#include "decode/WaitingSpans.h"

#include <QTest>

#include <cstdlib>
#include <string>

using namespace hallway;

namespace {

SpanTask readTask(char fill) {
    SpanTask task;
    task.slices.resize(3);
    task.slices[2].position.line = 7;
    task.loose.resize(2);
    task.loose[1].hash = 11;
    task.batch.spans.resize(3);
    task.batch.spans[1].attributeCount = 5;
    task.batch.links.resize(1);
    task.batch.bytes = std::string(100'000, fill);
    return task;
}

void compare(const SpanTask& task, char fill) {
    QCOMPARE(task.slices.size(), std::size_t{3});
    QCOMPARE(task.slices[2].position.line, std::optional<std::uint64_t>(7));
    QCOMPARE(task.loose.at(1).hash, std::uint64_t{11});
    QCOMPARE(task.batch.spans.at(1).attributeCount, std::uint32_t{5});
    QCOMPARE(task.batch.links.size(), std::size_t{1});
    QCOMPARE(task.batch.bytes, std::string(100'000, fill));
}

/// A document whose resource stands after all its spans.
std::string lateResource(int spans) {
    std::string text = R"({"resourceSpans":[{"scopeSpans":[{"spans":[)";
    for (int i = 1; i <= spans; ++i)
        text += (i > 1 ? "," : "") + std::string(R"({"traceId":"1","spanId":")") + std::to_string(i) +
                R"(","startTimeUnixNano":"1","endTimeUnixNano":"2","name":")" + std::to_string(i) +
                R"(","attributes":[{"key":"n","value":{"intValue":)" + std::to_string(i) + "}}]}";
    return text +
           R"(]}],"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"late"}}]}}]})";
}

} // namespace

class tst_WaitingSpans : public QObject {
    Q_OBJECT

private slots:
    void whatWasPutAwayComesBack() {
        WaitingSpans waiting;
        SpanTask first = readTask('a'), second = readTask('b'), kept = readTask('c');
        waiting.put(first);
        waiting.put(second);
        QVERIFY(first.onDisk && first.batch.spans.empty() && first.batch.bytes.capacity() < 100'000);
        QVERIFY(waiting.take(second) && waiting.take(first) && waiting.take(kept));
        compare(first, 'a');
        compare(second, 'b');
        compare(kept, 'c');
        QVERIFY(!first.onDisk);
    }

    void withoutADiskItStaysInMemory() {
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", "/proc/self");
        WaitingSpans waiting;
        SpanTask task = readTask('a');
        waiting.put(task);
        before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
        QVERIFY(!task.onDisk);
        QVERIFY(waiting.take(task));
        compare(task, 'a');
    }

    /// More spans than wait in memory.
    void case26_spansBeforeTheirResourceAreReadInOrder() {
        constexpr int spans = 150'000;
        const Decoded decoded(lateResource(spans));
        QCOMPARE(decoded.size(), std::size_t{spans});
        QCOMPARE(decoded.problems(), std::string());
        for (std::size_t i = 0; i < spans; ++i) {
            QCOMPARE(decoded.name(i), std::to_string(i + 1));
            QCOMPARE(decoded.service(i), std::string("late"));
        }
        QCOMPARE(decoded.attributes(spans - 1), std::string("n=150000"));
    }
};

QTEST_APPLESS_MAIN(tst_WaitingSpans)
#include "tst_WaitingSpans.moc"
