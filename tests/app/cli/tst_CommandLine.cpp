// The built program as a shell sees it: exit codes, what goes to stdout and what to stderr, hostile inputs.
#include "RunHallway.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace hallway::test;

namespace {

const QString twins = QStringLiteral(HALLWAY_TWINS);

/// One request to a service of this name, which is a JSON text without quotes.
QByteArray exportOf(const QByteArray& service, const QByteArray& attributes = {}) {
    return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{"
           "\"stringValue\":\"" +
           service +
           "\"}}]},\"scopeSpans\":[{\"spans\":[{\"traceId\":\"0000000000000000000000000000abcd\",\"spanId\":"
           "\"00000000000000a1\","
           "\"name\":\"op\",\"kind\":2,\"startTimeUnixNano\":\"1700000000000000000\",\"endTimeUnixNano\":"
           "\"1700000000001000000\"" +
           attributes + "}]}]}]}";
}

bool actsOnATerminal(const QByteArray& out) {
    for (const QChar c : QString::fromUtf8(out)) {
        if (c == u'\n') continue;
        const ushort code = c.unicode();
        if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e)) return true;
    }
    return false;
}

} // namespace

class tst_CommandLine : public QObject {
    Q_OBJECT

private:
    HallwayRunner hallway;

private slots:
    void helpAndVersionGoToStdout() {
        QVERIFY(hallway.run({"--version"}).out.startsWith("Hallway "));
        const Ran help = hallway.run({"--help"});
        QCOMPARE(help.exit, 0);
        QCOMPARE(help.err, QByteArray());
        for (const char* verb : {"edges", "services", "traces", "trace", "graph", "heatmap", "differences",
                                 "critical-path", "import", "sql", "cache"}) {
            QVERIFY2(help.out.contains(verb), verb);
            const Ran ran = hallway.run({verb, "--help"});
            QCOMPARE(ran.exit, 0);
            QVERIFY2(ran.out.contains("Example:\n  hallway " + QByteArray(verb)), ran.out.constData());
            QCOMPARE(ran.err, QByteArray());
        }
    }

    void differencesAreToldInEveryFormat() {
        const QString sample =
            QStringLiteral(HALLWAY_SOURCE_DIR "/resources/samples/checkout-incident.jsonl");
        const Ran json = hallway.run({"differences", sample, "--slower-than", "p95", "--format", "json"});
        QCOMPARE(json.exit, 0);
        const QJsonObject document = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(document["schema"].toString(), QStringLiteral("hallway.differences/1"));
        const QJsonObject calls = document["calls"].toObject();
        QCOMPARE(calls["selected"].toInt() + calls["others"].toInt(), 277); // every request
        const QJsonArray findings = document["findings"].toArray();
        QVERIFY(!findings.isEmpty());
        for (const QJsonValue& finding : findings) {
            QVERIFY(finding["p"].toDouble() <= 0.01);
            QVERIFY(std::abs(finding["difference"].toDouble()) >= 0.05);
            QVERIFY(finding["selected"].toInt() <= calls["selected"].toInt());
        }
        const Ran csv = hallway.run({"differences", sample, "--slower-than", "p95", "--format", "csv"});
        QCOMPARE(csv.out.count('\n'), findings.size() + 1);
        const Ran table = hallway.run({"differences", sample, "--slower-than", "p95"});
        QVERIFY(table.out.startsWith("requests: 13 calls slower than 703\u00a0ms against 264 others.\n"));
    }

    void differencesOfAFilterAreAgainstTheRestOrAnother() {
        const QString sample =
            QStringLiteral(HALLWAY_SOURCE_DIR "/resources/samples/checkout-incident.jsonl");
        const auto callsOf = [&](const QStringList& options) {
            const Ran ran = hallway.run(QStringList{"differences", sample, "--format", "json"} + options);
            return QJsonDocument::fromJson(ran.out)["calls"].toObject();
        };
        const QJsonObject rest = callsOf({"--where", "{ rootName = \"POST /checkout\" }"});
        QCOMPARE(rest["selected"].toInt(), 86); // as `hallway traces` counts them
        QCOMPARE(rest["selected"].toInt() + rest["others"].toInt(), 277);
        const QJsonObject other = callsOf(
            {"--where", "{ rootName = \"POST /checkout\" }", "--against", "{ rootName = \"GET /search\" }"});
        QCOMPARE(other["selected"], rest["selected"]);
        QCOMPARE(other["others"].toInt(), 17);
    }

    void wrongUsageIsTwoAndPrintsNothing_data() {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const QStringList& arguments) {
            QTest::newRow(qPrintable(arguments.join(' '))) << arguments;
        };
        row({"edges"});
        row({"edges", "otlp.json", "--nonsense"});
        row({"edges", "otlp.json", "--format", "xml"});
        row({"edges", "otlp.json", "--from", "yesterday"});
        row({"edges", "otlp.json", "--from", "2", "--to", "1"});
        row({"traces", "otlp.json", "--limit", "many"});
        row({"traces", "otlp.json", "--sort", "colour"});
        row({"trace", "otlp.json"});
        row({"sql", "otlp.json"});
        row({"sql", "otlp.json", "SELEKT 1"});
        row({"import", "otlp.json"});
        row({"import", "otlp.json", "-o", "x.db"});
        row({"graph", "otlp.json"});
        row({"graph", "otlp.json", "-o", "x.bmp"});
        row({"graph", "otlp.json", "-o", "x.png", "--scale", "5"});
        row({"heatmap", "otlp.json", "--edge", "frontend:cart", "--service", "cart"});
        row({"heatmap", "otlp.json", "--operation", "nobody does this"});
        row({"heatmap", "otlp.json", "--axis", "round"});
        row({"differences", "otlp.json"});
        row({"differences", "otlp.json", "--failed", "--slower-than", "p95"});
        row({"differences", "otlp.json", "--slower-than", "soon"});
        row({"differences", "otlp.json", "--slower-than", "p101"});
        row({"differences", "otlp.json", "--failed", "--against", "{ kind = server }"});
        row({"heatmap", "otlp.json", "--edge", "nobody:nowhere", "-o", "x.png"});
        row({"heatmap", "otlp.json", "--edge", "frontend:cart", "-o", "x.dot"});
        row({"trace", "otlp.json", "abc1", "-o", "x.txt"});
        row({"critical-path", "otlp.json", "--by", "colour"});
        row({"critical-path", "otlp.json", "--what-if", "frontend:cart"});
        row({"critical-path", "otlp.json", "--what-if", "frontend:cart=100ms"});
        row({"critical-path", "otlp.json", "--what-if", "nobody:nowhere=50%"});
        row({"cache"});
        row({"cache", "burn"});
        row({"--size", "huge"});
        row({"--theme", "pink"});
        row({"--nonsense"});
    }

    void wrongUsageIsTwoAndPrintsNothing() {
        QFETCH(const QStringList, arguments);
        const Ran ran = hallway.run(arguments, {}, twins);
        QCOMPARE(ran.exit, 2);
        QCOMPARE(ran.out, QByteArray());
        QCOMPARE(ran.err.count('\n'), 1);
    }

    void whatIsNotThereIsOne() {
        QCOMPARE(hallway.run({"trace", "otlp.json", "ffff"}, {}, twins).exit, 1);
        QCOMPARE(hallway.run({"graph", "otlp.json", "--focus", "nobody", "--format", "dot"}, {}, twins).exit,
                 1);
        QCOMPARE(
            hallway.run({"heatmap", "otlp.json", "--edge", "cart:frontend", "-o", "x.png"}, {}, twins).exit,
            1);
        const Ran unknown = hallway.run({"edges", "-"}, "\x7F\x45LF no export");
        QCOMPARE(unknown.exit, 1);
        QCOMPARE(unknown.out, QByteArray());
        QCOMPARE(unknown.err.count('\n'), 1);
    }

    void anExportWithoutSpansIsFine() {
        const Ran ran = hallway.run({"edges", "-", "--format", "json"}, "{\"resourceSpans\":[]}");
        QCOMPARE(ran.exit, 0);
        const QJsonObject document = QJsonDocument::fromJson(ran.out).object();
        QCOMPARE(document["capture"].toObject()["spans"].toInt(-1), 0);
        QVERIFY(document["capture"].toObject()["start"].isNull());
    }

    void standardInputIsAFile() {
        const Ran piped =
            hallway.run({"edges", "-", "--format", "csv"}, HallwayRunner::read(twins + "/otlp.json"));
        QCOMPARE(piped.exit, 0);
        QCOMPARE(piped.out, HallwayRunner::read(twins + "/edges.expected.csv"));
    }

    void ofSeveralFilesTheReadableOnesAreShown() {
        const Ran ran = hallway.run({"edges", "otlp.json", "missing.json", "--format", "csv"}, {}, twins);
        QCOMPARE(ran.exit, 3);
        QCOMPARE(ran.out, HallwayRunner::read(twins + "/edges.expected.csv"));
        QCOMPARE(ran.err, QByteArray("There is no file missing.json.\n"));
        const Ran none = hallway.run({"edges", "missing.json"}, {}, twins);
        QCOMPARE(none.exit, 3);
        QCOMPARE(none.out, QByteArray());
    }

    void aFileThatIsNoExportIsNamedBesideTheOthers() {
        const Ran ran =
            hallway.run({"edges", "otlp.json", "edges.expected.txt", "--format", "csv"}, {}, twins);
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.out, HallwayRunner::read(twins + "/edges.expected.csv"));
        QVERIFY(ran.err.startsWith("edges.expected.txt is not a trace export"));
    }

    void ofManyThatAreNoExportsTwentyAreNamed() {
        const QTemporaryDir folder;
        for (int i = 0; i < 30; ++i)
            QVERIFY(HallwayRunner::write(folder.filePath(QStringLiteral("%1.txt").arg(i)), "no traces"));
        QVERIFY(HallwayRunner::write(folder.filePath(QStringLiteral("a.json")), exportOf("shop")));
        const Ran ran = hallway.run({"edges", folder.path()});
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.err.count("is not a trace export"), 20);
        QVERIFY(ran.err.endsWith("And 10 more files could not be read.\n"));
    }

    void howFarAFileMayExpandCanBeSaid() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("small.zlib"));
        // Qt puts the size before a zlib stream.
        const QByteArray text = exportOf("shop") + QByteArray(1'000'000, ' ');
        QVERIFY(HallwayRunner::write(path, qCompress(text).mid(4)));
        const QStringList edges{"edges", path, "--format", "csv"};
        const Ran stopped = hallway.run(edges + QStringList{"--max-unpacked", "100KB"});
        QCOMPARE(stopped.exit, 3);
        QVERIFY2(stopped.err.contains("it decompresses to more than 100"), stopped.err);
        QCOMPARE(hallway.run(edges).exit, 0);
        QCOMPARE(hallway.run(edges + QStringList{"--max-unpacked", "many"}).exit, 2);
        QCOMPARE(hallway.run(edges + QStringList{"--max-expansion", "0"}).exit, 2);
    }

    void aFileWithoutPermissionIsThree() {
        if (::geteuid() == 0) QSKIP("root may read everything");
        const QTemporaryDir folder;
        QVERIFY(HallwayRunner::write(folder.filePath("closed.json"), "{}"));
        QFile::setPermissions(folder.filePath("closed.json"), {});
        QCOMPARE(hallway.run({"edges", folder.filePath("closed.json")}).exit, 3);
    }

    void theOrderOfFilesChangesNothing() {
        const Ran one = hallway.run({"edges", "part-1.json", "part-2.json", "--format", "json"}, {}, twins);
        const Ran other = hallway.run({"edges", "part-2.json", "part-1.json", "--format", "json"}, {}, twins);
        QCOMPARE(one.exit, 0);
        QCOMPARE(other.out, one.out);
    }

    void filesNamedLikeVerbsOrListsCanBeOpened() {
        const QTemporaryDir folder;
        for (const char* name : {"edges", "[a,b]", "-odd"})
            QVERIFY(HallwayRunner::write(folder.filePath(name), HallwayRunner::read(twins + "/otlp.json")));
        for (const QStringList& files : {QStringList{"edges"}, {"[a,b]"}, {"./-odd"}, {"--", "-odd"}}) {
            const Ran ran = hallway.run(QStringList{"edges", "--format", "csv"} + files, {}, folder.path());
            QCOMPARE(ran.exit, 0);
            QCOMPARE(ran.out, HallwayRunner::read(twins + "/edges.expected.csv"));
        }
    }

    void namesCannotActOnTheTerminal() {
        const QTemporaryDir folder;
        // Escape sequences, an eight-bit control character, text turned round, deletion.
        QVERIFY(
            HallwayRunner::write(folder.filePath("evil.json"),
                                 exportOf("\\u001b]0;owned\\u0007\\u001b[2J\\u009b31m\\u202eevil\\u007f")));
        for (const QStringList& arguments :
             {QStringList{"edges", "evil.json"},
              {"services", "evil.json"},
              {"traces", "evil.json"},
              {"trace", "evil.json", "abcd"},
              {"edges", "evil.json", "--format", "json"},
              {"trace", "evil.json", "abcd", "--format", "json"},
              {"graph", "evil.json", "--format", "dot"},
              {"sql", "evil.json", "SELECT service FROM spans"},
              {"sql", "evil.json", "SELECT service FROM spans", "--format", "json"}}) {
            const Ran ran = hallway.run(arguments, {}, folder.path());
            QCOMPARE(ran.exit, 0);
            QVERIFY2(!actsOnATerminal(ran.out), qPrintable(arguments.join(' ')));
        }
        const Ran json = hallway.run({"services", "evil.json", "--format", "json"}, {}, folder.path());
        const QString name = QJsonDocument::fromJson(json.out)["services"][0]["name"].toString();
        QCOMPARE(name,
                 QStringLiteral("\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eevil\u007f")); // nothing is lost
    }

    void namesCannotBecomeFormulas() {
        for (const QByteArray name : {"=1+1", "+1", "-1", "@SUM(A1)"}) {
            const Ran ran = hallway.run({"services", "-", "--format", "csv"}, exportOf(name));
            QVERIFY2(ran.out.split('\n')[1].startsWith("'" + name), ran.out.constData());
        }
        const Ran quoted = hallway.run({"services", "-", "--format", "csv"}, exportOf("=\\\"a\\\",b"));
        const QByteArray expected = "\"'=\"\"a\"\",b\",";
        QVERIFY2(quoted.out.split('\n')[1].startsWith(expected), quoted.out.constData());
    }

    void sqlOnlyReads_data() {
        QTest::addColumn<QString>("sql");
        for (const char* sql :
             {"INSERT INTO edges(edge) VALUES (99)", "UPDATE edges SET calls = 0", "DELETE FROM edges",
              "DROP TABLE edges", "CREATE TABLE t(x)", "ATTACH 'other.db' AS other",
              "PRAGMA user_version = 7", "PRAGMA journal_mode = WAL", "VACUUM INTO 'copy.db'",
              "SELECT 1; DROP TABLE edges", "BEGIN", "SELECT load_extension('x')", "REINDEX"})
            QTest::newRow(sql) << sql;
    }

    void sqlOnlyReads() {
        QFETCH(const QString, sql);
        const QTemporaryDir folder;
        const QString capture = folder.filePath("x.hallway");
        QCOMPARE(hallway.run({"import", twins + "/otlp.json", "-o", capture}).exit, 0);
        const QByteArray before = HallwayRunner::read(capture);
        const Ran ran = hallway.run({"sql", capture, sql}, {}, folder.path());
        QCOMPARE(ran.exit, 2);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY(ran.err.startsWith("SQLite refuses this: "));
        QCOMPARE(HallwayRunner::read(capture), before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"x.hallway"});
    }

    void sqlAnswersInThreeForms() {
        const QString sql = "SELECT caller, calls, NULL AS gap, 0.5 AS half, x'01ff' AS raw FROM edges ORDER "
                            "BY caller LIMIT 1";
        QCOMPARE(hallway.run({"sql", "otlp.json", sql, "--format", "csv"}, {}, twins).out,
                 QByteArray("caller,calls,gap,half,raw\ncart,2,,0.5,01ff\n"));
        QCOMPARE(hallway.run({"sql", "otlp.json", sql, "--format", "json"}, {}, twins).out,
                 QByteArray("{\n \"schema\": \"hallway.sql/1\",\n \"columns\": "
                            "[\"caller\",\"calls\",\"gap\",\"half\",\"raw\"],\n"
                            " \"rows\": [\n  [\"cart\",2,null,0.5,\"01ff\"]\n ]\n}\n"));
        QCOMPARE(hallway.run({"sql", "otlp.json", sql}, {}, twins).out,
                 QByteArray("caller  calls  gap  half  raw\ncart        2  –     0.5  01ff\n"));
        const Ran attribute = hallway.run(
            {"sql", "otlp.json", "SELECT count(*) FROM spans WHERE attr(span, 'db.system') = 'redis'",
             "--format", "csv"},
            {}, twins);
        QCOMPARE(attribute.out, QByteArray("count(*)\n2\n"));
    }

    void theHeatmapPrintsItsPercentiles() {
        // Two calls a second apart are two intervals of one call each: 60 ms and 150 ms.
        const Ran ran =
            hallway.run({"heatmap", "otlp.json", "--edge", "frontend:cart", "--format", "csv"}, {}, twins);
        QCOMPARE(ran.exit, 0);
        const QList<QByteArray> lines = ran.out.split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], QByteArray("from,to,samples,p50_ns,p95_ns,p99_ns,max_ns"));
        QVERIFY(lines[1].startsWith("1700000000010000000,") &&
                lines[1].endsWith(",1,60000000,60000000,60000000,60000000"));
        QVERIFY(lines[2].endsWith(",1,150000000,150000000,150000000,150000000"));
    }

    void anInterruptedImportLeavesNothing() {
        HallwayRunner fresh;
        const QTemporaryDir scratch;
        fresh.environment().insert("TMPDIR", scratch.path());
        QProcess process;
        process.setProcessEnvironment(fresh.environment());
        process.start(HallwayRunner::program(), {"edges", "-"}); // standard input never comes into the cache
        QVERIFY(process.waitForStarted());
        process.write(HallwayRunner::read(twins + "/otlp.json").left(1500));
        QTRY_VERIFY(!QDir(scratch.path()).isEmpty());
        ::kill(static_cast<pid_t>(process.processId()), SIGTERM); // while it waits for more
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit); // that is: ended by the signal
        QVERIFY(QDir(scratch.path()).isEmpty());
    }

    void aReaderThatHasEnoughIsNoError() {
        QProcess shell;
        shell.setProcessEnvironment(hallway.environment());
        shell.setWorkingDirectory(twins);
        const QString many =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 300000) SELECT i FROM n";
        shell.start("bash", {"-c", "set -o pipefail; \"$0\" sql otlp.json \"$1\" --format csv | head -n 1",
                             HallwayRunner::program(), many});
        QVERIFY(shell.waitForFinished(60'000));
        QCOMPARE(shell.exitCode(), 0);
        QCOMPARE(shell.readAllStandardOutput(), QByteArray("i\n"));
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }

    void aFullDiskIsSaid() {
        if (!QFile::exists("/dev/full")) QSKIP("no /dev/full here");
        QProcess shell;
        shell.setProcessEnvironment(hallway.environment());
        shell.setWorkingDirectory(twins);
        shell.start("bash", {"-c", "\"$0\" edges otlp.json > /dev/full", HallwayRunner::program()});
        QVERIFY(shell.waitForFinished(60'000));
        QCOMPARE(shell.exitCode(), 3);
        QVERIFY(shell.readAllStandardError().startsWith("Cannot write standard output"));
    }

    void theCacheIsListedAndCleared() {
        HallwayRunner fresh;
        QCOMPARE(fresh.run({"cache", "list", "--format", "csv"}).out,
                 QByteArray("last_use,bytes,sources,file\n"));
        QCOMPARE(fresh.run({"edges", "otlp.json"}, {}, twins).exit, 0);
        const QList<QByteArray> lines = fresh.run({"cache", "list", "--format", "csv"}).out.split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[1].contains(",otlp.json," + fresh.cacheFolder().toUtf8()));
        QVERIFY(fresh.run({"cache", "clear"}).out.startsWith("Removed 1 capture, "));
        QVERIFY(QDir(fresh.cacheFolder()).entryList(QDir::Files).isEmpty());
        QCOMPARE(fresh.run({"cache", "clear"}).out, QByteArray("Removed 0 captures, 0\u00a0B.\n"));
    }

    void withoutACacheEverythingStillWorks() {
        HallwayRunner homeless;
        homeless.environment().remove("XDG_CACHE_HOME");
        homeless.environment().remove("HOME");
        QCOMPARE(homeless.run({"edges", "otlp.json", "--format", "csv"}, {}, twins).out,
                 HallwayRunner::read(twins + "/edges.expected.csv"));
        QCOMPARE(homeless.run({"cache", "list"}).exit, 0);
        QCOMPARE(homeless.run({"cache", "clear"}).exit, 0);
        HallwayRunner closed; // where a file lies, no folder can be made, not even by root
        closed.environment().insert("XDG_CACHE_HOME", twins + "/otlp.json");
        const Ran ran = closed.run({"edges", "otlp.json", "--format", "csv"}, {}, twins);
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.out, HallwayRunner::read(twins + "/edges.expected.csv"));
    }

    void anotherDatabaseIsNoCapture() {
        const QTemporaryDir folder;
        const QString capture = folder.filePath("x.hallway");
        QCOMPARE(hallway.run({"import", twins + "/otlp.json", "-o", capture}).exit, 0);
        QByteArray bytes = HallwayRunner::read(capture);
        bytes.replace(68, 4, QByteArray(4, '\0')); // application_id in SQLite's header
        QVERIFY(HallwayRunner::write(capture, bytes));
        const Ran ran = hallway.run({"edges", capture});
        QCOMPARE(ran.exit, 3);
        QCOMPARE(ran.err.count('\n'), 1);
    }

    void anExportThatCannotBeWrittenLeavesNothing() {
        const QTemporaryDir folder;
        const Ran ran =
            hallway.run({"import", twins + "/otlp.json", "-o", folder.filePath("no/where.hallway")});
        QCOMPARE(ran.exit, 3);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void theWindowWithoutADisplayIsOneSentence() {
        const Ran ran = hallway.run({"otlp.json"}, {}, twins);
        QCOMPARE(ran.exit, 3);
        QCOMPARE(ran.out, QByteArray());
        QCOMPARE(ran.err.count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_CommandLine.moc"
