#include "common/Fonts.h"
#include "common/Text.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace hallway;

namespace {

QImage canvas() {
    QImage image(300, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

/// Columns of the image that hold ink.
std::pair<int, int> inkColumns(const QImage& image) {
    int first = image.width(), last = -1;
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
            if (qGray(image.pixel(x, y)) < 200) {
                first = std::min(first, x);
                last = std::max(last, x);
            }
    return {first, last};
}

} // namespace

class tst_Text : public QObject {
    Q_OBJECT
private slots:
    void figuresOfEqualLengthAreEquallyWide() {
        const Fonts fonts(pictureFont());
        for (const QFont& font : {fonts.base, fonts.small, fonts.smallBold})
            for (const char* other : {"000 ms", "888 ms", "174 ms"})
                QCOMPARE(figuresWidth(QLatin1String(other), font),
                         figuresWidth(QLatin1String("111 ms"), font));
    }

    void digitsStandInCells() {
        // The last digit of a figure lies in the same place whatever stands before it.
        const QFont font = Fonts(pictureFont()).sized(24);
        const auto lastInk = [&font](const char* text) {
            QImage image = canvas();
            QPainter painter(&image);
            drawFigures(painter, {10, 30}, QLatin1String(text), font, Qt::black);
            painter.end();
            return inkColumns(image).second;
        };
        QCOMPARE(lastInk("118"), lastInk("008"));
    }

    void textIsAlignedAtItsPoint() {
        const QFont font = Fonts(pictureFont()).base;
        QImage image = canvas();
        QPainter painter(&image);
        drawFigures(painter, {200, 20}, QStringLiteral("24.8 %"), font, Qt::black, TextAlign::Right);
        painter.end();
        const auto [first, last] = inkColumns(image);
        QVERIFY(last <= 201);
        QVERIFY(first >= 200 - static_cast<int>(figuresWidth(QStringLiteral("24.8 %"), font)) - 1);
    }

    void aShortenedTextFitsAndSaysSo() {
        const QFont font = Fonts(pictureFont()).base;
        const QString name = QStringLiteral("payments-authorisation-gateway.internal");
        const QString shorter = elided(name, font, 90, Qt::ElideMiddle);
        QVERIFY(textWidth(shorter, font) <= 90);
        QVERIFY(shorter.contains(QChar(0x2026)));
        QVERIFY(shorter.startsWith(QLatin1String("pay")));
        QVERIFY(shorter.endsWith(QLatin1String("nal")));
        QCOMPARE(elided(QStringLiteral("cart"), font, 90), QStringLiteral("cart"));
    }

    void controlCharactersAreShownAsReplacements() {
        const QString shown = shownText("a\x01"
                                        "b\n\xE2\x80\xAE"
                                        "c"); // U+202E would turn the text around
        for (const QChar letter : shown)
            QVERIFY(letter.category() != QChar::Other_Control);
        QVERIFY(!shown.contains(QChar(0x202E)));
        QVERIFY(shown.startsWith(u'a'));
    }

    void sizesFollowTheBaseFont() {
        QFont big = pictureFont();
        big.setPixelSize(24);
        const Fonts small(pictureFont());
        const Fonts large(big);
        QVERIFY(std::abs(large.scale / small.scale - 2) < 0.05);
        QVERIFY(textWidth(QStringLiteral("gateway"), large.hint) >
                1.8 * textWidth(QStringLiteral("gateway"), small.hint));
        QVERIFY(textWidth(QStringLiteral("gateway"), small.hint) <
                textWidth(QStringLiteral("gateway"), small.base));
    }
};

QTEST_MAIN(tst_Text)
#include "tst_Text.moc"
