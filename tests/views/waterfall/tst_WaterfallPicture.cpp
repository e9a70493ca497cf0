#include "CheckoutTrace.h"
#include "waterfall/WaterfallPicture.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace hallway;
using namespace hallway::test;

class tst_WaterfallPicture : public QObject {
    Q_OBJECT
private slots:
    void aPictureIsAsHighAsItsRows() {
        const CheckoutTrace checkout = checkoutTrace();
        const Picture few = waterfallPicture(checkout.trace, {});
        WaterfallPictureOptions unfolded;
        unfolded.folding.foldSiblings = false;
        const Picture more = waterfallPicture(checkout.trace, {}, unfolded);
        QCOMPARE(few.size.width(), 1600.0);
        QVERIFY(more.size.height() > few.size.height() + 13 * 18);
    }

    void hugeTracesAreCutAndSaySo() {
        const auto trace = wideTrace(100'000, 9);
        const Picture picture = waterfallPicture(trace, {});
        QVERIFY(picture.size.height() < 400 * 24 + 600);
        const QByteArray png = encodePicture(picture, PictureFormat::Png, 1);
        QVERIFY(QImage::fromData(png).height() > 400 * 20);
    }

    void theSvgIsWellFormedAndHoldsNoFonts() {
        const CheckoutTrace checkout = checkoutTrace();
        const QByteArray svg = encodePicture(waterfallPicture(checkout.trace, {}), PictureFormat::Svg);
        QXmlStreamReader reader(svg);
        while (!reader.atEnd()) {
            reader.readNext();
            QVERIFY(reader.name() != QLatin1String("text"));
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void darkPicturesAreDark() {
        const CheckoutTrace checkout = checkoutTrace();
        WaterfallPictureOptions options;
        options.theme = Theme::dark();
        const QImage image = paintImage(waterfallPicture(checkout.trace, {}, options), 1);
        QVERIFY(image.pixelColor(5, 5).lightness() < 80);
        QVERIFY(paintImage(waterfallPicture(checkout.trace, {}), 1).pixelColor(5, 5) == QColor(Qt::white));
    }

    void aTraceWithoutSpansStillMakesAPicture() {
        const auto empty = std::make_shared<const WaterfallTrace>();
        QVERIFY(!encodePicture(waterfallPicture(empty, {}), PictureFormat::Png, 1).isEmpty());
    }
};

QTEST_MAIN(tst_WaterfallPicture)
#include "tst_WaterfallPicture.moc"
