// From the window's first state to a planted cause in at most three moves, by mouse and keys: the walks of
// docs/guide. HALLWAY_GUIDE_PICTURES=FOLDER keeps a picture of every step (./dev screenshots does).
#include <QTest>

#include "Walk.h"

#include "gui/Appearance.h"
#include "gui/LowerPage.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTabBar>

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr int mostMoves = 3;

/// The spans and the resource that incident() planted, as the selected span shows them.
void verifyFound(Walk& walk, const QString& service, const QString& name) {
    if (!walk.isFine()) return;
    const Walk::Found found = walk.selectedSpan();
    QCOMPARE(found.service, service);
    QCOMPARE(found.name, name);
    QVERIFY2(walk.moves() <= mostMoves, qPrintable(QString::number(walk.moves())));
    QCOMPARE(walk.views().leftPanel().current(), &walk.views().waterfallView());
}

QAbstractItemView& differences(Walk& walk) {
    return *walk.views().rightPanel().current()->findChild<QAbstractItemView*>();
}

} // namespace

class tst_Investigations : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setUpLook(*qApp); }

    void retryStorm() {
        Walk walk(QStringLiteral("retry-storm"));
        // The edge that hurts most stands first: a click opens its worst call.
        walk.clickRow(walk.views().tablesPanel().table(TablesPanel::Edges),
                      {QStringLiteral("payments"), QStringLiteral("api.acquirer.example")});
        verifyFound(walk, QStringLiteral("payments"), QStringLiteral("POST /v2/charges"));
        QVERIFY(walk.selectedSpan().failed);
    }

    void manyQueries() {
        Walk walk(QStringLiteral("n-plus-one"));
        walk.clickTab(walk.views().leftPanel().tabs(), QStringLiteral("Suspects"));
        walk.clickRow(*walk.views().leftPanel().current()->findChild<QAbstractItemView*>(),
                      {QStringLiteral("SELECT order_lines")});
        walk.press(Qt::Key_Return);
        verifyFound(walk, QStringLiteral("orders"), QStringLiteral("SELECT order_lines"));
    }

    void badVersion() {
        Walk walk(QStringLiteral("bad-version"));
        // What is different about the failed requests: their version.
        walk.press(Qt::Key_B);
        walk.clickRow(differences(walk), {QStringLiteral("2.4.0")});
        walk.clickRow(walk.views().tablesPanel().table(TablesPanel::Edges),
                      {QStringLiteral("gateway"), QStringLiteral("catalog")});
        verifyFound(walk, QStringLiteral("catalog"), QStringLiteral("GET /products"));
        QVERIFY(walk.selectedSpan().failed);
        QVERIFY(walk.selectedSpan().resource.contains(QStringLiteral("service.version = 2.4.0")));
    }

    void slowZone() {
        Walk walk(QStringLiteral("slow-zone"));
        // What is different about the slow requests: the zone they were served in.
        walk.press(Qt::Key_B);
        walk.clickRow(differences(walk), {QStringLiteral("eu-west-1c")});
        walk.clickRow(walk.views().tablesPanel().table(TablesPanel::Edges),
                      {QStringLiteral("gateway"), QStringLiteral("search")});
        verifyFound(walk, QStringLiteral("search"), QStringLiteral("GET /search"));
        QVERIFY(
            walk.selectedSpan().resource.contains(QStringLiteral("cloud.availability_zone = eu-west-1c")));
    }

    void slowDependency() {
        Walk walk(QStringLiteral("slow-dependency"));
        walk.clickRow(walk.views().tablesPanel().table(TablesPanel::Edges),
                      {QStringLiteral("ads"), QStringLiteral("bids@pg-ads")});
        verifyFound(walk, QStringLiteral("ads"), QStringLiteral("SELECT bids"));
    }
};

QTEST_MAIN(tst_Investigations)
#include "tst_Investigations.moc"
