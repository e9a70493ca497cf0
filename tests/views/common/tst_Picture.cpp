#include "common/PictureFile.h"
#include "common/PictureFrame.h"
#include "common/Text.h"

#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace hallway;

namespace {

Picture smallPicture() {
    return {
        {200, 100}, QStringLiteral("Cart & \"<checkout>\""), [](QPainter& painter) {
            painter.fillRect(0, 0, 200, 100, Qt::white);
            painter.fillRect(0, 0, 20, 10, Qt::red);
            drawText(painter, {20, 40}, shownText("<b>caf\xC3\xA9 & \x02 tea</b>"), pictureFont(), Qt::black);
        }};
}

LegendEntry entry(const QString& text, double swatch = 0) {
    return {text, false, swatch,
            [](QPainter& painter, QPointF at) { painter.fillRect(QRectF(at, QSizeF(5, 5)), Qt::blue); }};
}

PictureFrame frameWith(const QString& facts, std::size_t legendEntries) {
    LegendRow row;
    for (std::size_t i = 0; i < legendEntries; ++i)
        row.push_back(entry(QStringLiteral("an entry of the legend"), 20));
    return {{QStringLiteral("Title"), facts, QStringLiteral("left"), QStringLiteral("right")},
            {row},
            Theme::light().forPictures(),
            Fonts(pictureFont())};
}

} // namespace

class tst_Picture : public QObject {
    Q_OBJECT
private slots:
    void theEndOfTheNameTellsTheFormat() {
        QCOMPARE(pictureFormatOf("a/b.PNG"), PictureFormat::Png);
        QCOMPARE(pictureFormatOf("b.svg"), PictureFormat::Svg);
        QCOMPARE(pictureFormatOf("b.x.pdf"), PictureFormat::Pdf);
        QCOMPARE(pictureFormatOf("b.jpg"), std::nullopt);
        QCOMPARE(pictureFormatOf("png"), std::nullopt);
    }

    void thePngHasTheScaleAskedFor() {
        const QImage image = QImage::fromData(encodePicture(smallPicture(), PictureFormat::Png, 3));
        QCOMPARE(image.size(), QSize(600, 300));
        QCOMPARE(image.pixelColor(59, 29), QColor(Qt::red));
        QCOMPARE(image.pixelColor(61, 31), QColor(Qt::white));
    }

    void aHugePictureIsReducedInsteadOfFailing() {
        const Picture huge{
            {30'000, 100}, {}, [](QPainter& painter) { painter.fillRect(0, 0, 30'000, 100, Qt::green); }};
        const QImage image = paintImage(huge, 4);
        QVERIFY(!image.isNull());
        QVERIFY(image.width() <= 16'384);
    }

    void theSvgIsXmlWithTextAsPaths() {
        const QByteArray svg = encodePicture(smallPicture(), PictureFormat::Svg);
        QXmlStreamReader xml(svg);
        int paths = 0, texts = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == u"path") ++paths;
            if (xml.isStartElement() && xml.name() == u"text") ++texts;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(paths > 0);
        QCOMPARE(texts, 0);
    }

    void thePdfIsOnePage() {
        const QByteArray pdf = encodePicture(smallPicture(), PictureFormat::Pdf);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/Count 1"));
    }

    void aFolderThatIsNotThereIsAnErrorNotACrash() {
        const Status written = writePicture(smallPicture(), "/nowhere/at/all.png", PictureFormat::Png);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(written.error().arguments.at(0), std::string("/nowhere/at/all.png"));
    }

    void aPictureIsWrittenWhole() {
        const QTemporaryDir folder;
        const std::filesystem::path path = (folder.path() + QStringLiteral("/graph.svg")).toStdString();
        QVERIFY(writePicture(smallPicture(), path, PictureFormat::Svg).has_value());
        QCOMPARE(std::filesystem::file_size(path),
                 static_cast<std::uintmax_t>(encodePicture(smallPicture(), PictureFormat::Svg).size()));
    }

    void theFrameLeavesTheContentTheRoomItAskedFor() {
        const PictureFrame frame = frameWith(QStringLiteral("graph · 22 Nov 2026"), 4);
        const QSizeF size = frame.sizeFor({900, 400});
        QCOMPARE(size.width(), 1600.0);
        const QRectF area = frame.contentArea(size);
        QVERIFY(area.height() >= 400 && area.height() < 402);
        QCOMPARE(area.width(), 1600 - 2 * PictureFrame::margin);
        QCOMPARE(frame.sizeFor({3000, 400}).width(), 3000 + 2 * PictureFrame::margin);
    }

    void longFactsAndLegendsTakeMoreLinesInsteadOfLeavingThePicture() {
        const QSizeF plain = frameWith(QStringLiteral("a fact"), 4).sizeFor({900, 400});
        QString facts;
        for (int i = 0; i < 30; ++i)
            facts += QStringLiteral("a longer fact number %1 · ").arg(i);
        QVERIFY(frameWith(facts, 4).sizeFor({900, 400}).height() > plain.height());
        QVERIFY(frameWith(QStringLiteral("a fact"), 40).sizeFor({900, 400}).height() > plain.height());
    }

    void nothingIsDrawnOutsideThePicture() {
        const PictureFrame frame = frameWith(QStringLiteral("a fact · another"), 40);
        const QSizeF size = frame.sizeFor({300, 100}, 400);
        QImage image(static_cast<int>(size.width()) + 100, static_cast<int>(size.height()) + 100,
                     QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        frame.paint(painter, size);
        painter.end();
        for (int y = 0; y < image.height(); ++y)
            for (int x = static_cast<int>(size.width()); x < image.width(); ++x)
                QCOMPARE(image.pixelColor(x, y), QColor(Qt::magenta));
    }
};

QTEST_MAIN(tst_Picture)
#include "tst_Picture.moc"
