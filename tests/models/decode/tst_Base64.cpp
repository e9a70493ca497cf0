#include "decode/Base64.h"

#include <QTest>

using namespace hallway;

class tst_Base64 : public QObject {
    Q_OBJECT

private slots:
    void decodes() {
        QCOMPARE(decodedBase64(""), std::optional<std::string>(""));
        QCOMPARE(decodedBase64("Zg=="), std::optional<std::string>("f"));
        QCOMPARE(decodedBase64("Zm8="), std::optional<std::string>("fo"));
        QCOMPARE(decodedBase64("Zm9v"), std::optional<std::string>("foo"));
        QCOMPARE(decodedBase64("Zm8"), std::optional<std::string>("fo"));
        QCOMPARE(decodedBase64("_-8="), std::optional<std::string>("\xFF\xEF"));
        QCOMPARE(decodedBase64("/+8="), std::optional<std::string>("\xFF\xEF"));
    }
    void refuses() {
        for (const char* text : {"Z", "Zm9vZ", "Zm9=", "Zm 9", "Z===", "=", "!!!!", "Zg=a"})
            QVERIFY2(!decodedBase64(text), text);
    }
};

QTEST_APPLESS_MAIN(tst_Base64)
#include "tst_Base64.moc"
