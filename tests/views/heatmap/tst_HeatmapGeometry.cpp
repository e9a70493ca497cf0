#include "SmallHeatmap.h"
#include "heatmap/HeatmapGeometry.h"
#include "heatmap/HeatmapText.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {
const QRectF area(0, 0, 720, 400);
using Bounds = std::array<std::uint64_t, 6>;
} // namespace

class tst_HeatmapGeometry : public QObject {
    Q_OBJECT
private slots:
    void shadesGrowWithTheLargestCount() {
        QCOMPARE(shadeBounds(0), (Bounds{1, 2, 4, 8, 16, 32}));
        QCOMPARE(shadeBounds(64), (Bounds{1, 2, 4, 8, 16, 32})); // 2⁵ ≥ 64 / 2
        QCOMPARE(shadeBounds(65), (Bounds{1, 3, 9, 27, 81, 243}));
        QCOMPARE(shadeBounds(2048), (Bounds{1, 4, 16, 64, 256, 1024}));
        QCOMPARE(shadeBounds(4'000'000'000), (Bounds{1, 10, 100, 1000, 10000, 100000}));
    }

    void aCountFallsIntoTheHighestShadeItReaches() {
        const Bounds bounds = shadeBounds(64);
        QCOMPARE(shadeOf(1, bounds), 0u);
        QCOMPARE(shadeOf(3, bounds), 1u);
        QCOMPARE(shadeOf(32, bounds), 5u);
        QCOMPARE(shadeOf(1'000'000, bounds), 5u);
    }

    void cellsTileThePlotWithOnePixelBetween() {
        const auto heatmap = smallHeatmap();
        const HeatmapGeometry g(area, *heatmap, 1, true);
        for (std::uint32_t column = 0; column + 1 < heatmap->columns; ++column) {
            const QRectF cell = g.cellRect(column, 0);
            QCOMPARE(cell.left(), std::round(cell.left()));
            QCOMPARE(g.cellRect(column + 1, 0).left(), cell.right() + 1);
        }
        QCOMPARE(g.cellRect(0, 1).bottom() + 1, g.cellRect(0, 0).top());
        QCOMPARE(g.columnLeft(0), g.plot().left());
        QCOMPARE(g.columnLeft(heatmap->columns), g.plot().right());
    }

    void everyPixelOfACellLeadsToIt() {
        const auto heatmap = smallHeatmap();
        const HeatmapGeometry g(area, *heatmap, 1, false);
        for (std::uint32_t column = 0; column < heatmap->columns; ++column) {
            for (std::uint32_t row = 0; row < heatmap->rows; ++row) {
                const QRectF cell = g.cellRect(column, row);
                const HeatmapGeometry::Cell expected{column, row};
                QVERIFY(g.cellAt(cell.topLeft()) == expected);
                QVERIFY(g.cellAt(cell.bottomRight() - QPointF(0.5, 0.5)) == expected);
            }
        }
        QVERIFY(!g.cellAt({1, 1}));
    }

    void boxesTakeCellsFromCornerToCorner() {
        const auto heatmap = smallHeatmap();
        const HeatmapGeometry g(area, *heatmap, 1, false);
        const QPointF a = g.cellRect(3, 2).center();
        const QPointF b = g.cellRect(1, 5).center();
        QCOMPARE(g.cellsBetween(a, b, false), (HeatmapCells{1, 3, 2, 5}));
        QCOMPARE(g.cellsBetween(a, b, true), (HeatmapCells{1, 3, 0, heatmap->rows - 1}));
        QCOMPARE(g.cellsBetween(a, {-500, 900}, false), (HeatmapCells{0, 3, 0, 2})); // dragged outside
    }

    void aSelectionCountsTheCallsOfItsCells() {
        const auto heatmap = smallHeatmap();
        const std::uint32_t slow = heatmap->rowOf(1s);
        const HeatmapCells cells{6, 11, slow, slow};
        const HeatmapSelection selection = selectionOf(*heatmap, cells);
        QCOMPARE(selection.calls, std::uint64_t(12)); // two in each of six columns
        QCOMPARE(selection.failed, std::uint64_t(12));
        QCOMPARE(selection.time, (TimeRange{second(30), second(60)}));
    }

    void allCellsHoldAllCalls() {
        const auto heatmap = smallHeatmap();
        const HeatmapCells all{0, heatmap->columns - 1, 0, heatmap->rows - 1};
        QCOMPARE(selectionOf(*heatmap, all).calls, std::uint64_t(120));
    }

    void latencyTicksAreAtOneTwoAndFive() {
        const auto heatmap = smallHeatmap();
        QStringList texts;
        for (const AxisTick& tick : HeatmapGeometry(area, *heatmap, 1, false).latencyTicks()) {
            texts += tick.text;
        }
        QVERIFY(texts.contains(QStringLiteral("20\u00a0ms")));
        QVERIFY(texts.contains(QStringLiteral("500\u00a0ms")));
        QVERIFY(texts.contains(QStringLiteral("1\u00a0s")));
    }

    void crampedAxesLabelTheDecadesOnly() {
        Heatmap wide = *smallHeatmap();
        wide.lowest = Duration(1);
        wide.highest = Duration(1000s);
        const HeatmapGeometry g(QRectF(0, 0, 300, 200), wide, 1, false);
        for (const AxisTick& tick : g.latencyTicks()) {
            QVERIFY(tick.text.isEmpty() || tick.text.startsWith('1'));
        }
    }

    void tallerViewsAskForFinerCells() {
        QCOMPARE(optionsFor(QRectF(0, 0, 1280, 560), 1).cellsPerDecade, 18u);
        QCOMPARE(optionsFor(QRectF(0, 0, 1280, 300), 1).cellsPerDecade, 12u);
        QCOMPARE(optionsFor(QRectF(0, 0, 5000, 300), 1).maximumColumns, 120u);
        QVERIFY(optionsFor(QRectF(0, 0, 10, 10), 1).maximumColumns >= 1);
    }

    void rangesShareTheirUnit() {
        QCOMPARE(latencyRangeText(204ms, 232ms), QStringLiteral("204 – 232\u00a0ms"));
        QCOMPARE(latencyRangeText(930ms, 1090ms), QStringLiteral("930\u00a0ms – 1.09\u00a0s"));
    }

    void emptyHeatmapsSayWhy() {
        Heatmap none;
        none.withoutLatency = 14;
        QCOMPARE(emptyHeatmapText(&none), QStringLiteral("None of these 14 calls has a duration."));
        none.withoutLatency = 0;
        QVERIFY(!emptyHeatmapText(&none).isEmpty());
        QVERIFY(!emptyHeatmapText(nullptr).isEmpty());
        QVERIFY(emptyHeatmapText(smallHeatmap().get()).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_HeatmapGeometry)
#include "tst_HeatmapGeometry.moc"
