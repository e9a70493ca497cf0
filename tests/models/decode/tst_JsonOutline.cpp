#include "decode/JsonOutline.h"

#include <QTest>

#include <string>

using namespace hallway;

class tst_JsonOutline : public QObject {
    Q_OBJECT

private slots:
    void pathsOfADocument() {
        const auto documents =
            outlinesOf(R"({"data":[{"traceID":"ab","spans":[{"n":1}]},{"other":null}],"a.b":{"c":"x"}})");
        QCOMPARE(documents.size(), std::size_t{1});
        const JsonOutline& document = documents.front();
        for (const char* path :
             {"data", "data[].traceID", "data[].spans", "data[].spans[].n", "data[].other", "a.b", "a.b.c"})
            QVERIFY2(document.has(path), path);
        QVERIFY(!document.has("traceID"));
        QVERIFY(document.hasTail("traceID"));
        QVERIFY(!document.hasTail("raceID"));
        QVERIFY(document.complete());
    }

    void valuesOfShortTexts() {
        const auto documents = outlinesOf(R"({"kind":"SpanKind.SERVER","n":12})");
        QCOMPARE(std::string(documents.front().valueAt("kind")), std::string("SpanKind.SERVER"));
        QCOMPARE(std::string(documents.front().valueAt("n")), std::string("12"));
        QCOMPARE(std::string(documents.front().valueAt("other")), std::string());
    }

    void severalDocumentsAndWhatStandsBetween() {
        const auto documents = outlinesOf("log text {\"a\":1}{\"b\":2}\n[[{\"c\":3}],{\"d\":4}]");
        QCOMPARE(documents.size(), std::size_t{4});
        QVERIFY(documents[0].has("a") && documents[1].has("b") && documents[2].has("c") &&
                documents[3].has("d"));
    }

    void aCutDocumentSaysWhatWasSeen() {
        const auto documents = outlinesOf("{\"resourceSpans\":[{\"reso");
        QCOMPARE(documents.size(), std::size_t{1});
        QVERIFY(documents.front().has("resourceSpans"));
        QVERIFY(!documents.front().complete());
    }

    void afterABrokenLineTheNextCounts() {
        const auto documents = outlinesOf("{not json}\n{\"a\":1}");
        QCOMPARE(documents.size(), std::size_t{1});
        QVERIFY(documents.front().has("a"));
    }

    void deepNestingIsNoTrouble() {
        const std::string deep =
            "{\"a\":" + std::string(100000, '[') + std::string(100000, ']') + ",\"b\":1}";
        const auto documents = outlinesOf(deep);
        QCOMPARE(documents.size(), std::size_t{1});
        QVERIFY(documents.front().has("b"));
    }
};

QTEST_APPLESS_MAIN(tst_JsonOutline)
#include "tst_JsonOutline.moc"
