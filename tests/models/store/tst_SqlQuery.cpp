#include "SampleCapture.h"
#include "store/CaptureFile.h"
#include "store/SqlQuery.h"

#include <QRegularExpression>
#include <QTest>

#include <filesystem>

using namespace hallway;
using namespace hallway::test;

namespace {

QString textOf(const SqlCell& cell) {
    if (const auto* const integer = std::get_if<std::int64_t>(&cell)) return QString::number(*integer);
    if (const auto* const real = std::get_if<double>(&cell)) return QString::number(*real);
    if (const auto* const text = std::get_if<std::string_view>(&cell))
        return QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()));
    if (const auto* const bytes = std::get_if<SqlBytes>(&cell))
        return QString::number(bytes->bytes.size()) + " bytes";
    return "NULL";
}

/// Rows as lines, cells parted by '|'; the message of an error.
QStringList answerTo(const std::string& path, const std::string& sql,
                     std::optional<ChosenRows> chosen = std::nullopt) {
    auto query = SqlQuery::prepare(path, sql, {}, std::move(chosen));
    if (!query) return {"refused: " + QString::fromStdString(query.error().arguments.back())};
    QStringList rows;
    for (;;) {
        const auto more = query->next();
        if (!more) return {"failed: " + QString::fromStdString(more.error().arguments.back())};
        if (!*more) return rows;
        QStringList cells;
        for (std::size_t column = 0; column < query->columns().size(); ++column)
            cells << textOf(query->cell(column));
        rows << cells.join('|');
    }
}

} // namespace

class TestSqlQuery : public QObject {
    Q_OBJECT

    const ScratchFolder m_folder;
    std::string m_path = m_folder.file("x.hallway");

    QStringList answer(const char* sql) const { return answerTo(m_path, sql); }

private slots:
    void initTestCase() { QVERIFY(SampleCapture().writeTo(m_path).has_value()); }

    void showsSpans() {
        QCOMPARE(
            answer("SELECT * FROM spans WHERE span IN (3, 5)"),
            (QStringList{
                "3|01020304050607080000000000000002|abc0000000000003|NULL|frontend|GET /|server|unset|NULL|0|"
                "1795305601000000000|1795305601100000000|100000000|frontend-host|a.json",
                "5|01020304050607080000000000000002|abc0000000000005|abc0000000000004|cart|AddItem|server|"
                "error|no more carts|1|1795305601020000000|1795305601070000000|50000000|cart-host|a.json"}));
        QCOMPARE(answer("SELECT trace_id, span_id, parent_span_id FROM spans WHERE span = 10"),
                 QStringList{"trace-3|span-10|span-9"});
    }

    void showsCalls() {
        QCOMPARE(answer("SELECT * FROM calls WHERE call IN (1, 5)"),
                 (QStringList{"1|frontend|cart|rpc|AddItem|1795305601010000000|80000000|80000000|50000000|"
                              "NULL|1|1|0|5xx|0|0|0|"
                              "4|5|01020304050607080000000000000002",
                              "5|user|frontend|rpc|GET "
                              "/|1795305601000000000|100000000|NULL|100000000|NULL|0|0|0|NULL|0|0|0|"
                              "NULL|3|01020304050607080000000000000002"}));
    }

    void showsEdgesServicesProblemsSourcesAndTheCapture() {
        QCOMPARE(
            answer(
                "SELECT caller, callee, class, calls, failed, failed_here, latency_p99_ns, delivery_samples, "
                "network_p50_ns, fan_out_entries, fan_out_mean FROM edges"),
            (QStringList{"frontend|cart|rpc|4|2|2|80000000|NULL|30000000|4|1",
                         "user|frontend|rpc|4|0|0|100000000|NULL|NULL|NULL|NULL"}));
        QCOMPARE(
            answer(
                "SELECT name, namespace, kind, entries, failed, latency_p95_ns, fan_out_p95 FROM services"),
            (QStringList{"cart|shop|service|4|2|50000000|0", "frontend|shop|service|4|0|100000000|1",
                         "user||user|NULL|NULL|NULL|NULL"}));
        QCOMPARE(answer("SELECT * FROM problems"),
                 (QStringList{"a.json|broken-record|2|span \"GET /\" has kind 99|77|3",
                              "a.json|opaque-id|1|trace-3|99|NULL"}));
        QCOMPARE(answer("SELECT path, format, bytes, spans FROM sources"),
                 (QStringList{"a.json|otlp-json|1234|12", "b.json|jaeger|0|0"}));
        QCOMPARE(answer("SELECT traces, spans, services, duplicates, orphans FROM capture"),
                 QStringList{"4|12|2|0|0"});
    }

    void givesAttributesWithTheirTypes() {
        QCOMPARE(answer("SELECT attr(span, 'http.route'), attr(span, 'http.response.status_code'), "
                        "attr(span, 'load'), "
                        "attr(span, 'cached'), attr(span, 'nothing'), attr(span, 'raw'), attr(span, 'tags'), "
                        "attr(span, 'user.id'), attr(span, 'service.name'), attr(span, 'no such key') "
                        "FROM spans WHERE span = 4"),
                 QStringList{"/|200|0.25|1|NULL|AP8=|[\"a\",\"b\"]|user-4|frontend|NULL"});
        QCOMPARE(answer("SELECT typeof(attr(4, 'http.response.status_code')), typeof(attr(4, 'load')), "
                        "typeof(attr(4, 'user.id')), attr(NULL, 'load'), attr(99, 'load'), attr(-1, 'load')"),
                 QStringList{"integer|real|text|NULL|NULL|NULL"});
        QCOMPARE(answer("SELECT attr('4', 'load')"),
                 QStringList{"failed: attr(span, 'key') wants the column span and a name"});
    }

    void onlyReads_data() {
        QTest::addColumn<QByteArray>("sql");
        for (const char* const sql : {"DELETE FROM edges",
                                      "UPDATE span_row SET kind = 0",
                                      "UPDATE sqlite_master SET sql = ''",
                                      "DELETE FROM sqlite_master",
                                      "INSERT INTO kept VALUES (1, 2, 3)",
                                      "DROP VIEW spans",
                                      "CREATE TABLE x (y)",
                                      "CREATE TEMP TABLE x (y)",
                                      "ATTACH '/tmp/other.db' AS other",
                                      "VACUUM INTO '/tmp/x.db'",
                                      "PRAGMA query_only = OFF",
                                      "PRAGMA journal_mode = WAL",
                                      "PRAGMA user_version = 7",
                                      "BEGIN",
                                      "REINDEX",
                                      "ANALYZE",
                                      "SELECT load_extension('x')",
                                      "SELECT 1; DELETE FROM edges",
                                      "SELECT 1; SELECT 2",
                                      "",
                                      " -- nothing",
                                      "SELECT nonsense",
                                      "SELEC 1"})
            QTest::newRow(sql) << QByteArray(sql);
    }
    void onlyReads() {
        QFETCH(QByteArray, sql);
        const std::string before = readAll(m_path);
        const auto query =
            SqlQuery::prepare(m_path, std::string_view(sql.data(), static_cast<std::size_t>(sql.size())));
        QVERIFY(!query.has_value());
        QCOMPARE(query.error().code, ErrorCode::SqlRefused);
        QVERIFY(!query.error().arguments.front().empty());
        QVERIFY(readAll(m_path) == before);
        const std::filesystem::directory_iterator files(m_folder.path());
        QCOMPARE(std::distance(begin(files), end(files)), 1);
    }

    void takesATrailingSemicolonAndComment() {
        QCOMPARE(answer("SELECT 1; -- that is all\n"), QStringList{"1"});
        QCOMPARE(answer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT "
                        "i FROM n"),
                 (QStringList{"1", "2", "3"}));
        QCOMPARE(answer("PRAGMA table_info(edges)").size(), 41);
        QCOMPARE(answer("SELECT value FROM json_each(attr(4, 'tags'))"), (QStringList{"a", "b"}));
    }

    void endsWhenCancelled() {
        CancelSource cancel;
        auto query = SqlQuery::prepare(
            m_path, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
            cancel.token());
        QVERIFY(query.has_value());
        cancel.cancel();
        const auto more = query->next();
        QVERIFY(!more.has_value());
        QCOMPARE(more.error().code, ErrorCode::Cancelled);
    }

    void showsChosenRowsAlone() {
        const auto answerOf = [this](const char* sql) {
            ChosenRows rows{std::vector<bool>(6, false), {true}};
            rows.spans[3] = rows.spans[5] = true; // 5 is the last one: what lies beyond is not chosen
            return answerTo(m_path, sql, rows);
        };
        QCOMPARE(answerOf("SELECT span FROM spans"), (QStringList{"3", "5"}));
        QCOMPARE(answerOf("SELECT span FROM spans WHERE span > 3"), QStringList{"5"});
        QCOMPARE(answerOf("SELECT call FROM calls"), QStringList{"0"});
        QCOMPARE(answerOf("SELECT caller, trace_id FROM calls"),
                 answer("SELECT caller, trace_id FROM calls WHERE call = 0"));
        QCOMPARE(answerOf("SELECT attr(span, 'http.route') FROM spans WHERE span = 3"),
                 answer("SELECT attr(span, 'http.route') FROM spans WHERE span = 3"));
        QCOMPARE(answerOf("SELECT spans FROM capture"), answer("SELECT spans FROM capture"));
        // Figures of everything would look like those of the chosen.
        for (const char* const sql : {"SELECT calls FROM edges", "SELECT count(*) FROM services",
                                      "SELECT (SELECT max(calls) FROM edges)",
                                      "WITH calls AS (SELECT * FROM edges) SELECT * FROM calls",
                                      "DELETE FROM spans", "DROP VIEW temp.spans"})
            QVERIFY2(answerOf(sql).value(0).startsWith("refused"), sql);
        QCOMPARE(answerOf("SELECT caller, class FROM edges"), answer("SELECT caller, class FROM edges"));
        QVERIFY(answer("SELECT count(*) FROM edges").value(0).toInt() > 0);
    }

    void leavesOpenCapturesReadable() {
        const auto query = SqlQuery::prepare(m_path, "SELECT * FROM spans");
        QVERIFY(query.has_value());
        QCOMPARE(answer("SELECT count(*) FROM spans"), QStringList{"12"});
    }

    // Every example of the manual runs on a capture, and those without attr() in any SQLite program.
    void runsTheExamplesOfTheManual() {
        const QString manual = QString::fromStdString(readAll(HALLWAY_SOURCE_DIR "/docs/sql.md"));
        const QRegularExpression fence("```sql\\n(.*?)```", QRegularExpression::DotMatchesEverythingOption);
        const auto database = openCapture(m_path);
        int examples = 0;
        for (auto match = fence.globalMatch(manual); match.hasNext(); ++examples) {
            const std::string sql = match.next().captured(1).toStdString();
            const QStringList rows = answerTo(m_path, sql);
            QVERIFY2(!rows.isEmpty() && !rows.front().startsWith("refused") &&
                         !rows.front().startsWith("failed"),
                     (sql + "\n" + rows.join('\n').toStdString()).c_str());
            if (sql.find("attr(") == std::string::npos)
                QVERIFY2(database->prepare(sql).has_value(), sql.c_str());
        }
        QVERIFY(examples >= 6);
    }

    // The manual names every column there is.
    void describesEveryColumnInTheManual() {
        const QString manual = QString::fromStdString(readAll(HALLWAY_SOURCE_DIR "/docs/sql.md"));
        for (const char* const table : {"spans", "calls", "problems", "sources", "capture"})
            for (const QString& row : answerTo(m_path, std::string("PRAGMA table_info(") + table + ")")) {
                const QString column = row.section('|', 1, 1);
                QVERIFY2(manual.contains("`" + column + "`"), (table + ("." + column.toStdString())).c_str());
            }
    }
};

QTEST_APPLESS_MAIN(TestSqlQuery)
#include "tst_SqlQuery.moc"
