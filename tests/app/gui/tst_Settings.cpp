#include "gui/SettingsStore.h"

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
        settings.highContrast = true;
        settings.noMotion = true;
        settings.textPercent = 150;
        settings.panels = Perspective{.lower = false, .leftPage = "FailuresPage"};
        settings.panels->splitters = {{"columns", {300, 800, 280}}};
        settings.save(Perspective{.name = "mine & yours", .tables = false, .inspector = false});
        settings.addFilter("{ duration > 1s }");
        settings.addFilter("{ name = \"ü\" }");
        settings.save(NamedFilter{"slow", "{ duration > 2s }"});
        settings.tables = {{"edges", {{"edge", "calls"}, {"failed"}, {{"calls", 90}}, {}}},
                           {"traces", {{}, {}, {}, {"http.route", "resource.host.name"}}}};
        settings.reopens = true;
        settings.lastView = {.files = {"/tmp/c.json"},
                             .filter = "{ status = error }",
                             .mode = FilterMode::MatchingSpans,
                             .caller = "a",
                             .callee = "b",
                             .trace = "0af7",
                             .range = TimeRange{timestampOf(-5), timestampOf(1'795'305'600'000'000'000)}};
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
            R"({"recent": {"a": 1}, "theme": 7, "measure": null, "window": [], "local_time": "yes",
                "text_percent": "big", "perspectives": [{"name": ""}, 7], "filter_history": [1, null],
                "saved_filters": [{"name": "x"}, {"text": "y"}, 3], "tables": [1], "last_view": {"from_ns": 1}})");
        QTest::newRow("absurd numbers")
            << QByteArray(R"({"window": {"width": 1e300, "height": -5}, "text_percent": 100000000})");
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

    void textSizesAreBounded() {
        QTemporaryDir folder;
        QFile file(folder.filePath("settings.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"text_percent": 5, "panels": {"splitters": {"columns": [1, -1]}, "graph": false}})");
        file.close();
        const Settings settings = readSettings(file.fileName());
        QCOMPARE(settings.textPercent, Settings::leastText);
        QVERIFY(settings.panels && !settings.panels->graph && settings.panels->tables);
        QVERIFY(settings.panels->splitters.isEmpty());
    }

    void theLatestFilterComesFirstAndOnce() {
        Settings settings;
        for (int i = 0; i < 60; ++i)
            settings.addFilter(QStringLiteral("{ duration > %1ms }").arg(i));
        settings.addFilter("{ duration > 30ms }");
        settings.addFilter("");
        QCOMPARE(settings.filterHistory.size(), Settings::mostFilters);
        QCOMPARE(settings.filterHistory.front(), QStringLiteral("{ duration > 30ms }"));
        QCOMPARE(settings.filterHistory.count("{ duration > 30ms }"), 1);
        QCOMPARE(settings.filterHistory.back(), QStringLiteral("{ duration > 10ms }"));
    }

    void aSavedNameIsUsedOnce() {
        Settings settings;
        settings.save(NamedFilter{"b", "{ 1 }"});
        settings.save(NamedFilter{"a", "{ 2 }"});
        settings.save(NamedFilter{"b", "{ 3 }"});
        settings.save(NamedFilter{"", "{ 4 }"});
        QCOMPARE(settings.savedFilters, (std::vector<NamedFilter>{{"a", "{ 2 }"}, {"b", "{ 3 }"}}));
    }

    void twoWindowsDoNotFightOverTheFile() {
        QTemporaryDir folder;
        const QString path = folder.filePath("settings.json");
        SettingsStore one(path), other(path); // as of two programs
        one.change([](Settings& settings) { settings.textPercent = 150; });
        other.change([](Settings& settings) { settings.addFilter("{ status = error }"); });
        one.change([](Settings& settings) { settings.noMotion = true; });
        const Settings stored = readSettings(path);
        QCOMPARE(stored.textPercent, 150);
        QCOMPARE(stored.filterHistory, QStringList{"{ status = error }"});
        QVERIFY(stored.noMotion);
        QCOMPARE(one.now(), stored);
    }

    void withoutAFileTheyLiveAsLongAsTheProgram() {
        SettingsStore store({});
        store.change([](Settings& settings) { settings.reopens = true; });
        store.change([](Settings& settings) { settings.highContrast = true; });
        QVERIFY(store.now().reopens && store.now().highContrast);
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
