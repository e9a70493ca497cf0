#include "session/Statistics.h"

#include "SessionFolder.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace hallway;
using namespace hallway::test;

namespace {

std::vector<SpanRow> allRows(const Capture& capture) {
    std::vector<SpanRow> rows;
    for (std::size_t row = 0; row < capture.spans().size(); ++row)
        rows.emplace_back(row);
    return rows;
}

/// "web 2 (op 2) | cart 1 (get 1)"
std::string summary(const StatisticsTable& table) {
    std::string text;
    for (const StatisticsRow& row : table.rows) {
        text += (text.empty() ? "" : " | ") + row.value.value.text + " " + std::to_string(row.figures.spans);
        for (const StatisticsRow& part : row.parts)
            text += " (" + part.value.value.text + " " + std::to_string(part.figures.spans) + ")";
    }
    return text;
}

StatisticsRow row(ValueType type, const std::string& text, double real = 0) {
    StatisticsRow result{};
    result.value.value = {{}, type, static_cast<std::int64_t>(real), real, text};
    return result;
}

} // namespace

class tst_Statistics : public QObject {
    Q_OBJECT

private slots:
    void keysAreReadAndWritten() {
        for (const char* const text : {"service", "operation", "http.route", "span.http.route", ".service",
                                       "resource.host.name", "instrumentation.x", ".span.kind"})
            QCOMPARE(textOf(*statisticsKeyOf(text)), std::string(text));
        QCOMPARE(statisticsKeyOf("resource.host.name")->attribute.key, std::string("host.name"));
        QVERIFY(statisticsKeyOf(".service")->kind == StatisticsKey::Kind::Attribute);
        QVERIFY(!statisticsKeyOf("").has_value());
    }

    void servicesAndTheirOperations() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write(
            "a.json",
            linesOf({{.id = 1, .service = "web", .start = 0, .end = 100},
                     {.id = 2, .parent = 1, .service = "cart", .start = 10, .end = 90, .name = "get"},
                     {.trace = 2, .id = 3, .service = "web", .start = 0, .end = 70, .failed = true}}))});
        const Capture& capture = *outcome->capture;
        const auto table = statisticsTableOf(allRows(capture), capture, *statisticsKeyOf("service"),
                                             statisticsKeyOf("operation"));
        QVERIFY(table.has_value());
        QCOMPARE(summary(*table), std::string("web 2 (op 2) | cart 1 (get 1)")); // self 90 ms against 80 ms
        QCOMPARE(table->rows[0].figures.self, std::optional<Duration>(std::chrono::milliseconds(90)));
        QCOMPARE(table->rows[0].figures.total, std::optional<Duration>(std::chrono::milliseconds(170)));
        QCOMPARE(table->rows[0].figures.failed, std::uint64_t{1});
        QCOMPARE(table->all.spans, std::uint64_t{3});
    }

    void resourceAttributesCountAndWhatHasNoneIsKept() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(5))});
        const Capture& capture = *outcome->capture;
        const auto services = statisticsTableOf(allRows(capture), capture,
                                                *statisticsKeyOf("resource.service.name"), std::nullopt);
        QVERIFY(services.has_value());
        QCOMPARE(services->rows.size(), std::size_t{2});
        const auto nothing =
            statisticsTableOf(allRows(capture), capture, *statisticsKeyOf("no.such.key"), std::nullopt);
        QCOMPARE(nothing->rows.size(), std::size_t{1});
        QVERIFY(nothing->rows[0].value.kind == StatisticsValue::Kind::None);
        QCOMPARE(nothing->rows[0].figures.spans, capture.figures().spans);
        QVERIFY(nothing->rows[0].figures == nothing->all);
    }

    void valuesAreOrderedNumbersFirstThenTextsThenWhatHasNone() {
        std::vector<StatisticsRow> rows{
            row(ValueType::Text, "b"),
            row(ValueType::Int, "10", 10),
            {},
            row(ValueType::Double, "nan", std::numeric_limits<double>::quiet_NaN()),
            row(ValueType::Text, "a"),
            row(ValueType::Int, "9", 9)};
        rows[2].value.kind = StatisticsValue::Kind::None;
        sortStatistics(rows, StatisticsOrder::Value);
        std::string order;
        for (const StatisticsRow& each : rows)
            order += each.value.value.text + ",";
        QCOMPARE(order, std::string("9,10,nan,a,b,,"));
    }

    void rowsWithoutTheFigureSortLast() {
        std::vector<StatisticsRow> rows{row(ValueType::Text, "none"), row(ValueType::Text, "some")};
        rows[1].figures.self = Duration(0);
        sortStatistics(rows, StatisticsOrder::Self);
        QCOMPARE(rows[0].value.value.text, std::string("some"));
    }
};

QTEST_APPLESS_MAIN(tst_Statistics)
#include "tst_Statistics.moc"
