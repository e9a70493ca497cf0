#include "report/TerminalSafe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace hallway;

class tst_TerminalSafe : public QObject {
    Q_OBJECT

private slots:
    void ordinaryTextIsLeftAlone() {
        for (const char* json :
             {"{}", "[\"Zürich\"]", "[\"東京\"]", "[\"a\\u001b\"]", "{\n \"a\": 1\n}\n", "[\"\uFFFD\"]"})
            QCOMPARE(terminalSafeJson(json), std::string(json));
    }

    void whatActsIsEscaped() {
        QCOMPARE(terminalSafeJson("[\"\u009b31m\"]"), std::string("[\"\\u009b31m\"]"));
        QCOMPARE(terminalSafeJson("[\"\u202e\"]"), std::string("[\"\\u202e\"]"));
        QCOMPARE(terminalSafeJson("[\"\x7f\"]"), std::string("[\"\\u007f\"]"));
        QCOMPARE(terminalSafeJson("[\"\U000E0001\"]"), std::string("[\"\\udb40\\udc01\"]"));
    }

    void theDocumentStaysTheSame() {
        const QByteArray json = "[\"\u202e\u009b\u007f\U000E0001\u200b\"]";
        const QByteArray safe = QByteArray::fromStdString(terminalSafeJson(json.toStdString()));
        QCOMPARE(QJsonDocument::fromJson(safe), QJsonDocument::fromJson(json));
    }

    void widthCountsColumns() {
        QCOMPARE(terminalWidth(""), std::size_t(0));
        QCOMPARE(terminalWidth("cart"), std::size_t(4));
        QCOMPARE(terminalWidth("Zürich"), std::size_t(6));
        QCOMPARE(terminalWidth("東京"), std::size_t(4));
        QCOMPARE(terminalWidth("e\u0301"), std::size_t(1));
        QCOMPARE(terminalWidth("█▏"), std::size_t(2));
    }
};

QTEST_APPLESS_MAIN(tst_TerminalSafe)
#include "tst_TerminalSafe.moc"
