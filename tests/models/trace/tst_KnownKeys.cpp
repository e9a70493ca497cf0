#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "trace/KnownKeys.h"

#include <string>

using namespace hallway;

class tst_KnownKeys : public QObject {
    Q_OBJECT

private slots:
    void aSeededPoolKnowsItsKeys() {
        StringPool strings;
        seedKnownKeys(strings);
        QCOMPARE(strings.size(),
                 static_cast<std::size_t>(KnownKey::Count)); // with the empty text; no name twice
        QCOMPARE(std::string(strings.text(idOf(KnownKey::ServiceName))), std::string("service.name"));
        QCOMPARE(std::string(strings.text(idOf(KnownKey::OpentracingRefType))),
                 std::string("opentracing.ref_type"));
        QCOMPARE(knownKey(strings.intern("db.system")), KnownKey::DbSystem);
        QCOMPARE(knownKey(strings.intern("my.own")), KnownKey::None);
        QCOMPARE(knownKey(StringId()), KnownKey::None);
        QCOMPARE(knownKey(strings.intern("")), KnownKey::None);
    }
};

QTEST_APPLESS_MAIN(tst_KnownKeys)
#include "tst_KnownKeys.moc"
