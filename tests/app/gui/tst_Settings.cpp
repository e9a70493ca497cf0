#include "gui/Settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hallway;

class tst_Settings : public QObject {
    Q_OBJECT

private slots:
    void comeBackAsTheyWere() {
        QTemporaryDir folder;
        const QString path = folder.filePath("a/b/settings.json");
        Settings settings;
        settings.recent = {{"/tmp/a b.json", "/tmp/ü.json"}, {"/tmp/c.json"}};
        settings.theme = WindowRequest::ThemeChoice::Dark;
        settings.measure = LabelMeasure::FanOut;
        settings.localTime = true;
        settings.width = 1200;
        settings.height = 800;
        settings.maximized = true;
        settings.splitters = {{"columns", {300, 800, 280}}};
        QVERIFY(writeSettings(path, settings));
        QCOMPARE(readSettings(path), settings);
    }

    void aMissingFileGivesDefaults() { QCOMPARE(readSettings("/nonexistent/settings.json"), Settings()); }

    void hostileFilesGiveDefaults_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\x00\xff\xfe garbage");
        QTest::newRow("another type") << QByteArray("[1, 2, 3]");
        QTest::newRow("wrong fields") << QByteArray(
            R"({"recent": {"a": 1}, "theme": 7, "measure": null, "window": [], "splitters": "x", "local_time": "yes"})");
        QTest::newRow("absurd numbers")
            << QByteArray(R"({"window": {"width": 1e300, "height": -5}, "splitters": {"columns": [1, -1]}})");
        QTest::newRow("recent of numbers") << QByteArray(R"({"recent": [[1, 2], "x", [""], []]})");
        QTest::newRow("deep") << QByteArray(200'000, '[');
        QTest::newRow("huge") << QByteArray(2'000'000, ' ');
    }
    void hostileFilesGiveDefaults() {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile file(folder.filePath("settings.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(readSettings(file.fileName()), Settings());
    }

    void theLatestCaptureComesFirstAndOnce() {
        Settings settings;
        for (int i = 0; i < 12; ++i)
            settings.addRecent({QString::number(i)});
        settings.addRecent({"5"});
        QCOMPARE(settings.recent.size(), Settings::mostRecent);
        QCOMPARE(settings.recent.front(), QStringList{"5"});
        QCOMPARE(std::count(settings.recent.begin(), settings.recent.end(), QStringList{"5"}), 1);
    }
};

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_Settings.moc"
