#include "HandIcicle.h"
#include "icicle/IciclePainter.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Drawn {
    Theme theme;
    QImage image{QSize(400, 110), QImage::Format_RGB32};

    explicit Drawn(const Icicle& icicle, std::optional<std::uint32_t> selected = {}, bool path = true,
                   const Theme& with = Theme::light())
        : theme(with) {
        IcicleGeometry geometry;
        geometry.area = QRectF(image.rect());
        geometry.window = {0, icicle.whole};
        geometry.hasRuler = icicle.isTimeline;
        image.fill(Qt::magenta);
        QPainter painter(&image);
        IciclePainter(theme, Fonts(QGuiApplication::font()))
            .paint(painter, {icicle, geometry, selected, std::nullopt, path, false});
    }
    [[nodiscard]] QColor at(int x, int y) const { return image.pixelColor(x, y); }
    [[nodiscard]] bool has(const QColor& color, const QRect& area) const {
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x)
                if (at(x, y) == color) return true;
        return false;
    }
};

} // namespace

class tst_IciclePainter : public QObject {
    Q_OBJECT

private slots:
    void cellsCarryTheirServicesColour() {
        const Drawn drawn(*handIcicle());
        QCOMPARE(drawn.at(1, 30), drawn.theme.service(0)); // the strip at the left end
        QCOMPARE(drawn.at(1, 60), drawn.theme.service(1));
        QCOMPARE(drawn.at(200, 60), drawn.theme.surface); // between the two children
        QVERIFY(drawn.at(100, 24) != drawn.theme.surface);
    }

    void theCriticalPathIsALineUnderItsSpan() {
        const auto icicle = handIcicle();
        const QRect under(170, 40, 60, 4); // of the root, between its children
        QVERIFY(Drawn(*icicle).has(Theme::light().path, under));
        QVERIFY(!Drawn(*icicle, {}, false).has(Theme::light().path, under));
    }

    void aFailureHasItsColourAndAMark() {
        const Drawn drawn(*handIcicle());
        QCOMPARE(drawn.at(60, 66), drawn.theme.failing);                   // along the top
        QVERIFY(drawn.has(drawn.theme.failing, QRect(100, 70, 19, 14)));   // the mark
        QVERIFY(!drawn.has(drawn.theme.failing, QRect(240, 44, 150, 22))); // elsewhere none
    }

    void theSelectionIsOutlined() {
        const auto icicle = handIcicle();
        QVERIFY(Drawn(*icicle, 3U).has(Theme::light().accent, QRect(300, 44, 20, 3)));
        QVERIFY(!Drawn(*icicle).has(Theme::light().accent, QRect(240, 44, 150, 22)));
    }

    void runsOfNarrowCellsAreNeutralOrFailing() {
        Icicle icicle;
        icicle.whole = 100'000;
        icicle.services = {{QStringLiteral("web"), 0, false}, {QStringLiteral("cart"), 1, false}};
        icicle.operations = {QStringLiteral("op")};
        icicle.cells.push_back(cellOf(IcicleCell::none, 0, 0, 100'000, 0, 100'001));
        for (int i = 0; i < 100'000; ++i)
            icicle.cells.push_back(cellOf(0, 1, i, i + 1, 0));
        icicle.cells[50'001].failed = 1;
        indexRows(icicle);
        const Drawn drawn(icicle);
        QCOMPARE(drawn.at(100, 30), drawn.theme.line2);
        QVERIFY(drawn.has(drawn.theme.failing, QRect(195, 30, 10, 1)));
    }

    void bothThemesAreDrawn() {
        const Drawn dark(*handIcicle(), {}, true, Theme::dark());
        QCOMPARE(dark.at(200, 60), Theme::dark().surface);
        QVERIFY(dark.has(Theme::dark().path, QRect(170, 40, 60, 4)));
    }

    void aFrameOfThousandsIsQuick() {
        Icicle icicle;
        constexpr int rows = 40, columns = 500;
        icicle.whole = columns;
        icicle.services = {{QStringLiteral("web"), 0, false}, {QStringLiteral("cart"), 1, false}};
        icicle.operations = {QStringLiteral("op")};
        for (int row = 0; row < rows; ++row)
            for (int i = 0; i < columns; ++i)
                icicle.cells.push_back(
                    cellOf(IcicleCell::none, static_cast<std::uint32_t>(row), i, i + 1, 0));
        indexRows(icicle);
        IcicleGeometry geometry;
        geometry.area = QRectF(0, 0, 1600, 900);
        geometry.window = {0, icicle.whole};
        QImage image(1600, 900, QImage::Format_RGB32);
        const IciclePainter cells(Theme(), Fonts(QGuiApplication::font()));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 5; ++i) {
            QPainter painter(&image);
            cells.paint(painter, {icicle, geometry, {}, {}, true, false});
        }
        QVERIFY2(timer.elapsed() < 5 * 100, "unoptimised and on a busy machine; 8 ms are wanted");
    }
};

QTEST_MAIN(tst_IciclePainter)
#include "tst_IciclePainter.moc"
