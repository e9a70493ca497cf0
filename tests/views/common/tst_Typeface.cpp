#include "common/Fonts.h"
#include "common/Text.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace hallway;

namespace {

template <class Draw>
QImage drawn(Draw draw, double scale = 1) {
    QImage image(QSize(400, 40) * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter);
    return image;
}

} // namespace

class tst_Typeface : public QObject {
    Q_OBJECT

private slots:
    void drawsWhatTheFontDraws_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("a name") << QStringLiteral("checkout-service");
        QTest::newRow("a ligature") << QStringLiteral("office flow AVA");
        QTest::newRow("other letters") << QStringLiteral("Прайс 価格 naïve");
        QTest::newRow("right to left") << QStringLiteral("price מחיר");
        QTest::newRow("figures") << QStringLiteral("1,284.2 ms · 14 calls");
        QTest::newRow("nothing") << QString();
    }
    void drawsWhatTheFontDraws() {
        QFETCH(const QString, text);
        const Typeface face(Fonts(QFont()).base);
        for (const double scale : {1.0, 2.0})
            for (const TextAlign align : {TextAlign::Left, TextAlign::Centre, TextAlign::Right})
                for (int time = 0; time < 2; ++time) { // shaped, then remembered
                    const QPointF at(200.3, 25);
                    QCOMPARE(
                        drawn([&](QPainter& p) { drawText(p, at, text, face, Qt::black, align); }, scale),
                        drawn([&](QPainter& p) { drawText(p, at, text, face.font(), Qt::black, align); },
                              scale));
                    QCOMPARE(
                        drawn([&](QPainter& p) { drawFigures(p, at, text, face, Qt::black, align); }, scale),
                        drawn([&](QPainter& p) { drawFigures(p, at, text, face.font(), Qt::black, align); },
                              scale));
                }
    }

    void measuresAndShortensAsTheFontDoes() {
        const Typeface face(Fonts(QFont()).small);
        const QString text = QStringLiteral("a-service-with-a-long-name 12.3 ms");
        QCOMPARE(textWidth(text, face), textWidth(text, face.font()));
        QCOMPARE(figuresWidth(text, face), figuresWidth(text, face.font()));
        for (const double width : {-5.0, 0.0, 20.0, 80.5, 500.0})
            for (const Qt::TextElideMode mode : {Qt::ElideRight, Qt::ElideMiddle})
                for (int time = 0; time < 2; ++time)
                    QCOMPARE(elided(text, face, width, mode), elided(text, face.font(), width, mode));
    }

    void remembersNoMoreThanAScreenNeeds() {
        constexpr qsizetype most = 1024 * 1024; // letters
        const Typeface face(Fonts(QFont()).base);
        for (int i = 0; i < 10'000; ++i) {
            const QString text = QString::number(i);
            QCOMPARE(face.line(text).width, textWidth(text, face.font()));
        }
        QVERIFY(face.lettersHeld() > 0);
        for (int i = 0; i < 30; ++i) {
            const QString text = QString::number(i).repeated(40'000);
            QVERIFY(elided(text, face, 100, Qt::ElideRight).size() < 100);
            QVERIFY(figuresWidth(text, face) > 100);
        }
        QVERIFY(face.lettersHeld() <= most);
    }

    void fontsAreKeptUntilTheFontChanges() {
        KeptFonts kept;
        QFont font;
        font.setPixelSize(12);
        const Fonts* const first = &kept.of(font);
        QCOMPARE(&kept.of(font), first);
        font.setPixelSize(24);
        QVERIFY(kept.of(font).scale > 1.5);
    }

    void fontsFollowTheLogicalDpi() {
        const auto screen = [](int dpi) {
            QImage image(1, 1, QImage::Format_RGB32);
            image.setDotsPerMeterX(qRound(dpi / 0.0254));
            image.setDotsPerMeterY(qRound(dpi / 0.0254));
            return image;
        };
        const QImage usual = screen(96), fine = screen(192);
        QFont font;
        font.setPointSizeF(9);
        const QFont there(font, &usual), here(font, &fine);
        QCOMPARE(there, here);
        KeptFonts kept;
        const double before = kept.of(there).scale;
        QVERIFY(kept.of(here).scale > 1.5 * before);
    }
};

QTEST_MAIN(tst_Typeface)
#include "tst_Typeface.moc"
