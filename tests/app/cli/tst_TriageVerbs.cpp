// `hallway failures`, `suspects` and `shapes` over the sample, an incident that is known well.
#include "RunHallway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace hallway::test;

namespace {

const QString sample = QStringLiteral("resources/samples/checkout-incident.jsonl");

QJsonObject jsonOf(const HallwayRunner& hallway, QStringList arguments) {
    arguments.insert(1, sample);
    const Ran ran = hallway.run(arguments + QStringList{"--format", "json"});
    return ran.exit == 0 ? QJsonDocument::fromJson(ran.out).object() : QJsonObject();
}

QString edgeText(const QJsonObject& edge) {
    return edge["caller"].toString() + '>' + edge["callee"].toString();
}

} // namespace

class tst_TriageVerbs : public QObject {
    Q_OBJECT

private slots:
    void failuresAddUpToThoseOfTheEdges() {
        const HallwayRunner hallway;
        const QJsonObject answer = jsonOf(hallway, {"failures", "--limit", "100"});
        QCOMPARE(answer["schema"].toString(), QStringLiteral("hallway.failures/1"));
        const QJsonObject edges = jsonOf(hallway, {"edges"});
        int failedHere = 0, failures = 0;
        for (const auto& edge : edges["edges"].toArray())
            failedHere += edge.toObject()["failed_here"].toInt();
        for (const auto& origin : answer["origins"].toArray())
            failures += origin.toObject()["failures"].toInt();
        QCOMPARE(failures, answer["failures"].toInt());
        QCOMPARE(failures, failedHere); // every failed request of the sample was called
        QCOMPARE(failures, 31);
    }

    void anOriginNamesItsChainAndExamples() {
        const HallwayRunner hallway;
        const QJsonObject answer = jsonOf(hallway, {"failures", "--limit", "1"});
        QCOMPARE(answer["total_origins"].toInt(), 4);
        QCOMPARE(answer["origins"].toArray().size(), 1);
        const QJsonObject origin = answer["origins"].toArray().first().toObject();
        QCOMPARE(edgeText(origin), QStringLiteral("payments>api.acquirer.example"));
        QCOMPARE(origin["reached_top"].toInt() + origin["swallowed"].toInt(), origin["failures"].toInt());
        QStringList chain;
        for (const auto& step : origin["chain"].toArray())
            chain << edgeText(step.toObject());
        QCOMPARE(chain, (QStringList{"payments>api.acquirer.example", "checkout>payments", "gateway>checkout",
                                     "user>gateway"}));
        const QJsonObject example = origin["examples"].toArray().first().toObject();
        const Ran trace = hallway.run({"trace", sample, example["trace_id"].toString(), "--format", "json"});
        QVERIFY(trace.out.contains(example["span_id"].toString().toUtf8()));
        const QJsonObject exception = answer["exceptions"].toArray().first().toObject();
        QCOMPARE(exception["message"].toString(), QStringLiteral("no answer within <n> s"));
        const QJsonObject path = answer["paths"].toArray().first().toObject();
        QCOMPARE(path["path"].toArray().size(), 4);
        QCOMPARE(path["share_of_failing_traces"].toDouble(),
                 path["traces"].toDouble() / answer["failing_traces"].toDouble());
    }

    void suspectsAreTheCallInALoopAndTheRetries() {
        const HallwayRunner hallway;
        const QJsonObject answer = jsonOf(hallway, {"suspects"});
        const QJsonObject repeated = answer["repeated"].toArray().first().toObject();
        QCOMPARE(edgeText(repeated), QStringLiteral("cart>pricing"));
        QCOMPARE(repeated["calls_per_request"].toObject()["max"].toInt(), 14);
        QCOMPARE(repeated["peak_parallelism"].toInt(), 1);
        QCOMPARE(repeated["sequential_requests"].toInt(), repeated["requests"].toInt());
        const QJsonObject retries = answer["edges_with_retries"].toArray().first().toObject();
        QCOMPARE(retries["retries"].toInt(), 21);
        QCOMPARE(retries["attempts_per_call"].toDouble(), 105.0 / 84);
        QCOMPARE(retries["hidden_failures"].toInt(), 9);
        QVERIFY(retries["storm"].toBool()); // 21 of 105
        QCOMPARE(jsonOf(hallway, {"suspects", "--least", "15"})["total_repeated"].toInt(), 0);
    }

    void shapesAddUpToAllTraces() {
        const HallwayRunner hallway;
        const QJsonObject answer = jsonOf(hallway, {"shapes", "--limit", "1000"});
        int traces = 0;
        for (const auto& root : answer["roots"].toArray())
            for (const auto& shape : root.toObject()["shapes"].toArray())
                traces += shape.toObject()["traces"].toInt();
        QCOMPARE(traces, answer["traces"].toInt());
        QCOMPARE(traces, jsonOf(hallway, {"traces"})["total"].toInt());
        const QJsonArray shapes = answer["roots"].toArray().first().toObject()["shapes"].toArray();
        QCOMPARE(shapes[0].toObject()["changes"].toArray().size(), 0);
        const QJsonObject change = shapes[1].toObject()["changes"].toArray().first().toObject();
        QCOMPARE(change["change"].toString(), QStringLiteral("missing"));
        QCOMPARE(change["service"].toString(), QStringLiteral("fraud"));
        QCOMPARE(change["below_service"].toString(), QStringLiteral("payments"));
    }

    void aRangeLimitsAllThree() {
        const HallwayRunner hallway;
        const QStringList never{"--to", "1970-01-02T00:00:00Z"};
        QCOMPARE(jsonOf(hallway, QStringList{"failures"} + never)["failures"].toInt(), 0);
        QCOMPARE(jsonOf(hallway, QStringList{"suspects"} + never)["retries"].toInt(), 0);
        QCOMPARE(jsonOf(hallway, QStringList{"shapes"} + never)["traces"].toInt(), 0);
        QCOMPARE(hallway.run(QStringList{"failures", sample} + never).out, QByteArray("Nothing failed.\n"));
    }

    void statisticsAreLimitedButNotTheirWhole() {
        const HallwayRunner hallway;
        const QJsonObject all = jsonOf(hallway, {"stats"});
        const QJsonObject two = jsonOf(hallway, {"stats", "--limit", "2"});
        QCOMPARE(two["groups"].toArray().size(), 2);
        QCOMPARE(two["groups"].toArray().first(), all["groups"].toArray().first());
        QVERIFY(two["all"].isObject());
        QCOMPARE(two["all"], all["all"]);
    }

    void wholeNumbersAmongDifferencesAreWholeInJson() {
        const HallwayRunner hallway;
        const Ran ran = hallway.run({"differences", sample, "--failed", "--format", "json"});
        QVERIFY(ran.out.contains("\"value\":504,") || ran.out.contains("\"value\": 504,"));
        QVERIFY(!ran.out.contains("504.0"));
    }

    void tablesAndCsvHoldTheSame() {
        const HallwayRunner hallway;
        const QByteArray table = hallway.run({"failures", sample, "--limit", "2"}).out;
        QVERIFY(table.contains("Where failures start: 4, the first 2"));
        for (const QString& verb :
             {QStringLiteral("failures"), QStringLiteral("suspects"), QStringLiteral("shapes")}) {
            const Ran csv = hallway.run({verb, sample, "--format", "csv", "--limit", "3"});
            QCOMPARE(csv.exit, 0);
            const QList<QByteArray> lines = csv.out.trimmed().split('\n');
            QVERIFY(lines.size() > 1);
            for (const QByteArray& line : lines)
                QCOMPARE(line.count(','), lines.front().count(','));
        }
    }
};

QTEST_GUILESS_MAIN(tst_TriageVerbs)
#include "tst_TriageVerbs.moc"
