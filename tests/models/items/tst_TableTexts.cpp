// What leaves the tables, and the conditions they make.
#include "query/Filter.h" // first: its words are also those of other rooms

#include "items/AttributeCells.h"
#include "items/FigureText.h"
#include "items/FilterCondition.h"
#include "items/ReadableValue.h"
#include "items/RowTableModel.h"
#include "items/TableText.h"

#include <QTest>

using namespace hallway;

namespace {

struct Line {
    QString name;
    qint64 count = 0;
};

class LineModel : public RowTableModel<Line> {
public:
    LineModel() {
        setColumns(
            {{QStringLiteral("Name"),
              false,
              [](const Line& line) { return line.name; },
              {},
              [](const Line& a, const Line& b) { return a.name < b.name; },
              {}},
             {QStringLiteral("Count"),
              true,
              [](const Line& line) { return QStringLiteral("%1 ms").arg(line.count); },
              [](const Line& line) { return line.count < 0 ? QString() : QString::number(line.count); },
              [](const Line& a, const Line& b) { return a.count < b.count; },
              {}}});
        setColumnKeys({QStringLiteral("name"), QStringLiteral("count_ns")});
        setTotal(1, [](const std::vector<Line>& lines) {
            qint64 sum = 0;
            for (const Line& line : lines)
                sum += line.count;
            return ColumnTotal{QString::number(sum), QString::number(sum)};
        });
    }
};

TableExcerpt all(const LineModel& model, QList<int> columns = {0, 1}) {
    TableExcerpt excerpt{{}, std::move(columns)};
    for (int row = 0; row < model.rowCount(); ++row)
        excerpt.rows << model.index(row, 0);
    return excerpt;
}

NamedValue text(const std::string& key, const std::string& value) {
    return {key, ValueType::Text, 0, 0, value};
}
NamedValue number(std::int64_t value) { return {"", ValueType::Int, value, 0, std::to_string(value)}; }

} // namespace

class tst_TableTexts : public QObject {
    Q_OBJECT

private slots:
    void tabsSeparateExactValuesWithoutFormulas() {
        LineModel model;
        model.setRows({{"=1+1", 5}, {"a\tb\nc", 7}});
        QCOMPARE(tabSeparated(all(model), false), QStringLiteral("'=1+1\t5\na b c\t7"));
        QCOMPARE(tabSeparated(all(model, {1, 0}), true), QStringLiteral("Count\tName\n5\t'=1+1\n7\ta b c"));
        QCOMPARE(tabSeparated({}, true), QString());
    }

    void markdownShowsTextsAndEscapesWhatActs() {
        LineModel model;
        model.setRows({{"<b>|*x*", 5}});
        QCOMPARE(markdownTable(all(model)),
                 QStringLiteral("| Name | Count |\n| --- | ---: |\n| \\<b\\>\\|\\*x\\* | 5 ms |\n"));
    }

    void csvNamesColumnsByTheirKeysAndKeepsNumbers() {
        LineModel model;
        model.setRows({{"-a,b", 5}, {"", -1}});
        QCOMPARE(QString::fromStdString(csvOf(all(model))),
                 QStringLiteral("name,count_ns\n\"'-a,b\",5\n,\n"));
    }

    void totalsAreOfAllRowsAndFollowThem() {
        LineModel model;
        const auto total = [&](int column) {
            return model.headerData(column, Qt::Horizontal, TotalRole).toString();
        };
        QCOMPARE(total(1), QString()); // no rows, nothing to add
        model.setRows({{"a", 5}, {"b", 7}});
        QCOMPARE(total(1), QStringLiteral("12"));
        QCOMPARE(total(0), QString());
        model.setRows({{"a", 1}});
        QCOMPARE(total(1), QStringLiteral("1"));
    }

    void aTotalOfOneRowIsNoneOfAll() {
        const QString one = QStringLiteral("1 edge"), all = QStringLiteral("All %1 edges");
        QCOMPARE(rowsTotal(1, one, all).text, one);
        QCOMPARE(rowsTotal(1200, one, all).text, QStringLiteral("All 1,200 edges"));
    }

    void severalKeysSortInTheirOrder() {
        LineModel model;
        model.setRows({{"b", 1}, {"a", 2}, {"a", 1}, {"c", 2}});
        model.sortBy({{1, Qt::DescendingOrder}, {0, Qt::AscendingOrder}});
        QCOMPARE(tabSeparated(all(model, {0}), false), QStringLiteral("a\nc\na\nb"));
        model.sortBy({{0, Qt::AscendingOrder}, {1, Qt::AscendingOrder}, {9, Qt::AscendingOrder}});
        QCOMPARE(tabSeparated(all(model), false), QStringLiteral("a\t1\na\t2\nb\t1\nc\t2"));
        model.sortBy({});
        QCOMPARE(tabSeparated(all(model, {0}), false), QStringLiteral("b\na\na\nc"));
    }

    void conditionsAreUnderstoodByTheFilter_data() {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("expected");
        using Place = AttributeName::Place;
        const auto row = [](const char* name, const QString& condition, const char* expected) {
            QTest::newRow(name) << condition << QString::fromUtf8(expected);
        };
        row("a text", conditionOf(AttributeHolder::Span, text("http.route", "/pay")),
            "span.http.route = \"/pay\"");
        row("a number", conditionOf({Place::Resource, "port"}, number(80)), "resource.port = 80");
        row("anywhere", conditionOf({Place::Anywhere, "a"}, number(-5)), ".a = -5");
        row("quotes", conditionOf(AttributeHolder::Span, text("a b\"c", "x \"y\" \\ z\n\t\x01")),
            "span.\"a b\\\"c\" = \"x \\\"y\\\" \\\\ z\\n\\t\\x01\"");
        row("a truth", conditionOf(AttributeHolder::Scope, {"ok", ValueType::True, 1, 0, "true"}),
            "instrumentation.ok = true");
        row("of an event", conditionOf(AttributeHolder::Event, text("exception.type", "E")),
            "event.exception.type = \"E\"");
        row("of a link", conditionOf(AttributeHolder::Link, text("a", "b")), "link.a = \"b\"");
        row("absence", absenceOf({Place::Span, "a"}), "span.a = nil");
        row("kind", kindCondition(SpanKind::Server), "kind = server");
        row("status", statusCondition(SpanStatus::Error), "status = error");
        row("negated", negated(textCondition("name", "a")), "!(name = \"a\")");
        row("both", bothOf("name = \"a\"", "kind = server"), "name = \"a\" && kind = server");
        row("a real", conditionOf(AttributeHolder::Span, {"r", ValueType::Double, 0, 0.25, "0.25"}),
            "span.r = 0.25");
        row("event name", textCondition("event:name", "exception"), "event:name = \"exception\"");
        row("message", textCondition("statusMessage", "no"), "statusMessage = \"no\"");
    }
    void conditionsAreUnderstoodByTheFilter() {
        QFETCH(QString, condition);
        QFETCH(QString, expected);
        QCOMPARE(condition, expected);
        QVERIFY2(Filter::parse(("{ " + condition + " }").toStdString()).has_value(), qPrintable(condition));
    }
    void whatCannotBeAskedForHasNoCondition() {
        QCOMPARE(conditionOf(AttributeHolder::Span, {"a", ValueType::Bytes, 0, 0, "AA=="}), QString());
        QCOMPARE(conditionOf(AttributeHolder::Span, {"a", ValueType::Json, 0, 0, "[1]"}), QString());
        QCOMPARE(conditionOf(AttributeHolder::Span, text("a", std::string(5'000, 'x'))), QString());
        QCOMPARE(negated({}), QString());
    }

    void servicesAreAskedForByNameAndNamespace() {
        CallTable calls;
        calls.nodes.resize(3);
        calls.nodes[0].name = calls.nodes[1].name = "cart";
        calls.nodes[0].nameSpace = "shop";
        calls.nodes[0].label = "shop/cart";
        calls.nodes[1].label = "cart";
        calls.nodes[2].label = "(no service)";
        calls.nodes[2].noService = true;
        const auto condition = [&calls](const std::string& label) {
            return conditionOf(*statisticsKeyOf("service"), {StatisticsValue::Kind::Value, text("", label)},
                               calls);
        };
        QCOMPARE(condition("shop/cart"),
                 QStringLiteral("resource.service.name = \"cart\" && resource.service.namespace = \"shop\""));
        QCOMPARE(condition("cart"), QStringLiteral("resource.service.name = \"cart\""));
        QCOMPARE(condition("(no service)"), QStringLiteral("resource.service.name = nil"));
        QCOMPARE(conditionOf(*statisticsKeyOf("x"), {StatisticsValue::Kind::Rest, {}}, calls), QString());
        QCOMPARE(conditionOf(*statisticsKeyOf("x"), {StatisticsValue::Kind::None, {}}, calls),
                 QStringLiteral(".x = nil"));
    }

    void statementsJsonAndTracesAreLaidOut() {
        const ReadableValue sql = readableValueOf(text("db.statement", "SELECT a FROM t"));
        QCOMPARE(sql.text, QStringLiteral("SELECT a\nFROM t"));
        QVERIFY(sql.isLaidOut);
        QVERIFY(!readableValueOf(text("note", "SELECT a FROM t")).isLaidOut); // no statement of a database
        QVERIFY(readableValueOf(text("body", "{\"a\":\"a value that is long enough\",\"b\":[1,2,3,4,5]}"))
                    .isLaidOut);
        const ReadableValue stack = readableValueOf(
            text("exception.stacktrace", "E: x\n\tat com.a.B.c(B.java:1)\n\tat java.lang.T.r(T.java:2)"));
        QVERIFY(stack.isLaidOut);
        QVERIFY((stack.softLines == std::vector<bool>{false, false, true}));
        QVERIFY(!readableValueOf(text("url", "http://example.org/{a}")).isLaidOut);
        QVERIFY(!readableValueOf(text("big", "{" + std::string(300'000, ' ') + "}")).isLaidOut);
    }

    void attributeCellsSayWhatIsNotReadAndWhatIsNotThere() {
        const AttributeCells waiting(QStringLiteral("a"));
        QCOMPARE(waiting.text(SpanRow(0u)), QStringLiteral("…"));
        AttributeColumn column;
        column.values = {number(10), number(9)};
        column.of = {0, AttributeColumn::none, 1, AttributeColumn::rest};
        const AttributeCells cells(QStringLiteral("a"), column);
        QCOMPARE(cells.text(SpanRow(0u)), QStringLiteral("10"));
        QCOMPARE(cells.text(SpanRow(1u)), QStringLiteral("–"));
        QCOMPARE(cells.exact(SpanRow(1u)), QString());
        QCOMPARE(cells.text(SpanRow(3u)), QStringLiteral("…"));
        QCOMPARE(cells.text(SpanRow()), QStringLiteral("–"));
        QVERIFY(cells.isNumeric());
        QVERIFY(cells.isLess(SpanRow(2u), SpanRow(0u))); // 9 before 10
        QVERIFY(cells.isLess(SpanRow(1u), SpanRow(2u))); // nothing before anything
        QVERIFY(!cells.isLess(SpanRow(0u), SpanRow(0u)));
    }
};

QTEST_APPLESS_MAIN(tst_TableTexts)
#include "tst_TableTexts.moc"
