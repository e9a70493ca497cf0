#include "SmallHeatmap.h"
#include "heatmap/HeatmapPainter.h"

#include <QPainter>
#include <QTest>

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {

struct Painted {
    std::shared_ptr<const Heatmap> heatmap = smallHeatmap();
    Theme theme;
    HeatmapScene scene;
    QImage image{720, 400, QImage::Format_RGB32};

    Painted() {
        scene.heatmap = heatmap.get();
        scene.area = QRectF(0, 0, 720, 400);
        scene.layers.percentiles = false;
    }
    [[nodiscard]] HeatmapPainter painterNow() const { return {theme, Fonts(QFont())}; }
    [[nodiscard]] HeatmapGeometry geometry() const { return painterNow().geometryOf(scene); }
    void paint() {
        image.fill(Qt::magenta);
        QPainter painter(&image);
        painterNow().paint(painter, scene);
    }
    [[nodiscard]] QColor at(QPointF point) const { return image.pixelColor(point.toPoint()); }
    [[nodiscard]] int count(const QColor& color) const {
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                found += image.pixelColor(x, y) == color ? 1 : 0;
            }
        }
        return found;
    }
};

} // namespace

class tst_HeatmapPainter : public QObject {
    Q_OBJECT
private slots:
    void countsAreShades() {
        Painted p;
        p.paint();
        const HeatmapGeometry g = p.geometry();
        const std::uint32_t usual = p.heatmap->rowOf(20ms);
        QCOMPARE(p.at(g.cellRect(0, usual).topLeft() + QPointF(2, 2)),
                 p.theme.heat[3]); // 8 calls: bounds 1 2 4 8
        QCOMPARE(p.at(g.cellRect(0, p.heatmap->rowOf(40ms)).topLeft() + QPointF(2, 2)), p.theme.heat[1]);
        QCOMPARE(p.at(g.cellRect(0, p.heatmap->rowOf(200ms)).center() + QPointF(5, 1)),
                 p.theme.surface); // empty = ground
    }

    void failuresAreABarInTheMiddle() {
        Painted p;
        p.paint();
        const QRectF cell = p.geometry().cellRect(8, p.heatmap->rowOf(1s));
        QCOMPARE(p.at(QPointF(std::floor(cell.center().x()), cell.bottom() - 2)), p.theme.failing);
        QCOMPARE(p.at(cell.topLeft() + QPointF(2, 2)), p.theme.heat[1]);
        p.scene.layers.failures = false;
        p.paint();
        QCOMPARE(p.count(p.theme.failing), 0);
    }

    void uncertainPercentilesAreGreyAndVeryUncertainOnesAbsent() {
        Painted p;
        p.scene.layers.percentiles = true;
        Heatmap few = *p.heatmap;
        few.percentiles = {{0, few.columns, Distribution{50, 20ms, 40ms, 1s, 1s}}};
        p.scene.heatmap = &few;
        p.paint();
        const HeatmapGeometry g = p.geometry();
        const auto lineColourNear = [&](Duration latency, const QColor& colour) {
            const double y = g.yOf(latency);
            for (int dy = -4; dy <= 2; ++dy) {
                if (p.at({g.columnLeft(1) + 5, std::floor(y) + dy}) == colour) {
                    return true;
                }
            }
            return false;
        };
        QVERIFY(lineColourNear(1s, p.theme.text3)); // p99 on 50 calls
        QVERIFY(!lineColourNear(1s, p.theme.path));
        few.percentiles[0].distribution.samples = 200;
        p.paint();
        QVERIFY(lineColourNear(1s, p.theme.path));
        few.percentiles[0].distribution.samples = 19;
        p.paint();
        QVERIFY(!lineColourNear(1s, p.theme.text3));
    }

    void outsideTheBoxFades() {
        Painted p;
        const std::uint32_t usual = p.heatmap->rowOf(20ms);
        p.scene.box = HeatmapCells{6, 11, 0, p.heatmap->rows - 1};
        p.paint();
        const HeatmapGeometry g = p.geometry();
        QVERIFY(p.at(g.cellRect(2, usual).topLeft() + QPointF(2, 2)) != p.theme.heat[3]);
        QCOMPARE(p.at(g.cellRect(8, usual).topLeft() + QPointF(2, 2)), p.theme.heat[3]);
        QVERIFY(p.count(p.theme.accent) > 200);
    }

    void theMarginIsAHistogramOfAllCalls() {
        Painted p;
        p.paint();
        const HeatmapGeometry g = p.geometry();
        const double y = g.cellRect(0, p.heatmap->rowOf(20ms)).center().y();
        QCOMPARE(p.at({g.margin().right() - 2, y}), p.theme.heat[3]); // the most frequent fills it
        const double failedY = g.cellRect(0, p.heatmap->rowOf(1s)).center().y();
        QCOMPARE(p.at({g.margin().left() + 3, failedY}), p.theme.failing);
    }

    void narrowViewsHaveNoMargin() {
        Painted p;
        p.scene.area = QRectF(0, 0, 300, 200);
        QVERIFY(p.geometry().margin().isEmpty());
        p.paint(); // and nothing breaks
    }

    void nothingIsPaintedOutsideTheArea() {
        Painted p;
        p.scene.area = QRectF(100, 60, 500, 280);
        p.scene.layers.percentiles = true;
        p.scene.box = HeatmapCells{0, 11, p.heatmap->rows - 1, p.heatmap->rows - 1};
        p.scene.hovered = HeatmapGeometry::Cell{11, p.heatmap->rows - 1};
        p.scene.tip = true;
        p.paint();
        for (int x = 0; x < 720; ++x) {
            QCOMPARE(p.at(QPointF(x, 20)), QColor(Qt::magenta));
            QCOMPARE(p.at(QPointF(x, 380)), QColor(Qt::magenta));
        }
    }
};

QTEST_MAIN(tst_HeatmapPainter)
#include "tst_HeatmapPainter.moc"
