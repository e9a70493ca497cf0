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
