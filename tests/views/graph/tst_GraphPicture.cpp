#include "ShopGraph.h"
#include "graph/GraphGeometry.h"
#include "graph/GraphLegend.h"
#include "graph/GraphPicture.h"
#include "layout/LayeredFallback.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace hallway;
using namespace hallway::test;

namespace {

std::shared_ptr<const GraphScene> pictureScene(const std::shared_ptr<const ServiceGraph>& graph,
                                               const GraphFilter& filter = {}) {
    const VisibleGraph visible = visibleGraph(*graph, filter);
    const LayoutRequest request =
        layoutRequestOf(*graph, visible, LabelMeasure::P99, Fonts(pictureFont()), GraphPurpose::Picture);
    return std::make_shared<const GraphScene>(
        makeScene(graph, visible, layeredLayout(request), LabelMeasure::P99));
}

PictureText words() {
    return {QStringLiteral("Card payments fail at the acquirer"),
            QStringLiteral("Service graph · filter: none"), QStringLiteral("checkout.jsonl"),
            QStringLiteral("Hallway")};
}

QString firstError(const QByteArray& svg) {
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    return xml.hasError() ? xml.errorString() : QString();
}

} // namespace

class tst_GraphPicture : public QObject {
    Q_OBJECT
private slots:
    void aPictureIs1600Wide() {
        const Picture picture = graphPicture(pictureScene(shopGraph()), words(), Theme::light());
        QCOMPARE(picture.size.width(), 1600.0);
        const QImage image = paintImage(picture, 1);
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        // The worst edge is in it.
        int failing = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == Theme::light().failing) ++failing;
        QVERIFY(failing > 500);
    }

    void aPictureMayBeDark() {
        const Picture picture = graphPicture(pictureScene(shopGraph()), words(), Theme::dark());
        QCOMPARE(paintImage(picture, 1).pixelColor(2, 2), Theme::dark().surface);
    }

    void wideGraphsMakeWiderPicturesInsteadOfTinyText() {
        const auto scene = pictureScene(denseGraph(60, 90));
        const Picture picture = graphPicture(scene, words(), Theme::light());
        QVERIFY(picture.size.width() > 1600);
        QVERIFY(picture.size.width() >= scene->size.width() * 0.75);
    }

    void svgIsXmlWhateverTheNamesAre() {
        GraphBuilder builder;
        builder.edge("<svg onload='x'>", "a & b \"c\" \x01\x1b[31m ]]>", CallClass::Rpc, 10, 5, 5);
        builder.edge("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "\xF0\x9F\x9B\x92", CallClass::Messaging, 10);
        PictureText hostile = words();
        hostile.title = QStringLiteral("</title><script>");
        const Picture picture = graphPicture(pictureScene(builder.build()), hostile, Theme::light());
        const QByteArray svg = encodePicture(picture, PictureFormat::Svg);
        QCOMPARE(firstError(svg), QString());
        QVERIFY(!svg.contains("<script"));
        QVERIFY(!svg.contains("<text"));
    }

    void anEmptyGraphIsAPictureToo() {
        const Picture picture =
            graphPicture(pictureScene(std::make_shared<const ServiceGraph>()), words(), Theme::light());
        QVERIFY(picture.size.height() > 120);
        for (const PictureFormat format : {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf})
            QVERIFY(!encodePicture(picture, format, 1).isEmpty());
    }

    void theLegendSaysHowManyEdgesAreHidden() {
        VisibleGraph visible;
        QCOMPARE(hiddenEdgesText(visible), QStringLiteral("none hidden"));
        visible.weak.edges = 14;
        QCOMPARE(hiddenEdgesText(visible), QStringLiteral("14 edges hidden"));
        visible.weak.failing = 1;
        QCOMPARE(hiddenEdgesText(visible), QStringLiteral("14 edges hidden, 1 of them failing"));
        GraphFilter filter;
        filter.least.calls = 2420;
        const auto rows =
            graphPictureLegend(*pictureScene(shopGraph(), filter), 12, Theme(), Fonts(pictureFont()));
        QCOMPARE(rows.size(), std::size_t(2));
        QVERIFY2(rows[1].back().text.startsWith(QLatin1String("12 of ")), qPrintable(rows[1].back().text));
        QVERIFY(rows[1].back().text.contains(QLatin1String("hidden, 2 of them failing")));
    }

    void theLegendShowsRealWidths() {
        const auto rows = graphPictureLegend(*pictureScene(shopGraph()), 12, Theme(), Fonts(pictureFont()));
        QStringList texts;
        for (const LegendEntry& entry : rows[0])
            texts += entry.text;
        QVERIFY(texts.contains(QStringLiteral("1k calls")));
        QVERIFY(texts.contains(QStringLiteral("10k calls")));
        QVERIFY(texts.contains(QStringLiteral("100k calls")));
    }
};

QTEST_MAIN(tst_GraphPicture)
#include "tst_GraphPicture.moc"
