// --where and --count as a shell sees them.
#include "RunHallway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace hallway::test;

namespace {
const QString twins = QStringLiteral(HALLWAY_TWINS);
}

class TestFilterOptions : public QObject {
    Q_OBJECT

    const HallwayRunner m_hallway;

    Ran run(QStringList arguments) const { return m_hallway.run(arguments, {}, twins); }
    static QJsonObject objectOf(const Ran& ran) { return QJsonDocument::fromJson(ran.out).object(); }
    static int callsOf(const Ran& ran) {
        int calls = 0;
        for (const QJsonValue& edge : objectOf(ran)["edges"].toArray())
            calls += edge.toObject()["calls"].toInt();
        return calls;
    }

private slots:
    void figuresAreOfWhatTheFilterNames() {
        // Two requests frontend → cart, the first on to redis-1; the second fails.
        const QStringList edges{"edges", "otlp.json", "--format", "json"};
        const int all = callsOf(run(edges));
        const Ran whole = run(edges + QStringList{"--where", "{ status = error }"});
        QCOMPARE(whole.exit, 0);
        QCOMPARE(callsOf(whole), 2);
        const Ran others = run(edges + QStringList{"--where", "!{ status = error }"});
        QCOMPARE(callsOf(whole) + callsOf(others), all);
        const Ran alone =
            run(edges + QStringList{"--where", "edge.class = \"database\"", "--count", "spans"});
        QCOMPARE(objectOf(alone)["edges"].toArray().size(), 1);
        QCOMPARE(callsOf(run(edges + QStringList{"--where", "name = \"nothing\""})), 0);
    }

    // Both filters, before any file is read.
    void aFilterThatCannotBeReadIsShownWithItsPlace() {
        for (const QStringList& options :
             {QStringList{"--where", "{ foo }"}, {"--where", "failed", "--against", "{ foo }"}}) {
            const Ran ran = run(QStringList{"differences", "missing.json"} + options);
            QCOMPARE(ran.exit, 2);
            QVERIFY2(ran.err.startsWith("  { foo }\n    ^\nhallway differences: "), ran.err.constData());
        }
    }

    void aSelectSeesWhatTheFilterNames() {
        const auto count = [this](const QString& table, const QStringList& options) {
            const QJsonObject answer = objectOf(
                run(QStringList{"sql", "otlp.json", "SELECT count(*) FROM " + table, "--format", "json"} +
                    options));
            return answer["rows"][0][0].toInt(-1);
        };
        const QStringList failing{"--where", "{ status = error }"}, others{"--where", "!{ status = error }"};
        for (const QString table : {"spans", "calls"}) {
            QVERIFY(count(table, failing) > 0);
            QCOMPARE(count(table, failing) + count(table, others), count(table, {}));
        }
        const QStringList asking{"--where", "edge.class = \"database\""};
        QVERIFY(count("spans", asking + QStringList{"--count", "spans"}) < count("spans", asking));
        const Ran refused = run(QStringList{"sql", "otlp.json", "SELECT * FROM edges"} + failing);
        QVERIFY(refused.exit != 0);
        QVERIFY2(refused.err.contains("not of what the filter names"), refused.err.constData());
        QCOMPARE(run({"sql", "missing.json", "SELECT 1", "--where", "{ foo }"}).exit, 2);
    }

    void jsonSaysTheFilterWhereThereIsOne() {
        for (const QStringList& verb : {QStringList{"edges"},
                                        {"services"},
                                        {"traces"},
                                        {"stats"},
                                        {"failures"},
                                        {"suspects"},
                                        {"shapes"},
                                        {"critical-path"},
                                        {"graph"}}) {
            const QStringList arguments = verb + QStringList{"otlp.json", "--format", "json"};
            const Ran plain = run(arguments);
            QVERIFY2(plain.exit == 0, plain.err.constData());
            QVERIFY2(!objectOf(plain).contains("filter"), qPrintable(verb.first()));
            const QJsonObject filter = objectOf(run(
                arguments + QStringList{"--where", "status=error", "--count", "spans"}))["filter"]
                                           .toObject();
            QVERIFY2(filter["where"].toString() == "{ status = error }", qPrintable(verb.first()));
            QCOMPARE(filter["count"].toString(), QStringLiteral("spans"));
        }
    }

    void tracesAreThoseThatHoldAMatchingSpan() {
        const QJsonObject traces =
            objectOf(run({"traces", "otlp.json", "--format", "json", "--where", "status = error"}));
        QCOMPARE(traces["total"].toInt(), 1);
        const QString id = traces["traces"].toArray()[0].toObject()["trace_id"].toString();
        QCOMPARE(run({"trace", "otlp.json", id, "--where", "status = error"}).exit, 0);
        QCOMPARE(run({"trace", "otlp.json", id, "--where", "status = ok"}).exit, 1);
    }

    void aBadFilterIsAWrongUsageWithACaretUnderThePlace() {
        const Ran ran = run({"edges", "otlp.json", "--where", "{ name = \"ä\" && duration > }"});
        QCOMPARE(ran.exit, 2);
        QCOMPARE(ran.out, QByteArray());
        const QStringList lines = QString::fromUtf8(ran.err).split('\n');
        QCOMPARE(lines[0], QStringLiteral("  { name = \"ä\" && duration > }"));
        QCOMPARE(lines[1].indexOf('^'), lines[0].lastIndexOf('}'));
        QVERIFY(lines[2].contains("Expected a value after `>`."));
        QCOMPARE(run({"edges", "no-such-file.json", "--where", "("}).exit, 2); // before anything is opened
    }

    void foreignTextsInAFilterCannotActOnTheTerminal() {
        const Ran ran = run({"edges", "otlp.json", "--where", "{ name = \x1b[31m }"});
        QCOMPARE(ran.exit, 2);
        QVERIFY(!ran.err.contains('\x1b'));
    }

    void longFiltersAreShownAroundThePlace() {
        const Ran ran =
            run({"edges", "otlp.json", "--where",
                 "{ name = \"" + QString(500, 'a') + "\" && oops && name = \"" + QString(500, 'b') + "\" }"});
        QCOMPARE(ran.exit, 2);
        const QStringList lines = QString::fromUtf8(ran.err).split('\n');
        QVERIFY(lines[0].size() < 140);
        QCOMPARE(lines[0].mid(lines[1].indexOf('^'), 4), QStringLiteral("oops"));
    }

    void refusesAnUnknownWayOfCounting() {
        QCOMPARE(run({"edges", "otlp.json", "--where", "true", "--count", "everything"}).exit, 2);
    }
};

QTEST_APPLESS_MAIN(TestFilterOptions)
#include "tst_FilterOptions.moc"
