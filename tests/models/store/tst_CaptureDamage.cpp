#include "CaptureText.h"
#include "SampleCapture.h"
#include "store/CaptureFormat.h"
#include "store/CaptureReader.h"
#include "store/Database.h"
#include "store/SqlQuery.h"

#include <QTest>

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

using namespace hallway;
using namespace hallway::test;

namespace {

bool meansBadFile(const Error& error) {
    return error.code == ErrorCode::CacheDamaged || error.code == ErrorCode::NotACapture ||
           error.code == ErrorCode::CacheOtherVersion;
}

/// Runs SQL on a capture file as any SQLite program could.
void change(const std::string& path, const std::string& sql) {
    auto database = Database::open(path, Database::Access::Write);
    const std::string all = "PRAGMA writable_schema = ON;" + sql;
    QVERIFY(database.has_value());
    const Status done = database->execute(all.c_str());
    QVERIFY2(done.has_value(), done ? "" : done.error().arguments.front().c_str());
}

/// Runs SQL on a new database that is no capture.
void makeForeign(const std::string& path, const std::string& sql) {
    const auto database = Database::create(path);
    QVERIFY(database.has_value());
    QVERIFY(database->execute(sql.c_str()).has_value());
}

} // namespace

class TestCaptureDamage : public QObject {
    Q_OBJECT

    const SampleCapture m_sample{40};
    const ScratchFolder m_folder;
    std::string m_bytes; ///< of a sound capture
    std::string m_text;  ///< what it says

    /// True if a file of these bytes is refused as bad, or says just what the sound one does.
    bool isSafe(const std::string& bytes) {
        writeAll(m_folder.file("changed"), bytes);
        const auto text = textOfCapture(m_folder.file("changed"), "graph");
        return text ? *text == m_text : meansBadFile(text.error());
    }

private slots:
    void initTestCase() {
        QVERIFY(m_sample.writeTo(m_folder.file("sound")).has_value());
        m_bytes = readAll(m_folder.file("sound"));
        m_text = textOfCapture(m_folder.file("sound"), "graph").value();
    }

    void refusesOrReadsTheSameAfterABitFlip() {
        constexpr std::size_t flips = 1200;
        for (std::size_t i = 0; i < flips; ++i) {
            std::string bytes = m_bytes;
            const std::size_t at = i * bytes.size() / flips + i % 7;
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << (i % 8)));
            QVERIFY2(isSafe(bytes), std::to_string(at).c_str());
        }
    }

    void refusesOrReadsTheSameAfterAFlipInTheHeaderAndSchema() {
        for (std::size_t at = 0; at < 300; ++at) {
            std::string bytes = m_bytes;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x11);
            QVERIFY2(isSafe(bytes), std::to_string(at).c_str());
        }
    }

    void refusesOrReadsTheSameWithPagesSwapped() {
        const std::size_t pages = m_bytes.size() / pageBytes;
        for (std::size_t page = 1; page + 1 < pages; ++page) {
            std::string bytes = m_bytes;
            const auto first = bytes.begin() + static_cast<std::ptrdiff_t>(page * pageBytes);
            std::swap_ranges(first, first + pageBytes, first + pageBytes);
            QVERIFY2(isSafe(bytes), std::to_string(page).c_str());
        }
    }

    void refusesATruncatedFile() {
        constexpr std::size_t cuts = 300;
        for (std::size_t i = 0; i < cuts; ++i) {
            const std::size_t size = i * m_bytes.size() / cuts;
            writeAll(m_folder.file("changed"), m_bytes.substr(0, size));
            const auto text = textOfCapture(m_folder.file("changed"), "graph");
            QVERIFY2(!text.has_value() && meansBadFile(text.error()), std::to_string(size).c_str());
        }
    }

    void refusesWhatIsNoCapture() {
        const std::string path = m_folder.file("foreign");
        for (const std::string& bytes : {std::string(), std::string("{}"), std::string(5000, 'x')}) {
            writeAll(path, bytes);
            QCOMPARE(CaptureReader::open(path).error().code, ErrorCode::NotACapture);
        }
        std::filesystem::remove(path);
        makeForeign(path, "PRAGMA user_version = 1; CREATE TABLE notes (text)");
        QCOMPARE(CaptureReader::open(path).error().code, ErrorCode::NotACapture);
        QCOMPARE(SqlQuery::prepare(path, "SELECT 1").error().code, ErrorCode::NotACapture);
    }

    void refusesWhatIsNoFile() {
        const std::string folder = m_folder.file("folder"), pipe = m_folder.file("pipe"),
                          link = m_folder.file("link"), loop = m_folder.file("loop");
        std::filesystem::create_directory(folder);
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        std::filesystem::create_symlink(m_folder.file("nowhere"), link);
        std::filesystem::create_symlink(loop, loop);
        for (const std::string& path : {folder, pipe, link, loop, std::string("/dev/zero")}) {
            const auto reader = CaptureReader::open(path);
            QVERIFY2(!reader, path.c_str());
            QVERIFY(reader.error().code == ErrorCode::FileUnreadable ||
                    reader.error().code == ErrorCode::FileNotFound);
            QVERIFY(!SqlQuery::prepare(path, "SELECT 1"));
        }
    }

    void readsThroughALinkButWritesThroughNone() {
        const std::string link = m_folder.file("to-sound");
        std::filesystem::create_symlink(m_folder.file("sound"), link);
        QCOMPARE(textOfCapture(link, "graph").value(), m_text);
        QVERIFY(!Database::open(link, Database::Access::Write));
    }

    void refusesAnotherDatabaseInItsPlace() {
        // Even where it claims to be a capture, and has tables of the same names.
        const std::string path = m_folder.file("swapped");
        makeForeign(path,
                    "PRAGMA page_size = 4096;" // as any database
                    "CREATE TABLE capture (fingerprint, traces, spans);"
                    "INSERT INTO capture VALUES ('0123abcd', 1, 1);"
                    "CREATE VIEW spans AS SELECT randomblob(1000000000) AS span;"
                    "CREATE VIEW edges AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    " SELECT i FROM n");
        QCOMPARE(CaptureReader::open(path).error().code, ErrorCode::NotACapture);
        std::string bytes = readAll(path);
        bytes.replace(60, 12, m_bytes, 60, 12); // version and application id of a capture
        writeAll(path, bytes);
        QVERIFY(meansBadFile(CaptureReader::open(path).error()));
        QVERIFY(meansBadFile(SqlQuery::prepare(path, "SELECT * FROM edges").error()));
    }

    void refusesHalvesOfTwoCaptures() {
        const SampleCapture other(41);
        QVERIFY(other.writeTo(m_folder.file("other")).has_value());
        const std::string bytes = readAll(m_folder.file("other"));
        const std::string otherText = textOfCapture(m_folder.file("other"), "graph").value();
        for (std::size_t cut = pageBytes; cut + pageBytes < std::min(bytes.size(), m_bytes.size());
             cut += pageBytes) {
            writeAll(m_folder.file("changed"), m_bytes.substr(0, cut) + bytes.substr(cut));
            const auto text = textOfCapture(m_folder.file("changed"), "graph");
            // One of the two where they begin alike, else none.
            QVERIFY2(text ? *text == m_text || *text == otherText : meansBadFile(text.error()),
                     std::to_string(cut).c_str());
        }
    }

    void saysTheVersionOfAnother() {
        const std::string path = m_folder.file("other-version");
        writeAll(path, m_bytes);
        change(path, "PRAGMA user_version = 4711");
        const auto reader = CaptureReader::open(path);
        QCOMPARE(reader.error().code, ErrorCode::CacheOtherVersion);
        QCOMPARE(reader.error().arguments, (std::vector<std::string>{path, "4711"}));
    }

    void refusesTablesThatAreNotExactlyOurs_data() {
        QTest::addColumn<QString>("sql");
        QTest::newRow("trigger") << "CREATE TRIGGER t AFTER INSERT ON kept BEGIN DELETE FROM span_row; END";
        QTest::newRow("one more table") << "CREATE TABLE extra (x)";
        QTest::newRow("one more view") << "CREATE VIEW extra AS SELECT load_extension('x')";
        QTest::newRow("one more index") << "CREATE INDEX extra ON edges (caller)";
        QTest::newRow("virtual table") << "CREATE VIRTUAL TABLE extra USING fts5 (x)";
        QTest::newRow("view instead of table")
            << "DROP TABLE services; CREATE VIEW services AS SELECT 1 AS name";
        QTest::newRow("other view")
            << "DROP VIEW problems; CREATE VIEW problems AS SELECT randomblob(1000000000) AS code";
        QTest::newRow("column missing") << "ALTER TABLE edges DROP COLUMN failed";
        QTest::newRow("computed column") << "ALTER TABLE scope ADD COLUMN x AS (zeroblob(1000000000))";
    }
    void refusesTablesThatAreNotExactlyOurs() {
        QFETCH(QString, sql);
        const std::string path = m_folder.file("hostile");
        writeAll(path, m_bytes);
        change(path, sql.toStdString());
        QCOMPARE(CaptureReader::open(path).error().code, ErrorCode::CacheDamaged);
        QCOMPARE(SqlQuery::prepare(path, "SELECT 1").error().code, ErrorCode::CacheDamaged);
    }

    void refusesRowsThatWereChanged_data() {
        QTest::addColumn<QString>("sql");
        for (const char* const sql : {
                 "UPDATE string SET text = 'other' WHERE id = 200",
                 "DELETE FROM string WHERE id = (SELECT max(id) FROM string)",
                 "INSERT INTO string VALUES (100000, 'more')",
                 "UPDATE resource SET service = 1000000",
                 "UPDATE resource SET attributes = x'ffffffff'",
                 "UPDATE sources SET path = 'other'",
                 "UPDATE problem_row SET source = 9",
                 "UPDATE capture SET spans = 7",
                 "DELETE FROM capture",
                 "DELETE FROM seal",
                 "DELETE FROM chunk WHERE name = 'span.parent'",
                 "UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE name = 'span.node'",
                 "UPDATE chunk SET bytes = zeroblob(100000000) WHERE name = 'span.start'",
                 "UPDATE chunk SET bytes = 'text' WHERE name = 'trace.end'",
                 "UPDATE chunk SET bytes = 7 WHERE name = 'trace.end'",
                 "UPDATE chunk SET part = 1 WHERE name = 'call.time'",
                 "INSERT INTO chunk (name, part, checksum, bytes) VALUES ('call.time', 1, 0, x'00')",
                 "UPDATE span_row SET attributes = x'ff'",
                 "UPDATE span_row SET resource = 17",
                 "UPDATE span_row SET parent = 4000000000000",
                 "DELETE FROM span_row",
                 "UPDATE kept SET bytes = 'other'",
             })
            QTest::newRow(sql) << sql;
    }
    void refusesRowsThatWereChanged() {
        QFETCH(QString, sql);
        const std::string path = m_folder.file("changed");
        writeAll(path, m_bytes);
        change(path, sql.toStdString());
        const auto text = textOfCapture(path, "graph");
        QVERIFY(!text.has_value());
        QCOMPARE(text.error().code, ErrorCode::CacheDamaged);
    }

    void answersQueriesOnDamagedFilesWithoutCrashing() {
        for (std::size_t i = 0; i < 200; ++i) {
            std::string bytes = m_bytes;
            const std::size_t at = i * bytes.size() / 200 + i % 11;
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << (i % 8)));
            writeAll(m_folder.file("changed"), bytes);
            auto query = SqlQuery::prepare(m_folder.file("changed"),
                                           "SELECT spans.*, attr(span, 'http.route') FROM spans");
            if (!query) continue;
            Result<bool> more = true;
            while (more && *more)
                more = query->next();
        }
    }
};

QTEST_APPLESS_MAIN(TestCaptureDamage)
#include "tst_CaptureDamage.moc"
