// Texts laid out for reading: whatever they are, nothing but white space changes, and it does not take long.
#include "report/JsonText.h"
#include "report/SqlText.h"
#include "report/StackTrace.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cctype>
#include <random>
#include <string>

using namespace hallway;

namespace {

QString sql(const char* text) {
    const auto pretty = prettySql(text);
    return pretty ? QString::fromStdString(*pretty) : QStringLiteral("nothing");
}

QString json(const char* text) {
    const auto pretty = prettyJson(text);
    return pretty ? QString::fromStdString(*pretty) : QStringLiteral("nothing");
}

std::string withoutSpace(std::string text) {
    std::erase_if(text, [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; });
    return text;
}

/// Texts made of the words that matter to a language.
std::string randomText(std::mt19937& random, const std::vector<std::string>& words, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += words[random() % words.size()];
    return text;
}

/// 'M'essage, 'f'rame, 'l'ibrary.
std::string kinds(std::string_view text) {
    std::string result;
    for (const StackLine& line : stackLinesOf(text))
        result += line.kind == StackLine::Kind::Message ? 'M'
                  : line.kind == StackLine::Kind::Frame ? 'f'
                                                        : 'l';
    return result;
}

const std::vector<std::string> sqlWords{"SELECT", "from ", " WHERE", "'",    "''",       "\\",  "\"",
                                        "`",      "--",    "\n",     "/*",   "*/",       "(",   ")",
                                        " ",      ",",     "AND",    " or ", "a",        "1",   " JOIN ",
                                        "LEFT ",  "\t",    ";",      "ü",    "BETWEEN ", "\xff"};
const std::vector<std::string> jsonWords{
    "{", "}",  "[",    "]", ",", ":",  "\"a\"", "\"",      "\\",           "1",   "true", "false", "null",
    " ", "\n", "-2e5", "x", "ü", "{}", "[]",    "\"a\":1", ",\"b\":[1,2]", "\xff"};

} // namespace

class tst_ReadableTexts : public QObject {
    Q_OBJECT

private slots:
    void clausesStandOnLinesOfTheirOwn() {
        QCOMPARE(sql("select a, b from t left join u on t.id = u.id where a = 1 and b in (1, 2) order by a "
                     "limit 5"),
                 QStringLiteral(
                     "select a, b\nfrom t\nleft join u\n  on t.id = u.id\nwhere a = 1\n  and b in (1, 2)\n"
                     "order by a\nlimit 5"));
        QCOMPARE(sql("INSERT INTO t(a) VALUES ($1) RETURNING id"),
                 QStringLiteral("INSERT INTO t(a)\nVALUES ($1)\nRETURNING id"));
    }
    void whatIsQuotedStaysAsItIs() {
        QCOMPARE(sql("SELECT 'x  from  y''z' , \"a from b\" FROM t"),
                 QStringLiteral("SELECT 'x  from  y''z' , \"a from b\"\nFROM t"));
    }
    void commentsEndWithTheirLine() {
        QCOMPARE(sql("SELECT a -- from here\n, b FROM t /* where */ WHERE 1"),
                 QStringLiteral("SELECT a -- from here\n, b\nFROM t /* where */\nWHERE 1"));
    }
    void statementsInBracketsAreIndented() {
        QCOMPARE(sql("SELECT a FROM (SELECT b FROM t WHERE c = 1) x"),
                 QStringLiteral("SELECT a\nFROM (\n  SELECT b\n  FROM t\n  WHERE c = 1\n) x"));
    }
    void bracketsOfFunctionsAndBetweenStay() {
        QCOMPARE(sql("SELECT extract(day from x) FROM t WHERE a BETWEEN 1 AND 2 AND b"),
                 QStringLiteral("SELECT extract(day from x)\nFROM t\nWHERE a BETWEEN 1 AND 2\n  AND b"));
    }
    void otherTextsAreNoSql() {
        for (const char* const text :
             {"", "GET key", "selection of goods", "{\"find\": 1}", "-- only", "((("})
            QCOMPARE(sql(text), QStringLiteral("nothing"));
    }

    void objectsAndListsAreLaidOut() {
        QCOMPARE(json("{\"name\":\"a longer value than fits\",\"items\":[1,2],\"empty\":{},\"n\":null}"),
                 QStringLiteral("{\n  \"name\": \"a longer value than fits\",\n  \"items\": [1, 2],\n"
                                "  \"empty\": {},\n  \"n\": null\n}"));
    }
    void textsInJsonStayAsTheyAre() {
        QCOMPARE(
            json("[\"a  \\\" , ] b\", \"and so on until it is long enough to break\"]"),
            QStringLiteral("[\n  \"a  \\\" , ] b\",\n  \"and so on until it is long enough to break\"\n]"));
    }
    void whatIsNoJsonIsLeftAlone() {
        for (const char* const text :
             {"", "[error] in {a}", "{\"a\":}", "{\"a\" 1}", "[1,]", "[1 2]", "{\"a\":1", "]", "{1:2}",
              "[] []", "[nan]", "[\"open]", "\"text\"", "{,}"})
            QCOMPARE(json(text), QStringLiteral("nothing"));
    }

    void framesOfLibrariesAreToldFromOurs() {
        QCOMPARE(kinds("java.lang.IllegalStateException: no stock\n"
                       "\tat com.acme.Cart.add(Cart.java:12)\n"
                       "\tat java.base/java.lang.Thread.run(Thread.java:829)\n"
                       "\tat org.springframework.web.Servlet.doGet(Servlet.java:1)\n"
                       "Caused by: java.net.ConnectException\n"
                       "\t... 12 more"),
                 std::string("MfllMl"));
        QCOMPARE(kinds("Traceback (most recent call last):\n"
                       "  File \"/usr/lib/python3.11/site-packages/flask/app.py\", line 2, in wsgi\n"
                       "    response = self.run()\n"
                       "  File \"/app/pay.py\", line 7, in pay\n"
                       "    raise ValueError(1)\n"
                       "ValueError: 1"),
                 std::string("MllffM"));
        QCOMPARE(kinds("Error: x\n    at pay (/app/pay.js:1:2)\n    at next (/app/node_modules/e/i.js:1:1)\n"
                       "    at process.run (node:internal/process:95:5)"),
                 std::string("Mfll"));
        QCOMPARE(kinds("panic: x\n\nmain.pay(0x1)\n\t/app/main.go:12 +0x1\nnet/http.serve(0x1)\n"
                       "\t/usr/local/go/src/net/http/server.go:3 +0x1"),
                 std::string("MMffll"));
        QCOMPARE(
            kinds(
                "System.Exception: x\n   at Shop.Pay() in /src/Pay.cs:line 3\n   at System.Threading.Run()"),
            std::string("Mfl"));
    }
    void aTextWithTwoFramesLooksLikeATrace() {
        QVERIFY(looksLikeStackTrace("x\n\tat a.b(c.java:1)\n\tat a.c(c.java:2)"));
        QVERIFY(!looksLikeStackTrace("look\n at this\nand that"));
        QVERIFY(!looksLikeStackTrace("one line"));
    }
    void linesOfATraceAreAllItsLines() {
        const std::string text = "a\r\n\n\tat b\nc";
        const auto lines = stackLinesOf(text);
        QCOMPARE(lines.size(), std::size_t{4});
        QCOMPARE(lines[0].text, std::string_view("a"));
        QCOMPARE(lines[2].text, std::string_view("\tat b"));
    }

    // Whatever the text: nothing but white space is added or taken away.
    void nothingIsLost() {
        std::mt19937 random(5);
        int sqls = 0, jsons = 0;
        for (int i = 0; i < 20'000; ++i) {
            const std::string statement = "SELECT " + randomText(random, sqlWords, random() % 30);
            if (const auto pretty = prettySql(statement)) {
                QCOMPARE(withoutSpace(*pretty), withoutSpace(statement));
                ++sqls;
            }
            const std::string inside = randomText(random, jsonWords, random() % 8);
            const std::string object = "[\"long enough to be broken into several lines\"," + inside + "]";
            if (const auto pretty = prettyJson(object)) {
                QCOMPARE(withoutSpace(*pretty), withoutSpace(object));
                ++jsons;
            }
            std::string joined;
            const std::string text = randomText(random, sqlWords, random() % 20);
            for (const StackLine& line : stackLinesOf(text))
                joined += line.text;
            QCOMPARE(withoutSpace(joined), withoutSpace(text));
        }
        QCOMPARE(sqls, 20'000);
        QVERIFY2(jsons > 200, qPrintable(QString::number(jsons)));
    }

    void deepAndLongTextsTakeNoTime() {
        constexpr std::size_t many = 200'000;
        QElapsedTimer timer;
        timer.start();
        std::string deepSql = "SELECT a FROM ", deepJson;
        for (std::size_t i = 0; i < many; ++i) {
            deepSql += "(SELECT b FROM ";
            deepJson += "[";
        }
        deepJson += std::string(many, ']');
        QVERIFY(prettySql(deepSql).has_value());
        QVERIFY(prettyJson(deepJson).has_value());
        QVERIFY(prettySql("SELECT '" + std::string(1'000'000, 'x')).has_value());
        QVERIFY(!prettyJson("[\"" + std::string(1'000'000, '\\')).has_value());
        QVERIFY(!prettyJson(std::string(many, '{')).has_value());
        std::string frames;
        for (std::size_t i = 0; i < many; ++i)
            frames += "\tat a(b\n";
        QCOMPARE(stackLinesOf(frames).size(), many + 1);
        QCOMPARE(stackLinesOf("\tat " + std::string(5'000'000, '(')).size(), std::size_t{1});
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(tst_ReadableTexts)
#include "tst_ReadableTexts.moc"
