// The helper program over its wire: stdin, stdout, stderr and exit codes.
#include "layout/LayoutMessages.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace hallway;

static const QString kHelper = HALLWAY_BIN_DIR "/hallway-layout";
static const QByteArray kPair = R"({"version":1,"ranksep":42,"nodesep":7,"nodes":[[96,40],[96,40]],)"
                                R"("edges":[{"tail":0,"head":1,"weight":1,"minlen":1}]})";

namespace {

struct Outcome {
    int exitCode = -1;
    QByteArray output;
    QByteArray complaint;
};

Outcome run(const QByteArray& input, const QStringList& arguments = {},
            const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) {
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(kHelper, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Ended, or ended and not yet buried by its new parent.
bool isOver(const QByteArray& pid) {
    QFile file("/proc/" + pid + "/stat");
    return !file.open(QIODevice::ReadOnly) || file.readAll().contains(") Z ");
}

} // namespace

class tst_LayoutHelper : public QObject {
    Q_OBJECT
private slots:
    void aRequestIsAnsweredWithALayout();
    void nothingOfGraphvizsConfigurationIsNeeded();
    void theLocaleDoesNotMatter();
    void hostileInputIsRefusedInOneLine_data();
    void hostileInputIsRefusedInOneLine();
    void argumentsAreWrongUsage();
    void aFullDiskIsNoticed();
    void itEndsWithItsParent();
};

void tst_LayoutHelper::aRequestIsAnsweredWithALayout() {
    const Outcome outcome = run(kPair);
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.complaint, QByteArray());
    QVERIFY(outcome.output.endsWith("}\n"));
    const auto layout = graphLayoutFromJson(outcome.output.toStdString());
    QVERIFY(layout);
    QCOMPARE(layout->size, (LayoutSize{96 + 42 + 96, 40}));
}

void tst_LayoutHelper::nothingOfGraphvizsConfigurationIsNeeded() {
    QProcessEnvironment environment;
    environment.insert("GVBINDIR", "/nowhere");
    QCOMPARE(run(kPair, {}, environment).exitCode, 0);
}

void tst_LayoutHelper::theLocaleDoesNotMatter() {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LC_ALL", "de_DE.UTF-8");
    QCOMPARE(run(kPair, {}, environment).output, run(kPair).output);
}

void tst_LayoutHelper::hostileInputIsRefusedInOneLine_data() {
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("digraph { a -> b }");
    QTest::newRow("cut off") << kPair.chopped(3);
    QTest::newRow("zero bytes") << QByteArray(1000, '\0');
    QTest::newRow("NaN") << QByteArray(kPair).replace("[96,40]", "[NaN,40]");
    QTest::newRow("overflow") << QByteArray(kPair).replace("[96,40]", "[1e400,40]");
    QTest::newRow("negative") << QByteArray(kPair).replace("[96,40]", "[-96,40]");
    QTest::newRow("huge") << QByteArray(kPair).replace("[96,40]", "[1e9,40]");
    QTest::newRow("index out of range") << QByteArray(kPair).replace("\"head\":1", "\"head\":2");
    QTest::newRow("negative index") << QByteArray(kPair).replace("\"head\":1", "\"head\":-1");
    QByteArray many = "[1,1]";
    many = (many + ",").repeated(20'000) + many;
    QTest::newRow("too many nodes") << QByteArray(kPair).replace("[96,40]", many);
    QTest::newRow("too long") << QByteArray(64 * 1024 * 1024 + 1, ' ');
}

void tst_LayoutHelper::hostileInputIsRefusedInOneLine() {
    QFETCH(QByteArray, input);
    const Outcome outcome = run(input);
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY(outcome.complaint.startsWith("hallway-layout: "));
    QCOMPARE(outcome.complaint.count('\n'), 1);
}

void tst_LayoutHelper::argumentsAreWrongUsage() {
    const Outcome outcome = run({}, {"--help"});
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(outcome.complaint.count('\n'), 1);
}

void tst_LayoutHelper::aFullDiskIsNoticed() {
    if (!QFile::exists("/dev/full")) QSKIP("no /dev/full here");
    QProcess process;
    process.setStandardOutputFile("/dev/full");
    process.start(kHelper, {});
    process.write(kPair);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 3);
}

void tst_LayoutHelper::itEndsWithItsParent() {
    if (!QFile::exists("/proc/self/stat")) QSKIP("no /proc here");
    QProcess shell; // the helper waits for input that never ends; its parent is the shell
    shell.start("/bin/sh", {"-c", "exec 3<&0; \"" + kHelper + "\" <&3 & echo $!; wait"});
    QVERIFY(shell.waitForReadyRead());
    const QByteArray pid = shell.readLine().trimmed();
    QTest::qWait(300); // until the helper has tied itself to the shell
    QVERIFY(!isOver(pid));
    shell.kill();
    QVERIFY(shell.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(isOver(pid), 3'000);
}

QTEST_GUILESS_MAIN(tst_LayoutHelper)
#include "tst_LayoutHelper.moc"
