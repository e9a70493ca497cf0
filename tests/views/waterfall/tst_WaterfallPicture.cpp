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

    void aPictureShowsWhatTheViewShows() {
        const CheckoutTrace checkout = checkoutTrace();
        WaterfallPictureOptions options;
        options.folding.root = checkout.indexOf("Authorize");
        const double whole = waterfallPicture(checkout.trace, {}).size.height();
        QVERIFY(waterfallPicture(checkout.trace, {}, options).size.height() < whole - 5 * 18);
        options.folding.root = TreeSpan::none;
        auto matches = std::make_shared<std::vector<bool>>(checkout.trace->spans.size());
        (*matches)[checkout.indexOf("Score")] = true;
        options.folding.matches = matches;
        options.folding.hidesOthers = true;
        QVERIFY(waterfallPicture(checkout.trace, {}, options).size.height() < whole - 5 * 18);
    }

    void aPictureHasTheColoursAndTheirLegend() {
        const CheckoutTrace checkout = checkoutTrace();
        WaterfallPictureOptions options;
        options.colours = coloursByStatus(*checkout.trace);
        const auto pixelsOf = [](const QImage& image, const QColor& colour) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    count += image.pixelColor(x, y) == colour ? 1 : 0;
                }
            }
            return count;
        };
        const QColor grey = options.theme.edge;
        const int plain = pixelsOf(paintImage(waterfallPicture(checkout.trace, {}), 1), grey);
        const int coloured = pixelsOf(paintImage(waterfallPicture(checkout.trace, {}, options), 1), grey);
        // The leaf "UPDATE" alone is 170 ms of 3.34 s: some 40 × 12 px.
        QVERIFY2(coloured > plain + 1000, qPrintable(QStringLiteral("%1 %2").arg(plain).arg(coloured)));
    }

    void aTraceWithoutSpansStillMakesAPicture() {
        const auto empty = std::make_shared<const WaterfallTrace>();
        QVERIFY(!encodePicture(waterfallPicture(empty, {}), PictureFormat::Png, 1).isEmpty());
    }
};

QTEST_MAIN(tst_WaterfallPicture)
#include "tst_WaterfallPicture.moc"
