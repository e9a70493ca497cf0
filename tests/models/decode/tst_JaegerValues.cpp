#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

class tst_JaegerValues : public QObject {
    Q_OBJECT

private slots:
    void tags_data() {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("read");
        QTest::addColumn<QByteArray>("problems");
        const auto row = [](const char* tag, const char* read, const char* problems = "") {
            QTest::addRow("%s", tag) << QByteArray(tag) << QByteArray(read) << QByteArray(problems);
        };
        row(R"({"key":"k","type":"string","value":"v"})", R"(k="v")");
        row(R"({"value":"v","type":"string","key":"k"})", R"(k="v")");
        row(R"({"key":"k","type":"bool","value":true})", "k=true");
        row(R"({"key":"k","type":"bool","value":"false"})", "k=false");
        row(R"({"key":"k","type":"int64","value":5})", "k=5");
        row(R"({"key":"k","type":"int64","value":"9223372036854775807"})",
            "k=9223372036854775807"); // case 76
        row(R"({"key":"k","type":"int64","value":"x"})", R"(k="x")", "invalid-attribute×1");
        row(R"({"key":"k","type":"float64","value":2})", "k=2d");
        row(R"({"key":"k","type":"float64","value":"2.5"})", "k=2.5d");
        row(R"({"key":"k","type":"binary","value":"AQID"})", "k=bytes:AQID"); // case 77
        row(R"({"key":"k","type":"binary","value":"***"})", R"(k="***")", "invalid-attribute×1");
        row(R"({"key":"k","value":1.5})", "k=1.5d");
        row(R"({"key":"k","value":7})", "k=7");
        row(R"({"key":"k","value":null})", "k=null");
        row(R"({"key":"k","type":"string","value":7})", R"(k="7")");
        row(R"({"key":"k","type":"string","value":{"a": [1, 2]}})", R"(k=json:{"a":[1,2]})");
        row(R"({"key":"peer.ipv4","type":"int64","value":3232235777})", R"(peer.ipv4="192.168.1.1")");
        row(R"({"key":"peer.ipv4","type":"int64","value":-1062731519})", R"(peer.ipv4="192.168.1.1")");
        row(R"({"key":"peer.ipv4","type":"string","value":"10.0.0.1"})", R"(peer.ipv4="10.0.0.1")");
        row(R"({"type":"string","value":"v"})", "");
        row("null", "");
    }
    void tags() {
        QFETCH(QByteArray, tag);
        QFETCH(QByteArray, read);
        QFETCH(QByteArray, problems);
        const Decoded decoded(jaegerSpan("\"tags\":[" + tag.toStdString() + "]"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(decoded.attributes()), read);
        QCOMPARE(QByteArray::fromStdString(decoded.problems()), problems);
    }

    void case83_theErrorTag_data() {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("attributes");
        const auto row = [](const char* tag, int status, const char* attributes) {
            QTest::addRow("%s", tag) << QByteArray(tag) << status << QByteArray(attributes);
        };
        row(R"({"key":"error","type":"string","value":"true"})", 2, "");
        row(R"({"key":"error","type":"bool","value":true})", 2, "");
        row(R"({"key":"error","type":"string","value":"false"})", 0, R"(error="false")");
        row(R"({"key":"error","type":"bool","value":false})", 0, "error=false");
    }
    void case83_theErrorTag() {
        QFETCH(QByteArray, tag);
        QFETCH(int, status);
        QFETCH(QByteArray, attributes);
        const Decoded decoded(jaegerSpan("\"tags\":[" + tag.toStdString() + "]"));
        QCOMPARE(static_cast<int>(decoded.span().status), status);
        QCOMPARE(QByteArray::fromStdString(decoded.attributes()), attributes);
    }
};

QTEST_APPLESS_MAIN(tst_JaegerValues)
#include "tst_JaegerValues.moc"
