// The program from outside: what it draws without a display, and what it says when it cannot.
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Run {
    int exitCode = -1;
    QByteArray errors;
};

/// With folders of its own and no display.
Run run(const QStringList& arguments, const QTemporaryDir& home) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(display));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), home.filePath(QStringLiteral("cache")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(HALLWAY_BIN_DIR "/hallway"), arguments);
    if (!process.waitForFinished(120'000)) return {};
    return {process.exitCode(), process.readAllStandardError()};
}

QString sample() { return QStringLiteral(HALLWAY_SOURCE_DIR "/resources/samples/checkout-incident.jsonl"); }

} // namespace

class tst_RunWindow : public QObject {
    Q_OBJECT

private slots:
    void drawsTheWindowWithoutADisplay() {
        const QTemporaryDir home;
        const QString pictures = home.filePath(QStringLiteral("a/b"));
        const Run drawn =
            run({"--screenshot", pictures, "--size", "1200x800", "--theme", "dark", sample()}, home);
        QCOMPARE(drawn.exitCode, 0);
        QCOMPARE(QDir(pictures).entryList(QDir::Files),
                 (QStringList{"graph.png", "heatmap.png", "waterfall.png", "window.png"}));
        const QImage window(QDir(pictures).filePath("window.png"));
        QCOMPARE(window.size(), QSize(1200, 800));
        QVERIFY(window.pixelColor(600, 10).lightness() < 60);
        QVERIFY(!QDir(home.filePath("config")).exists()); // a screenshot remembers nothing
    }

    void saysInOneSentenceThatThereIsNoDisplay() {
        const QTemporaryDir home;
        const Run refused = run({sample()}, home);
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(refused.errors.count('\n'), 1);
        QVERIFY(refused.errors.contains("display"));
    }

    void saysWhatCannotBeDrawn_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no such file") << QStringList{"--screenshot", "PICTURES", "/nonexistent.json"} << 3;
        QTest::newRow("no trace export")
            << QStringList{"--screenshot", "PICTURES", QStringLiteral(HALLWAY_SOURCE_DIR "/LICENSE")} << 1;
        QTest::newRow("no such folder") << QStringList{"--screenshot", "/proc/nowhere", sample()} << 3;
    }
    void saysWhatCannotBeDrawn() {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const QTemporaryDir home;
        arguments.replaceInStrings(QStringLiteral("PICTURES"), home.filePath(QStringLiteral("pictures")));
        const Run refused = run(arguments, home);
        QCOMPARE(refused.exitCode, exitCode);
        QVERIFY2(refused.errors.endsWith(".\n"), refused.errors);
    }
};

QTEST_GUILESS_MAIN(tst_RunWindow)
#include "tst_RunWindow.moc"
