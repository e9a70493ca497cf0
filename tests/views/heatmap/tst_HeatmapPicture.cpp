#include "SmallHeatmap.h"
#include "heatmap/HeatmapPicture.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace hallway;
using namespace hallway::test;

class tst_HeatmapPicture : public QObject {
    Q_OBJECT
private slots:
    void theSvgIsWellFormed() {
        HeatmapPictureOptions options;
        options.box = HeatmapCells{6, 11, 0, 3};
        const Picture picture = heatmapPicture(smallHeatmap(), QStringLiteral("a <b> \x01 → c"), {}, options);
        QXmlStreamReader reader(encodePicture(picture, PictureFormat::Svg));
        while (!reader.atEnd()) {
            reader.readNext();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void thePngHoldsCellsAndLegend() {
        const QImage image = QImage::fromData(
            encodePicture(heatmapPicture(smallHeatmap(), "a → b", {}), PictureFormat::Png, 1));
        QCOMPARE(image.width(), 1600);
        QCOMPARE(image.pixelColor(3, 3), QColor(Qt::white));
        int failing = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                failing += image.pixelColor(x, y) == Theme::light().failing ? 1 : 0;
            }
        }
        QVERIFY(failing > 100);
    }

    void withoutSamplesThePictureSaysWhy() {
        auto none = std::make_shared<Heatmap>();
        none->withoutLatency = 3;
        QVERIFY(!encodePicture(heatmapPicture(none, "a → b", {}), PictureFormat::Png, 1).isEmpty());
    }
};

QTEST_MAIN(tst_HeatmapPicture)
#include "tst_HeatmapPicture.moc"
