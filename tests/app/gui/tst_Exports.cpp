#include "WindowUnderTest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QXmlStreamReader>

using namespace hallway;
using namespace hallway::test;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isWellFormed(const QByteArray& svg) {
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    return !svg.isEmpty() && !xml.hasError();
}

} // namespace

class tst_Exports : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(m_window.open({WindowUnderTest::sample()}));
        m_window.views().selection().selectEdge(m_window.worstEdge());
        QVERIFY(m_window.settle());
    }

    void theGraphAsPictures() {
        for (const auto& [dark, scale] : {std::pair{false, 1.0}, std::pair{true, 2.0}}) {
            m_window->exporter().setStyle({dark, scale});
            m_window->exporter().exportGraph(m_window.file("graph.png"));
            QVERIFY(m_window.settle());
            const QImage image(m_window.file("graph.png"));
            QVERIFY(image.width() >= 1600 * static_cast<int>(scale));
            QCOMPARE(image.pixelColor(1, 1).lightness() < 128, dark);
        }
        m_window->exporter().exportGraph(m_window.file("graph.svg"));
        QVERIFY(m_window.settle());
        QVERIFY(isWellFormed(contentOf(m_window.file("graph.svg"))));
        m_window->exporter().exportGraph(m_window.file("graph.pdf"));
        QVERIFY(m_window.settle());
        QVERIFY(contentOf(m_window.file("graph.pdf")).startsWith("%PDF"));
    }

    void theGraphAsText() {
        m_window->exporter().exportGraph(m_window.file("graph.dot"));
        QVERIFY(m_window.settle());
        QVERIFY(contentOf(m_window.file("graph.dot")).contains("digraph"));
        m_window->exporter().exportGraph(m_window.file("graph.json"));
        QVERIFY(m_window.settle());
        const QJsonObject json = QJsonDocument::fromJson(contentOf(m_window.file("graph.json"))).object();
        QCOMPARE(json.value("schema").toString(), QStringLiteral("hallway.graph/1"));
    }

    void waterfallAndHeatmap() {
        m_window->exporter().exportWaterfall(m_window.file("trace.png"));
        QVERIFY(m_window.settle());
        QVERIFY(!QImage(m_window.file("trace.png")).isNull());
        m_window->exporter().exportHeatmap(m_window.file("heatmap.svg"));
        QVERIFY(m_window.settle());
        QVERIFY(isWellFormed(contentOf(m_window.file("heatmap.svg"))));
    }

    void aHeatmapSaysTheFilter() {
        const auto pathsOf = [this](const QString& name) {
            m_window->exporter().exportHeatmap(m_window.file(name));
            return m_window.settle() ? contentOf(m_window.file(name)).count("<path") : 0;
        };
        const auto before = pathsOf(QStringLiteral("all.svg"));
        m_window.views().filter().setText(QStringLiteral("{ duration >= 0ns }")); // leaves every span
        QVERIFY(m_window.settle());
        const auto filtered = pathsOf(QStringLiteral("filtered.svg"));
        m_window.views().filter().clear();
        QVERIFY(m_window.settle());
        QVERIFY2(filtered > before,
                 qPrintable(QStringLiteral("%1, %2").arg(filtered).arg(before))); // letters
    }

    void filesWithAttributesRemindOfSecrets() {
        QSignalSpy exported(&m_window->exporter(), &ExportController::exported);
        m_window->exporter().exportTrace(m_window.file("trace.json"));
        QVERIFY(m_window.settle());
        QVERIFY(exported.last().at(1).toBool());
        QVERIFY(QJsonDocument::fromJson(contentOf(m_window.file("trace.json"))).isObject());
        m_window->exporter().saveCapture(m_window.file("copy.hallway"));
        QVERIFY(m_window.settle());
        QVERIFY(exported.last().at(1).toBool());
        const auto spans = m_window.views().capture()->figures().spans;
        WindowUnderTest other;
        QVERIFY(other.open({m_window.file("copy.hallway")}));
        QVERIFY(other.views().capture()->readOnly());
        QCOMPARE(other.views().capture()->figures().spans, spans);
    }

    void theGraphToTheClipboard() {
        m_window->exporter().copyGraph();
        QVERIFY(m_window.settle());
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void anUnwritablePlaceIsSaid() {
        QSignalSpy failed(&m_window->exporter(), &ExportController::failed);
        m_window->exporter().exportGraph(m_window.file("no/such/folder/graph.png"));
        QVERIFY(m_window.settle());
        QCOMPARE(failed.size(), 1);
        m_window->exporter().exportGraph(m_window.file("graph.bmp"));
        QVERIFY(m_window.settle());
        QCOMPARE(failed.size(), 2);
    }

private:
    WindowUnderTest m_window;
};

QTEST_MAIN(tst_Exports)
#include "tst_Exports.moc"
