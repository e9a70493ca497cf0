#include "common/Icons.h"
#include "common/Marks.h"
#include "common/Theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace hallway;

namespace {

int pixelsOf(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color) ++count;
    return count;
}

QImage markOf(Health health, MarkFill fill) {
    const Theme theme;
    QImage image(32, 32, QImage::Format_RGB32);
    image.fill(theme.surface);
    QPainter painter(&image);
    drawMark(painter, {16, 16}, health, 12, theme, theme.surface, fill);
    return image;
}

} // namespace

class tst_Icons : public QObject {
    Q_OBJECT
private slots:
    void everyIconIsDrawnWithinItsGrid() {
        for (int i = 0; i <= static_cast<int>(Icon::Reload); ++i) {
            const QRectF bounds = iconPath(static_cast<Icon>(i)).boundingRect();
            QVERIFY2(std::max(bounds.width(), bounds.height()) > 5, qPrintable(QString::number(i)));
            QVERIFY2(bounds.left() >= 0 && bounds.top() >= 0 && bounds.right() <= 14 && bounds.bottom() <= 14,
                     qPrintable(QString::number(i)));
        }
    }

    void everyKindHasItsOwnIcon() {
        QCOMPARE(iconOf(NodeKind::Service), Icon::Service);
        QCOMPARE(iconOf(NodeKind::User), Icon::User);
        QVERIFY(iconPath(Icon::Database) != iconPath(Icon::Queue));
    }

    void actionsGetIconsInTheThemesColour() {
        const QIcon icon = themedIcon(Icon::Open, Theme::dark());
        QVERIFY(!icon.pixmap(16, 16).isNull());
    }

    void iconsFillTheirSizeAndAreSharp_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<double>("ratio");
        QTest::newRow("usual") << 16 << 1.0;
        QTest::newRow("200 % display") << 16 << 2.0;
        QTest::newRow("150 % text") << 24 << 1.0;
        QTest::newRow("200 % text on a 300 % display") << 32 << 3.0;
    }
    void iconsFillTheirSizeAndAreSharp() {
        QFETCH(const int, size);
        QFETCH(const double, ratio);
        const QImage image = themedIcon(Icon::Fit, Theme())
                                 .pixmap(QSize(size, size), ratio)
                                 .toImage()
                                 .convertToFormat(QImage::Format_ARGB32);
        const int side = qRound(size * ratio);
        QCOMPARE(image.size(), QSize(side, side));
        QRect ink;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                if (qAlpha(image.pixel(x, y)) > 60) ink |= QRect(x, y, 1, 1);
        QVERIFY2(ink.width() > 0.6 * side && ink.height() > 0.6 * side, qPrintable(QString::number(side)));
    }

    void aDisabledIconIsPaler() {
        const QIcon icon = themedIcon(Icon::Open, Theme());
        const auto strongest = [&icon](QIcon::Mode mode) {
            const QImage image = icon.pixmap(QSize(16, 16), 2, mode).toImage();
            int most = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    most = std::max(most, image.pixelColor(x, y).alpha());
            return most;
        };
        QVERIFY(strongest(QIcon::Normal) > 2 * strongest(QIcon::Disabled));
        QVERIFY(strongest(QIcon::Disabled) > 0);
    }

    void aSuspicionIsNoFailure() {
        const Theme theme;
        const auto drawn = [&theme](MarkFill fill) {
            QImage image(32, 32, QImage::Format_RGB32);
            image.fill(theme.surface);
            QPainter painter(&image);
            drawSuspicion(painter, {16, 16}, 12, theme, theme.surface, fill);
            return image;
        };
        const QImage sure = drawn(MarkFill::Filled), unsure = drawn(MarkFill::Hollow);
        QCOMPARE(pixelsOf(sure, theme.failing), 0);
        QVERIFY(pixelsOf(sure, theme.degraded) > 150);
        QVERIFY(pixelsOf(unsure, theme.degraded) > 20);
        QVERIFY(pixelsOf(sure, theme.degraded) > 2 * pixelsOf(unsure, theme.degraded));
        QVERIFY(sure != markOf(Health::Degraded, MarkFill::Filled));
    }

    void marksDifferInShapeNotOnlyInColour() {
        const Theme theme;
        const int triangle = pixelsOf(markOf(Health::Degraded, MarkFill::Filled), theme.degraded);
        const int octagon = pixelsOf(markOf(Health::Failing, MarkFill::Filled), theme.failing);
        QVERIFY(triangle > 100);
        QVERIFY(octagon > triangle + 50);
        QCOMPARE(pixelsOf(markOf(Health::Ok, MarkFill::Filled), theme.surface), 32 * 32);
    }

    void aHollowMarkHasTheGroundInside() {
        const Theme theme;
        const QImage filled = markOf(Health::Failing, MarkFill::Filled);
        const QImage hollow = markOf(Health::Failing, MarkFill::Hollow);
        QCOMPARE(filled.pixelColor(16, 7), theme.failing);
        QCOMPARE(hollow.pixelColor(16, 9), theme.surface);
        QCOMPARE(markFillOf(19), MarkFill::Hollow);
        QCOMPARE(markFillOf(20), MarkFill::Filled);
    }
};

QTEST_MAIN(tst_Icons)
#include "tst_Icons.moc"
