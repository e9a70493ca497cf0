#include "CheckoutTrace.h"
#include "waterfall/WaterfallBarPainter.h"
#include "waterfall/WaterfallPainter.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {

struct Painted {
    CheckoutTrace checkout;
    std::shared_ptr<const WaterfallTrace> trace;
    WaterfallRows rows;
    WaterfallScene scene;
    Theme theme;
    QImage image;

    explicit Painted(std::shared_ptr<const WaterfallTrace> other = nullptr, bool criticalPath = true)
        : checkout(checkoutTrace()), trace(other ? std::move(other) : checkout.trace),
          rows(waterfallRowsOf(*trace, {})), image(1200, 420, QImage::Format_RGB32) {
        scene.trace = trace.get();
        scene.rows = &rows;
        scene.criticalPath = criticalPath;
        scene.geometry.area = QRectF(0, 0, 1200, 420);
        scene.geometry.treeWidth = 340;
        scene.geometry.minimap = false;
        scene.geometry.window = wholeOf(trace->duration);
        scene.geometry.rowCount = rows.size();
    }
    void paint() {
        image.fill(Qt::magenta);
        QPainter painter(&image);
        WaterfallPainter(theme, Fonts(QFont())).paint(painter, scene);
    }
    [[nodiscard]] QRectF bar(const QString& operation, int nth = 0) const {
        const std::uint32_t span = checkout.indexOf(operation, nth);
        return scene.geometry.barRect(rows.rowOfSpan[span], trace->spans[span].start, trace->spans[span].end);
    }
    [[nodiscard]] QColor at(double x, double y) const {
        return image.pixelColor(int(std::lround(x)), int(std::lround(y)));
    }
    [[nodiscard]] QColor colourOf(const QString& operation) const {
        return theme.service(trace->services[trace->spans[checkout.indexOf(operation)].service].colour);
    }
};

} // namespace

class tst_WaterfallPainter : public QObject {
    Q_OBJECT
private slots:
    void aLeafHasItsFullServiceColour() {
        Painted p;
        p.paint();
        QCOMPARE(p.at(p.bar("UPDATE  stock@pg-main").center().x(), p.bar("UPDATE  stock@pg-main").top() + 4),
                 p.colourOf("UPDATE  stock@pg-main"));
    }

    void aParentIsFullWhereNoChildRunsAndPaleElsewhere() {
        Painted p;
        p.paint();
        const TimeScale scale = p.scene.geometry.scale();
        const double y = p.bar("Authorize").top() + 4;
        const QColor full = p.colourOf("Authorize");
        QCOMPARE(p.at(scale.x(Duration(1870ms)), y), full); // between the first and second try
        QCOMPARE(p.at(scale.x(Duration(1300ms)), y), mixed(full, p.theme.surface, 0.38));
    }

    void whereAFailureStartsTheBarIsOutlined() {
        Painted p;
        p.paint();
        const QRectF bar = p.bar("POST  api.acquirer.example");
        QVERIFY(p.at(bar.center().x(), bar.top() - 1).red() > 120);
        const QColor outline = p.at(bar.center().x(), bar.top() - 1);
        QVERIFY(outline.green() < 120);
        const QRectF passedOn = p.bar("Authorize");
        QCOMPARE(p.at(passedOn.left() + 60, passedOn.top() - 1), p.theme.surface);
    }

    void theCriticalPathRunsUnderTheBar() {
        Painted p;
        p.paint();
        const TimeScale scale = p.scene.geometry.scale();
        const double top =
            p.scene.geometry.rowTop(p.rows.rowOfSpan[p.checkout.indexOf("POST  api.acquirer.example")]);
        QCOMPARE(p.at(scale.x(Duration(1200ms)), top + 18), p.theme.path);
        Painted without(nullptr, false);
        without.paint();
        QVERIFY(without.at(scale.x(Duration(1200ms)), top + 19) != p.theme.path);
    }

    void aSpanWithoutAnEndIsTorn() {
        auto trace = std::make_shared<WaterfallTrace>();
        trace->services = {{QStringLiteral("a"), 0}};
        trace->operations = {QStringLiteral("work")};
        trace->duration = Duration(1000);
        WaterfallSpan span;
        span.end = Duration(500);
        span.unfinished = true;
        trace->spans = {span};
        Painted p(trace, false);
        p.paint();
        const QRectF bar = p.scene.geometry.barRect(0, Duration(0), Duration(500));
        const QColor full = p.theme.services[0];
        QVERIFY(p.at(bar.right() - 5, bar.top() + 6) == full);
        int ground = 0;
        int colour = 0;
        for (int y = int(bar.top()) + 1; y < int(bar.bottom()); ++y) {
            const QColor pixel = p.at(bar.right() - 2, y);
            ground += pixel == full ? 0 : 1;
            colour += pixel == full ? 1 : 0;
        }
        QVERIFY(ground > 0 && colour > 0); // a zigzag, not a straight edge
    }

    void theSelectedRowAndTheEdgesCallsAreMarked() {
        Painted p;
        const std::uint32_t row = p.rows.rowOfSpan[p.checkout.indexOf("Reserve")];
        std::vector<bool> calls(p.trace->spans.size());
        calls[p.checkout.indexOf("Verify")] = true;
        p.scene.selectedRow = row;
        p.scene.edgeCalls = &calls;
        p.paint();
        QCOMPARE(p.at(2, p.scene.geometry.rowTop(row) + 3), p.theme.select);
        const std::uint32_t marked = p.rows.rowOfSpan[p.checkout.indexOf("Verify")];
        QCOMPARE(p.at(1, p.scene.geometry.rowTop(marked) + 11), p.theme.accent);
        QCOMPARE(p.at(1, p.scene.geometry.rowTop(marked + 1) + 3), p.theme.surface);
    }

    void aFoldShowsOneTickACall() {
        Painted p(nullptr, false);
        p.paint();
        const WaterfallRow& fold = p.rows.rows[p.rows.rowOfSpan[p.checkout.indexOf("Quote")]];
        QVERIFY(fold.isFold());
        const QRectF bar = p.scene.geometry.barRect(p.rows.rowOfSpan[fold.span], fold.from, fold.to);
        int edges = 0;
        for (int x = int(bar.left()); x < int(bar.right()); ++x) {
            const bool here = p.at(x, bar.top() + 6) == p.colourOf("Quote");
            const bool next = p.at(x + 1, bar.top() + 6) == p.colourOf("Quote");
            edges += here && !next ? 1 : 0;
        }
        QCOMPARE(edges, 14);
    }

    void manySegmentsInOnePixelAreOneStroke() {
        std::vector<WaterfallSegment> segments;
        for (int i = 0; i < 100'000; ++i) {
            segments.push_back({Duration(10 * i), Duration(10 * i + 5)});
        }
        QImage image(100, 10, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QElapsedTimer clock;
        clock.start();
        paintSegments(painter, segments.data(), segments.data() + segments.size(),
                      TimeScale{{0ns, 1'000'000ns}, 0, 100}, 0, 10, 1, 0, Qt::black);
        QVERIFY(clock.elapsed() < 20);
        for (int x = 1; x < 99; ++x) {
            QCOMPARE(image.pixelColor(x, 5), QColor(Qt::black));
        }
    }

    void eventsNearEachOtherBecomeOne() {
        WaterfallTrace trace;
        WaterfallSpan span;
        for (const int at : {100, 102, 103, 200}) {
            trace.events.push_back({Duration(at), QStringLiteral("e"), at == 103});
        }
        span.events = {0, 4};
        const auto groups = eventGroups(trace, span, TimeScale{{0ns, 1000ns}, 0, 1000});
        QCOMPARE(groups.size(), std::size_t(2));
        QCOMPARE(groups[0].count, 3u);
        QVERIFY(groups[0].exception);
        QVERIFY(!groups[1].exception);
    }

    void nothingIsPaintedOutsideTheTimeColumnWhenZoomed() {
        Painted p(nullptr, false);
        p.scene.geometry.window = {Duration(1300ms), Duration(1310ms)};
        p.paint();
        const QRectF bar = p.bar("Authorize");
        QCOMPARE(p.at(330, bar.top() + 6), p.theme.surface); // the tree column, left of the splitter
    }

    void hostileTextAndNoServicesDoNotHurt() {
        auto trace = std::make_shared<WaterfallTrace>();
        trace->services = {{QString(20'000, QChar('w')), 3}};
        trace->operations = {QString(20'000, QChar(0x202e))};
        trace->spans.resize(1);
        Painted p(trace);
        p.paint();
        QVERIFY(p.at(700, 410) != QColor(Qt::magenta));
    }

    void aFrameOfAHundredThousandSpansIsFast() {
        for (const auto& trace : {wideTrace(100'000, 9), wideTrace(100'000, 99'999), deepTrace(100'000)}) {
            Painted p(trace);
            p.scene.geometry.area = QRectF(0, 0, 1920, 1080);
            p.image = QImage(1920, 1080, QImage::Format_RGB32);
            std::vector<qint64> times;
            for (int i = 0; i < 15; ++i) {
                p.scene.geometry.scroll = i * 140'000.0;
                p.scene.geometry.window =
                    zoomed(p.scene.geometry.window, 1.2, trace->duration / 3, trace->duration);
                QElapsedTimer clock;
                clock.start();
                p.paint();
                times.push_back(clock.elapsed());
            }
            std::sort(times.begin(), times.end());
            QVERIFY2(times[7] < 50,
                     qPrintable(QString::number(times[7]))); // 8 ms in a release build; room for slow ones
        }
    }
};

QTEST_MAIN(tst_WaterfallPainter)
#include "tst_WaterfallPainter.moc"
