#include "HandIcicle.h"
#include "icicle/IcicleGeometry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// 200 px wide, so two a unit; room for three rows under the ruler.
IcicleGeometry geometryOf(double from = 0, double to = 100) {
    IcicleGeometry geometry;
    geometry.area = QRectF(0, 0, 200, 88);
    geometry.window = {from, to};
    geometry.hasRuler = true;
    return geometry;
}

/// `count` cells side by side under one as wide as all.
Icicle comb(std::uint32_t count) {
    Icicle icicle;
    icicle.whole = count;
    icicle.cells.push_back(cellOf(IcicleCell::none, 0, 0, count, 0, count + 1));
    for (std::uint32_t i = 0; i < count; ++i)
        icicle.cells.push_back(cellOf(0, 1, i, i + 1, 0));
    indexRows(icicle);
    return icicle;
}

} // namespace

class tst_IcicleGeometry : public QObject {
    Q_OBJECT

private slots:
    void aCellIsAsWideAsItsValue() {
        const auto icicle = handIcicle();
        QCOMPARE(geometryOf().rectOf(icicle->cells[1]), QRectF(0, 44, 80, 22));
        QCOMPARE(geometryOf().rectOf(icicle->cells[2]), QRectF(20, 66, 40, 22));
        QCOMPARE(geometryOf(10, 30).rectOf(icicle->cells[2]), QRectF(0, 66, 200, 22));
    }

    void onlyWhatIsInTheWindowIsVisible() {
        const auto icicle = handIcicle();
        const auto visible = visibleCells(*icicle, geometryOf(45, 55));
        QCOMPARE(visible.size(), std::size_t(1));
        QCOMPARE(visible[0].cell, 0U);
        IcicleGeometry scrolled = geometryOf();
        scrolled.area.setHeight(44); // one row
        scrolled.scroll = 44;
        QCOMPARE(visibleCells(*icicle, scrolled).size(), std::size_t(1));
        QCOMPARE(visibleCells(*icicle, scrolled)[0].cell, 2U);
        QCOMPARE(scrolled.maximumScroll(3), 44.0);
    }

    void cellsUnderAPixelAreOneRun() {
        const Icicle icicle = comb(1000);
        std::vector<VisibleCell> cells;
        addVisible(icicle, geometryOf(0, 1000), 1, cells);
        QVERIFY(cells.size() <= 201);
        std::uint32_t all = 0;
        for (const VisibleCell& cell : cells) {
            QCOMPARE(cell.cell, 1 + all); // no gap, nothing twice
            all += cell.count;
        }
        QCOMPARE(all, 1000U);
        cells.clear();
        addVisible(icicle, geometryOf(0, 100), 1, cells); // two px each
        QCOMPARE(cells.front().count, 1U);
        QVERIFY(cells.size() >= 100 && cells.size() <= 101);
    }

    void aRunSaysWhetherOneFailed() {
        Icicle icicle = comb(1000);
        icicle.cells[504].failed = 1;
        indexRows(icicle);
        std::vector<VisibleCell> cells;
        addVisible(icicle, geometryOf(0, 1000), 1, cells);
        std::uint32_t failing = 0;
        for (const VisibleCell& cell : cells) {
            failing += cell.anyFailed ? 1 : 0;
            QCOMPARE(cell.anyFailed, cell.cell <= 504 && 504 < cell.cell + cell.count);
        }
        QCOMPARE(failing, 1U);
    }

    void aPointFindsItsCell() {
        const auto icicle = handIcicle();
        const IcicleGeometry geometry = geometryOf();
        QVERIFY(!cellAt(*icicle, geometry, {10, 10})); // the ruler
        QCOMPARE(cellAt(*icicle, geometry, {100, 30})->cell, 0U);
        QCOMPARE(cellAt(*icicle, geometry, {130, 50})->cell, 3U);
        QVERIFY(!cellAt(*icicle, geometry, {100, 50})); // between the two
        QCOMPARE(cellAt(*icicle, geometry, {21, 70})->cell, 2U);
        QVERIFY(!cellAt(*icicle, geometry, {21, 200}));
    }

    void pathLinesThatTouchAreOne() {
        const auto icicle = handIcicle();
        const auto lines = visibleSections(*icicle, geometryOf());
        QCOMPARE(lines.size(), std::size_t(5));
        QCOMPARE(lines[0].left(), 80.0);
        QCOMPARE(lines[0].right(), 120.0);
        Icicle fine;
        fine.whole = 1000;
        fine.cells.push_back(cellOf(IcicleCell::none, 0, 0, 1000, 0));
        for (int i = 0; i < 1000; i += 2)
            fine.sections.push_back({0, double(i), i + 1.0});
        indexRows(fine);
        const auto merged = visibleSections(fine, geometryOf(0, 1000));
        QVERIFY(merged.size() < 10);
        QVERIFY(merged.back().right() >= 199.0);
    }

    void windowsStayInsideTheWhole() {
        QCOMPARE(fittedWindow({-20, 30}, 100), (IcicleWindow{0, 50}));
        QCOMPARE(fittedWindow({80, 130}, 100), (IcicleWindow{50, 100}));
        QCOMPARE(fittedWindow({-50, 500}, 100), (IcicleWindow{0, 100}));
        QCOMPARE(fittedWindow({50, 50}, 100).length(), 1.0);
        QVERIFY(fittedWindow({1e15, 1e15}, 1e16).length() >= 1.0);
    }

    void rulerStepsAreRound() {
        QCOMPARE(rulerSteps(geometryOf(), 72), (std::vector<double>{0, 50, 100}));
        QCOMPARE(rulerSteps(geometryOf(13, 63), 72), (std::vector<double>{20, 40, 60}));
    }

    void aMillionCellsAreFoundAtOnce() {
        const Icicle icicle = comb(1'000'000);
        IcicleGeometry geometry = geometryOf(0, 1'000'000);
        geometry.area.setWidth(1600);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 100; ++i)
            static_cast<void>(visibleCells(icicle, geometry));
        QVERIFY2(timer.elapsed() < 800, "8 ms a frame");
    }
};

QTEST_APPLESS_MAIN(tst_IcicleGeometry)
#include "tst_IcicleGeometry.moc"
