#include "decode/TableRows.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

struct Read {
    std::string rows; ///< `<row>@line` each
    ImportProblems problems;

    Read(const std::string& text, WindowLimits limits, TableDialect dialect = {}) {
        const auto source = memorySource(text);
        JsonWindow window(*source, limits, {});
        RecordProblems counted(problems, window);
        TableRows table(window, dialect, counted);
        while (const auto row = table.next())
            rows.append("<").append(*row).append(">@") += std::to_string(*table.position().line);
    }
};

} // namespace

class tst_TableRows : public QObject {
    Q_OBJECT

private slots:
    void rowsAndTheirLines_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<int>("broken");
        const auto row = [](const char* name, const char* text, const char* rows, int broken = 0) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(rows) << broken;
        };
        row("nothing", "", "");
        row("lines", "a,b\nc,d\n", "<a,b>@1<c,d>@2");
        row("no line break at the end", "a,b\nc,d", "<a,b>@1<c,d>@2");
        row("case 4: CRLF and empty lines", "\r\na,b\r\n\r\n\nc\r\n", "<a,b>@2<c>@5");
        row("a line break in quotes", "\"a\nb\",c\nd,e\n", "<\"a\nb\",c>@1<d,e>@3");
        row("CRLF in and behind quotes", "x,\"a\r\nb\"\r\nd\r\n", "<x,\"a\r\nb\">@1<d>@3");
        row("doubled quotes", "\"a\"\"\n\",c\nd\n", "<\"a\"\"\n\",c>@1<d>@3");
        row("a quote within a cell", "a\"b\nc\"d\n", "<a\"b>@1<c\"d>@2");
        row("a quote closed within a cell", "a,\"b\"c\nd,e\n", "<d,e>@2", 1);
        row("a quote that swallows lines", "a,\"b\nc,\"d\"\ne,f\n", "<c,\"d\">@2<e,f>@3", 1);
        row("a quote that stays open", "a,b\nc,\"d\ne,f\n", "<a,b>@1<c,\"d\ne,f\n>@2");
    }
    void rowsAndTheirLines() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, rows);
        QFETCH(int, broken);
        for (const std::size_t chunk : {std::size_t{1}, std::size_t{3}, std::size_t{4096}}) {
            const Read read(text.toStdString(), {chunk, std::size_t{1} << 20});
            QCOMPARE(QByteArray::fromStdString(read.rows), rows);
            QCOMPARE(static_cast<int>(read.problems.count(ProblemCode::BrokenRecord)), broken);
        }
    }

    void withoutQuotesALineIsARow() {
        QCOMPARE(Read("\"a\tb\nc\"\td\n", {}, {'\t', false, true}).rows, std::string("<\"a\tb>@1<c\"\td>@2"));
    }

    void whatIsTooLargeIsPassedOver() {
        const Read line("a\n" + std::string(5000, 'x') + "\nb\n", {64, 1024});
        QCOMPARE(line.rows, std::string("<a>@1<b>@3"));
        QCOMPARE(line.problems.count(ProblemCode::BrokenRecord), std::uint64_t{1});
        QCOMPARE(line.problems.list().front().position->line, std::optional<std::uint64_t>(2));
        // A quote that is never closed costs its line, and no more.
        std::string text = "a\n\"b\n";
        for (int i = 0; i < 2000; ++i)
            text += "c\n";
        const Read quote(text, {64, 1024});
        QCOMPARE(quote.problems.count(ProblemCode::BrokenRecord), std::uint64_t{1});
        QCOMPARE(std::count(quote.rows.begin(), quote.rows.end(), 'c'), std::ptrdiff_t{2000});
    }
};

QTEST_APPLESS_MAIN(tst_TableRows)
#include "tst_TableRows.moc"
