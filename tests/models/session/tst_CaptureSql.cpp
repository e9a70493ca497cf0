#include "SessionFolder.h"
#include "session/CaptureSql.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

class TestCaptureSql : public QObject {
    Q_OBJECT

private slots:
    void givesTheRowsOfASelect() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(4))});
        QVERIFY(outcome.has_value());
        auto sql = CaptureSql::prepare(
            *outcome->capture, "SELECT caller, calls, NULL, 0.5, x'0102' FROM edges WHERE callee = 'cart'");
        QVERIFY(sql.has_value());
        QCOMPARE(sql->columns().size(), std::size_t{5});
        QCOMPARE(sql->columns()[0], std::string("caller"));
        QVERIFY(sql->next().value());
        QCOMPARE(std::get<std::string_view>(sql->cell(0)), std::string_view("web"));
        QCOMPARE(std::get<std::int64_t>(sql->cell(1)), std::int64_t{4});
        QVERIFY(std::holds_alternative<std::monostate>(sql->cell(2)));
        QCOMPARE(std::get<double>(sql->cell(3)), 0.5);
        QCOMPARE(std::get<BinaryValue>(sql->cell(4)).bytes, std::string_view("\1\2"));
        QVERIFY(!sql->next().value());
    }

    void changesNothing() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(4))});
        QVERIFY(outcome.has_value());
        auto sql = CaptureSql::prepare(*outcome->capture, "DELETE FROM edges");
        QVERIFY(!sql.has_value() || !sql->next().has_value());
        QCOMPARE(CaptureSql::prepare(*outcome->capture, "no SQL at all").error().code, ErrorCode::SqlRefused);
    }
};

QTEST_APPLESS_MAIN(TestCaptureSql)
#include "tst_CaptureSql.moc"
