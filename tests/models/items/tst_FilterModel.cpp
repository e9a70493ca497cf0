#include <QSignalSpy>
#include <QTest>

#include "items/FilterModel.h"

using namespace hallway;

class TestFilterModel : public QObject {
    Q_OBJECT

private slots:
    void aConditionNarrowsWhatIsThere_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing yet") << ""
                                     << "{ status = error }";
        QTest::newRow("empty braces") << "{ }"
                                      << "{ status = error }";
        QTest::newRow("one pair of braces") << "{ a = 1 }"
                                            << "{ a = 1 && status = error }";
        QTest::newRow("no braces") << "a = 1"
                                   << "{ a = 1 && status = error }";
        QTest::newRow("alternatives") << "{ a = 1 || b = 2 }"
                                      << "{ (a = 1 || b = 2) && status = error }";
        QTest::newRow("braces in a text") << "{ a = \"}{\" }"
                                          << "{ a = \"}{\" && status = error }";
        QTest::newRow("a quote in a text") << "{ a = \"\\\"}\" }"
                                           << "{ a = \"\\\"}\" && status = error }";
        QTest::newRow("two pairs") << "{ a = 1 } >> { b = 2 }"
                                   << "({ a = 1 } >> { b = 2 }) && { status = error }";
        QTest::newRow("a pipeline") << "{ a = 1 } | count() > 3"
                                    << "({ a = 1 } | count() > 3) && { status = error }";
    }
    void aConditionNarrowsWhatIsThere() {
        QFETCH(QString, text);
        QTEST(narrowed(text, QStringLiteral("status = error")), "expected");
    }

    void onlyChangesAreTold() {
        FilterModel model;
        QSignalSpy changed(&model, &FilterModel::changed);
        model.setText(QStringLiteral("  { a = 1 }  "));
        QCOMPARE(model.text(), QStringLiteral("{ a = 1 }"));
        model.setText(QStringLiteral("{ a = 1 }"));
        model.setMode(FilterMode::WholeTraces);
        QCOMPARE(changed.count(), 1);
        model.set(QStringLiteral("{ b = 1 }"), FilterMode::MatchingSpans);
        QCOMPARE(changed.count(), 2);
        model.clear();
        QVERIFY(model.text().isEmpty());
        QCOMPARE(changed.count(), 3);
    }
};

QTEST_APPLESS_MAIN(TestFilterModel)
#include "tst_FilterModel.moc"
