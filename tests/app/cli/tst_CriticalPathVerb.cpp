// `hallway critical-path` over a request drawn by hand:
//
//   ms            0    10   20   30   40   50   60   70   80   90  100
//   web  shop     ################################################### server
//   web  cart          ########################## client
//   cart GetCart            ################ server                       20–50
//   cart SELECT              ########## client of a database              25–45
//   web  pay                                          ########## client   70–90
//   pay  Charge                                         ######   server   75–85
#include "RunHallway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace hallway::test;

namespace {

constexpr qint64 ms = 1'000'000;

enum Kind { Server = 2, Client = 3 };

struct Span {
    int id, parent;
    QString service, name;
    Kind kind;
    int from, to;
};

const QList<Span> request{{1, 0, "web", "shop", Server, 0, 100},     {2, 1, "web", "cart", Client, 10, 60},
                          {3, 2, "cart", "GetCart", Server, 20, 50}, {4, 3, "cart", "SELECT", Client, 25, 45},
                          {5, 1, "web", "pay", Client, 70, 90},      {6, 5, "pay", "Charge", Server, 75, 85}};

QString idOf(int number) { return QString::number(number).rightJustified(16, u'0'); }

QJsonObject attribute(const QString& key, const QString& value) {
    return {{"key", key}, {"value", QJsonObject{{"stringValue", value}}}};
}

QJsonObject recordOf(const Span& span) {
    const auto time = [](int at) { return QString::number(1'700'000'000'000'000'000 + at * ms); };
    QJsonArray attributes;
    if (span.name == QLatin1String("SELECT"))
        attributes = {attribute("db.system", "mysql"), attribute("db.namespace", "carts")};
    const QJsonObject record{{"traceId", "000000000000000000000000000000aa"},
                             {"spanId", idOf(span.id)},
                             {"parentSpanId", span.parent == 0 ? QString() : idOf(span.parent)},
                             {"name", span.name},
                             {"kind", span.kind},
                             {"startTimeUnixNano", time(span.from)},
                             {"endTimeUnixNano", time(span.to)},
                             {"attributes", attributes}};
    return {{"resource", QJsonObject{{"attributes", QJsonArray{attribute("service.name", span.service)}}}},
            {"scopeSpans", QJsonArray{QJsonObject{{"spans", QJsonArray{record}}}}}};
}

QByteArray document(const QList<Span>& spans = request) {
    QJsonArray resources;
    for (const Span& span : spans)
        resources.append(recordOf(span));
    return QJsonDocument(QJsonObject{{"resourceSpans", resources}}).toJson();
}

} // namespace

class tst_CriticalPathVerb : public QObject {
    Q_OBJECT

    HallwayRunner hallway;

    [[nodiscard]] QJsonObject json(const QStringList& options) const {
        const Ran ran =
            hallway.run(QStringList{"critical-path", "-", "--format", "json"} + options, document());
        if (ran.exit != 0) qWarning("%s", ran.err.constData());
        return QJsonDocument::fromJson(ran.out).object();
    }

    /// "web>cart=30/50": own and through, ms.
    [[nodiscard]] static QStringList edgesOf(const QJsonObject& answer) {
        QStringList rows;
        for (const QJsonValue& row : answer["rows"].toArray())
            rows << row["caller"].toString() + ">" + row["callee"].toString() +
                        QStringLiteral("=%1/%2")
                            .arg(row["critical_ns"].toInteger() / ms)
                            .arg(row["through_ns"].toInteger() / ms);
        return rows;
    }

private slots:
    void edgesComeByTheirShare() {
        const QJsonObject answer = json({});
        QCOMPARE(answer["schema"].toString(), "hallway.critical-path/1");
        QCOMPARE(answer["by"].toString(), "edge");
        QCOMPARE(answer["traces"].toInt(), 1);
        QCOMPARE(answer["roots"].toInt(), 1);
        QCOMPARE(answer["path_ns"].toInteger(), 100 * ms);
        QCOMPARE(edgesOf(answer),
                 (QStringList{"user>web=30/100", "web>cart=30/50", "cart>carts=20/20", "web>pay=20/20"}));
        const QJsonObject first = answer["rows"][0].toObject();
        QCOMPARE(first["share"].toDouble(), 0.3);
        QCOMPARE(first["class"].toString(), "rpc");
        QCOMPARE(first["traces"].toInt(), 1);
        QCOMPARE(first["examples"][0]["trace_id"].toString(), "000000000000000000000000000000aa");
        QCOMPARE(first["examples"][0]["span_id"].toString(), idOf(1));
        QVERIFY(answer["what_if"].isNull());
    }

    void servicesHaveTheTimeOfTheirSpans() {
        QStringList rows;
        for (const QJsonValue& row : json({"--by", "service"})["rows"].toArray())
            rows << row["service"].toString() + QString::number(row["critical_ns"].toInteger() / ms);
        QCOMPARE(rows, (QStringList{"web60", "cart30", "pay10"}));
    }

    void pathsAreNamedFromTheirRoot() {
        const QJsonObject answer = json({"--by", "path", "--limit", "3"});
        QCOMPARE(answer["rows"].toArray().size(), 3);
        const QJsonObject second = answer["rows"][1].toObject();
        QCOMPARE(second["critical_ns"].toInteger(), 20 * ms);
        QStringList steps;
        for (const QJsonValue& step : second["path"].toArray())
            steps << step["service"].toString() + ":" + step["operation"].toString();
        QCOMPARE(steps, (QStringList{"web:shop", "web:cart"}));
        QCOMPARE(second["omitted_steps"].toInt(-1), 0);
        QCOMPARE(second["omitted_after"].toInt(-1), 0);
        QCOMPARE(second["through_ns"].toInteger(), 50 * ms);
        QCOMPARE(second["total_ns"].toInteger(), 50 * ms);
        QCOMPARE(second["self_ns"].toInteger(), 20 * ms);
        QCOMPARE(second["spans"].toInt(), 1);
    }

    // Each of thousands of paths may be as long as a trace is deep.
    void longPathsLeaveTheirMiddleOut() {
        QList<Span> deep;
        for (int i = 0; i < 3000; ++i)
            deep.append({i + 1, i, "web", QStringLiteral("op%1").arg(i), Server, i, 10'000 - i});
        const QStringList options{"critical-path", "-", "--by", "path", "--format"};
        const Ran ran = hallway.run(options + QStringList{"json"}, document(deep));
        QVERIFY(ran.out.size() < 20'000'000);
        const QJsonArray rows = QJsonDocument::fromJson(ran.out).object()["rows"].toArray();
        QCOMPARE(rows.size(), 3000);
        const QJsonObject deepest = rows[0].toObject(); // the others have 2 ms each
        const QJsonArray steps = deepest["path"].toArray();
        QCOMPARE(steps.size(), 24);
        QCOMPARE(steps[11]["operation"].toString(), "op11");
        QCOMPARE(steps[12]["operation"].toString(), "op2988");
        QCOMPARE(steps[23]["operation"].toString(), "op2999");
        QCOMPARE(deepest["omitted_steps"].toInt(), 2976);
        QCOMPARE(deepest["omitted_after"].toInt(), 12);
        const QByteArray csv = hallway.run(options + QStringList{"csv", "--limit", "1"}, document(deep)).out;
        QVERIFY2(csv.contains("web:op11 > (2,976 more) > web:op2988 > "), csv.constData());
    }

    void aRangeWithoutTracesHasNoShares() {
        const QJsonObject answer = json({"--to", "2020-01-01"});
        QCOMPARE(answer["traces"].toInt(), 0);
        QCOMPARE(answer["path_ns"].toInteger(), 0);
        QVERIFY(answer["rows"].toArray().isEmpty());
    }

    void whatIfTakesEdgesAndOperations_data() {
        QTest::addColumn<QString>("question");
        QTest::addColumn<qint64>("after");
        QTest::newRow("edge, less") << "web:cart=-20ms" << qint64(80);
        QTest::newRow("edge, share") << "web:cart=50%" << qint64(75);
        QTest::newRow("edge of a database") << "cart:carts=0%" << qint64(80);
        QTest::newRow("operation") << "cart:GetCart=-10ms" << qint64(90);
        QTest::newRow("more than there is") << "web:pay=-1s" << qint64(80);
        QTest::newRow("nothing") << "web:pay=-0ms" << qint64(100);
    }
    void whatIfTakesEdgesAndOperations() {
        QFETCH(const QString, question);
        QFETCH(const qint64, after);
        const QJsonObject answer = json({"--what-if", question})["what_if"].toObject();
        QCOMPARE(answer["calls"].toString(), question.section('=', 0, 0));
        QCOMPARE(answer["before_ns"]["p50"].toInteger(), 100 * ms);
        QCOMPARE(answer["after_ns"]["p50"].toInteger(), after * ms);
        QCOMPARE(answer["saved_ns"].toInteger(), (100 - after) * ms);
        QCOMPARE(answer["touched"].toInt(), 1);
        QCOMPARE(answer["changed"].toInt(), after < 100 ? 1 : 0);
    }

    void csvHasOneRowAnEdgeOrTheAnswer() {
        const auto csv = [this](const QStringList& options) {
            return QString::fromUtf8(
                       hallway.run(QStringList{"critical-path", "-", "--format", "csv"} + options, document())
                           .out)
                .split('\n');
        };
        const QStringList rows = csv({});
        QCOMPARE(rows[0], "caller,callee,class,critical_ns,share,through_ns,traces,example_trace_id,"
                          "example_span_id,example_critical_ns");
        QCOMPARE(rows[3], "cart,carts,database,20000000,0.2,20000000,1,000000000000000000000000000000aa,"
                          "0000000000000004,20000000");
        QCOMPARE(csv({"--by", "path"})[2].section(',', 0, 3), "web:shop > web:cart,1,0,50000000");
        const QStringList answer = csv({"--what-if", "web:cart=-20ms"});
        QCOMPARE(answer[1].section(',', 0, 5), "web:cart,'-20ms,1,1,1,20000000");
        QCOMPARE(answer[2], "");
    }

    void theGraphsEdgesSayTheirShare() {
        const Ran ran =
            hallway.run({"graph", "-", "--format", "dot", "--width", "critical-path"}, document());
        QCOMPARE(ran.exit, 0);
        const QString dot = QString::fromUtf8(ran.out).replace(QChar(0xa0), u' ');
        QVERIFY2(dot.contains("20.0 % · 20.0 ms"), qPrintable(dot));
        QVERIFY2(dot.contains("30.0 % · 30.0 ms"), qPrintable(dot));
        QCOMPARE(hallway.run({"graph", "-", "--format", "dot", "--width", "colour"}, document()).exit, 2);
    }

    void theTableSaysWhatSharesAreOf() {
        const QString out = QString::fromUtf8(
            hallway.run({"critical-path", "-", "--what-if", "web:cart=50%"}, document()).out);
        QVERIFY2(out.contains(QStringLiteral("30.0\u00a0%")), qPrintable(out));
        QVERIFY2(out.contains("on the critical paths of 1 trace (1 root)."), qPrintable(out));
        QVERIFY2(out.contains("If web:cart took 50% of its time, 1 of 1 trace would be shorter"),
                 qPrintable(out));
        QVERIFY2(out.contains(QStringLiteral("~75.0\u00a0ms")), qPrintable(out)); // a p95 of one root
    }
};

QTEST_GUILESS_MAIN(tst_CriticalPathVerb)
#include "tst_CriticalPathVerb.moc"
