#include "report/TraceText.h"

#include <QTest>

using namespace hallway;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t begin = 1'700'000'000'000'000'000;

SpanLine span(const std::string& name, std::uint32_t depth, Duration start,
              std::optional<Duration> duration) {
    SpanLine line;
    line.service = "svc";
    line.name = name;
    line.depth = depth;
    line.start = timestampOf(begin) + start;
    line.duration = duration;
    return line;
}

WholeTrace traceOf(std::vector<SpanLine> spans) {
    WholeTrace trace;
    trace.record.traceId = "abc";
    trace.record.rootService = "svc";
    trace.record.rootName = "root";
    trace.record.start = timestampOf(begin);
    trace.record.duration = 48ms; // a column a millisecond
    trace.record.spans = spans.size();
    trace.record.services = 1;
    trace.spans = std::move(spans);
    return trace;
}

/// What the bar column of a line holds.
QString barOf(const std::string& text, const char* name) {
    const QStringList lines = QString::fromStdString(text).split('\n');
    const auto titles = std::find_if(lines.begin(), lines.end(),
                                     [](const QString& line) { return line.contains("TIMELINE"); });
    for (const QString& line : lines.mid(titles - lines.begin()))
        if (line.contains(QString("svc: ") + name)) return line.mid(titles->indexOf("TIMELINE"));
    return "no such line";
}

} // namespace

class tst_TraceText : public QObject {
    Q_OBJECT

private slots:
    void barsLieWhereTheSpansDo() {
        const std::string text =
            traceText(traceOf({span("root", 0, 0ms, 48ms), span("child", 1, 10ms, 5ms)}));
        QCOMPARE(barOf(text, "root"), QString(48, u'█'));
        QCOMPARE(barOf(text, "child"), QString(10, u' ') + QString(5, u'█'));
    }

    void theShortestSpanStillHasAMark() {
        const std::string text = traceText(traceOf({span("early", 0, 0ms, 1ns), span("late", 0, 48ms, 0ns)}));
        QCOMPARE(barOf(text, "early"), QString(u'▏'));
        QCOMPARE(barOf(text, "late"), QString(47, u' ') + u'▏');
    }

    void anUnfinishedSpanShowsItsBegin() {
        const std::string text = traceText(traceOf({span("open", 0, 3ms, std::nullopt)}));
        QCOMPARE(barOf(text, "open"), QString("   ?"));
    }

    void aSpanWithoutAStartHasNoBar() {
        SpanLine lost = span("lost", 0, 0ms, 5ms);
        lost.start = Timestamp();
        QCOMPARE(barOf(traceText(traceOf({lost})), "lost"), QString());
    }

    void failedSpansAreMarked() {
        SpanLine failed = span("bad", 0, 0ms, 5ms);
        failed.failed = true;
        QVERIFY(traceText(traceOf({failed})).find("\n!  svc: bad") != std::string::npos);
    }

    void deepTreesStayNarrow() {
        std::vector<SpanLine> spans;
        for (std::uint32_t depth = 0; depth < 20'000; ++depth)
            spans.push_back(span("deep", depth, 0ms, 48ms));
        const std::string text = traceText(traceOf(std::move(spans)));
        QVERIFY(text.size() < 20'000 * 400);
        QVERIFY(text.find("[19999] svc: deep") != std::string::npos);
    }

    void foreignTextIsMadePrintable() {
        WholeTrace trace = traceOf({span("\x1b[31m", 0, 0ms, 1ms)});
        trace.record.rootName = "\x1b]0;x\x07";
        QVERIFY(traceText(trace).find('\x1b') == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(tst_TraceText)
#include "tst_TraceText.moc"
