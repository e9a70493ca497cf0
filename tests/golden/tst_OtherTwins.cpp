// The story of fixtures/twins once more, as other tools write it: the figures are those of the OTLP file,
// byte for byte.
#include "RunHallway.h"

#include <QRegularExpression>
#include <QTest>

using namespace hallway::test;

namespace {

const QString twins = QStringLiteral(HALLWAY_FIXTURES "/twins");

QByteArray withoutSources(const QByteArray& json) {
    static const QRegularExpression sources(QStringLiteral("\"sources\": \\[.*?\\n  \\]"),
                                            QRegularExpression::DotMatchesEverythingOption);
    return QString::fromUtf8(json).replace(sources, QStringLiteral("\"sources\": []")).toUtf8();
}

} // namespace

class tst_OtherTwins : public QObject {
    Q_OBJECT

private slots:
    void theFiguresAreTheSame_data() {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        const std::pair<const char*, const char*> files[] = {{"python-console.json", "python-console"},
                                                             {"go-console.json", "go-console"},
                                                             {"datadog.json", "datadog"},
                                                             {"xray.json", "xray"},
                                                             {"signoz.jsonl", "signoz"},
                                                             {"newrelic.json", "newrelic"},
                                                             {"lambda.jsonl", "lambda"}};
        for (const auto& [file, format] : files)
            for (const char* verb : {"edges", "services", "traces"}) {
                const bool namesSpans = QLatin1String(file) != QLatin1String("xray.json");
                if (namesSpans || QLatin1String(verb) != QLatin1String("traces"))
                    QTest::newRow(QByteArray(verb) + " of " + file) << verb << file << format;
            }
    }

    void theFiguresAreTheSame() {
        QFETCH(const QString, verb);
        QFETCH(const QString, file);
        QFETCH(const QString, format);
        const HallwayRunner hallway;
        const Ran json = hallway.run({verb, file, "--format", "json"}, {}, twins);
        QCOMPARE(json.exit, 0);
        QCOMPARE(withoutSources(json.out), HallwayRunner::read(twins + "/" + verb + ".expected.json"));
        QVERIFY(json.out.contains(("\"format\": \"" + format + "\"").toUtf8()));
        const Ran csv = hallway.run({verb, file, "--format", "csv"}, {}, twins);
        QCOMPARE(csv.out, HallwayRunner::read(twins + "/" + verb + ".expected.csv"));
    }
};

QTEST_GUILESS_MAIN(tst_OtherTwins)
#include "tst_OtherTwins.moc"
