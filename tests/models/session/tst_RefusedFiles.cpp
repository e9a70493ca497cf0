#include "session/RefusedFiles.h"

#include <QTest>

using namespace hallway;

class TestRefusedFiles : public QObject {
    Q_OBJECT

private slots:
    void comeBackAsTheyWere() {
        const std::vector<Error> errors{{ErrorCode::NotRecognised, {"a.txt", "Dear \"diary\""}, std::nullopt},
                                        {ErrorCode::UnsupportedFormat, {"b.png", ""}, std::nullopt}};
        QCOMPARE(decodeRefused(encodeRefused(errors)), errors);
        QVERIFY(decodeRefused("").empty());
    }

    void cutShortGiveTheWholeOnes() {
        const std::vector<Error> errors{{ErrorCode::NotRecognised, {"a.txt", "x"}, std::nullopt},
                                        {ErrorCode::NotRecognised, {"b.txt", "y"}, std::nullopt}};
        const std::string bytes = encodeRefused(errors);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(decodeRefused(std::string_view(bytes).substr(0, size)).size() <= 1);
    }

    void believeNoCountAndNoForeignCode() {
        QVERIFY(decodeRefused(std::string(20, '\xff')).empty());
        QVERIFY(decodeRefused(encodeRefused({{ErrorCode::DiskFull, {"/", "0"}, std::nullopt}})).empty());
    }

    void onlyWhatTheBytesDecideLasts() {
        QVERIFY(isLasting({ErrorCode::NotRecognised, {}, std::nullopt}));
        QVERIFY(isLasting({ErrorCode::UnsupportedFormat, {}, std::nullopt}));
        for (const ErrorCode code : {ErrorCode::FileNotFound, ErrorCode::FileUnreadable, ErrorCode::Internal})
            QVERIFY(!isLasting({code, {}, std::nullopt}));
    }
};

QTEST_APPLESS_MAIN(TestRefusedFiles)
#include "tst_RefusedFiles.moc"
