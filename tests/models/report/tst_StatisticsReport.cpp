#include "report/StatisticsReport.h"

#include <QTest>

using namespace hallway;

namespace {

SpanFigures figures(std::uint64_t spans, std::uint64_t failed, std::optional<std::int64_t> duration) {
    SpanFigures result{spans, failed, {}, {}, {}};
    if (!duration) return result;
    const Duration each(*duration);
    result.total = each * static_cast<std::int64_t>(spans);
    result.self = each;
    result.duration = Distribution{spans, each, each, each, each};
    return result;
}

StatisticsRow row(const std::string& text, SpanFigures held) {
    return {{StatisticsValue::Kind::Value, {{}, ValueType::Text, 0, 0, text}}, std::move(held), {}};
}

StatisticsTable table() {
    StatisticsTable result{*statisticsKeyOf("service"),
                           statisticsKeyOf("http.route"),
                           figures(3, 1, 1'000'000),
                           {row("=web", figures(2, 1, 1'000'000))}};
    result.rows[0].parts.push_back({{StatisticsValue::Kind::None, {}}, figures(2, 1, std::nullopt), {}});
    return result;
}

} // namespace

class tst_StatisticsReport : public QObject {
    Q_OBJECT

private slots:
    void csvHasExactValuesAndNoFormulas() {
        QCOMPARE(QString::fromStdString(statisticsCsv(table())),
                 QStringLiteral(
                     "service,http.route,spans,failed,total_ns,self_ns,duration_samples,duration_p50_ns,"
                     "duration_p95_ns,duration_p99_ns,duration_max_ns\n"
                     "'=web,,2,1,2000000,1000000,2,1000000,1000000,1000000,1000000\n"
                     "'=web,(none),2,1,,,0,,,,\n"));
    }

    void theTableMarksWhatStandsOnFewSpansAndShowsAbsence() {
        const QString text = QString::fromStdString(statisticsText(table()));
        QVERIFY2(text.contains(QStringLiteral("~1.00\u00a0ms")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("50")), qPrintable(text)); // half of them failed
        const QString part = text.split(u'\n')[2];
        QVERIFY2(part.startsWith(QStringLiteral("  (none)")), qPrintable(part));
        QCOMPARE(part.count(QStringLiteral("–")), 5); // total, self and three percentiles
        QVERIFY(text.split(u'\n')[3].startsWith(QStringLiteral("(all)")));
    }

    void valuesWithoutATextAreNamed() {
        QCOMPARE(shownText({StatisticsValue::Kind::Rest, {}}), std::string("(further values)"));
        QCOMPARE(shownText(row("", {}).value), std::string("(empty)"));
        QCOMPARE(shownText(row("a", {}).value), std::string("a"));
    }
};

QTEST_APPLESS_MAIN(tst_StatisticsReport)
#include "tst_StatisticsReport.moc"
