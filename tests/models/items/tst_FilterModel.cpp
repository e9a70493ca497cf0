#include <QSignalSpy>
#include <QTest>

#include "items/FilterModel.h"
#include "query/Filter.h"

using namespace hallway;

class TestFilterModel : public QObject {
    Q_OBJECT

private slots:
    void aConditionNarrowsWhatIsThere_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << text << expected;
        };
        row("nothing yet", "", "{ status = error }");
        row("empty braces", "{ }", "{ status = error }");
        row("one pair of braces", "{ .a = 1 }", "{ .a = 1 && status = error }");
        row("no braces", ".a = 1", "{ .a = 1 && status = error }");
        row("alternatives", "{ .a = 1 || .b = 2 }", "{ (.a = 1 || .b = 2) && status = error }");
        row("braces in a text", "{ .a = \"}{\" }", "{ .a = \"}{\" && status = error }");
        row("a quote in a text", "{ .a = \"\\\"}\" }", "{ .a = \"\\\"}\" && status = error }");
        row("two pairs", "{ .a = 1 } >> { .b = 2 }", "({ .a = 1 } >> { .b = 2 }) && { status = error }");
        row("a pipeline", "{ .a = 1 } | count() > 3", "({ .a = 1 } | count() > 3) && { status = error }");
        row("a pipeline without braces", ".a = 1 | count() > 3",
            "({ .a = 1 } | count() > 3) && { status = error }");
        row("an aggregate alone", "count() > 3", "(count() > 3) && { status = error }");
        row("another value of the field", "{ .a = 1 && status = ok }",
            "{ .a = 1 && status = ok } && { status = error }");
        row("the same value", "{ status = error }", "{ status = error && status = error }");
        row("one of two values", "{ status = ok || .a = 1 }",
            "{ (status = ok || .a = 1) && status = error }");
    }
    void aConditionNarrowsWhatIsThere() {
        QFETCH(QString, text);
        const QString narrow = narrowed(text, QStringLiteral("status = error"), FilterMode::WholeTraces);
        QTEST(narrow, "expected");
        QVERIFY(Filter::parse(narrow.toStdString()).has_value());
    }

    void aConditionInBracesIsAboutAnotherSpan() {
        const QString other = QStringLiteral("{ kind = client }");
        QCOMPARE(narrowed({}, other, FilterMode::WholeTraces), other);
        QCOMPARE(narrowed(QStringLiteral("failed"), other, FilterMode::WholeTraces),
                 QStringLiteral("{ failed } && { kind = client }"));
        QCOMPARE(narrowed(QStringLiteral("failed"), QStringLiteral("!{ kind = client }"),
                          FilterMode::MatchingSpans),
                 QStringLiteral("{ failed } && !{ kind = client }"));
    }

    void callsAndEventsMayBeSeveral() {
        const auto both = [](const char* text, const char* condition) {
            return narrowed(QLatin1String(text), QLatin1String(condition), FilterMode::WholeTraces);
        };
        QCOMPARE(both("{ edge.callee = \"a\" }", "edge.callee = \"b\""),
                 QStringLiteral("{ edge.callee = \"a\" } && { edge.callee = \"b\" }"));
        QCOMPARE(both("{ event:name = \"a\" }", "event:name = \"b\""),
                 QStringLiteral("{ event:name = \"a\" && event:name = \"b\" }"));
    }

    // Nearly every trace holds some other span: it is the traces that are left out.
    void whatIsLeftOutIsLeftOutOfWholeTraces() {
        const QString without = QStringLiteral("!(name = \"a\" && .b = 1)");
        QCOMPARE(narrowed({}, without, FilterMode::WholeTraces),
                 QStringLiteral("!{ name = \"a\" && .b = 1 }"));
        QCOMPARE(narrowed(QStringLiteral("{ failed }"), without, FilterMode::WholeTraces),
                 QStringLiteral("{ failed } && !{ name = \"a\" && .b = 1 }"));
        QCOMPARE(narrowed(QStringLiteral("{ failed }"), without, FilterMode::MatchingSpans),
                 QStringLiteral("{ failed && !(name = \"a\" && .b = 1) }"));
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
