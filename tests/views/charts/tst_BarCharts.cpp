#include <QTest>
#include <QWheelEvent>

#include "charts/CallsOverTime.h"
#include "charts/LatencyHistogram.h"

#include <QBarSet>

using namespace hallway;
using namespace std::chrono_literals;

namespace {

/// Three rows: well, mixed, failed.
LatencyBins someLatencies() {
    LatencyBins bins;
    bins.axis = {10ms, 10s, 3};
    bins.calls = {100, 4, 25};
    bins.failed = {0, 2, 25};
    return bins;
}

CallBins someCalls() {
    return {{timestampOf(0), timestampOf(600'000'000'000)}, {10, 0, 5, 20}, {0, 0, 5, 1}};
}

int pixelsOf(const QWidget& widget, const QColor& color) {
    const QImage image = const_cast<QWidget&>(widget).grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
    return count;
}

template <class Chart>
void show(Chart& chart) {
    chart.resize(256, chart.sizeHint().height());
    chart.show();
    QCoreApplication::processEvents();
}

} // namespace

class tst_BarCharts : public QObject {
    Q_OBJECT
private slots:
    void barsHaveTheColoursOfTheTheme_data();
    void barsHaveTheColoursOfTheTheme();
    void onlyFailuresHaveTheColourOfFailure();
    void nothingToShowIsFine();
    void oneBinIsFine();
    void twoHundredBinsComeQuickly();
    void theWheelIsLeftToThePanel();
};

void tst_BarCharts::barsHaveTheColoursOfTheTheme_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void tst_BarCharts::barsHaveTheColoursOfTheTheme() {
    QFETCH(bool, dark);
    const Theme theme = dark ? Theme::dark() : Theme::light();
    LatencyHistogram histogram;
    histogram.setBins(someLatencies());
    histogram.setTheme(theme);
    show(histogram);
    QVERIFY(pixelsOf(histogram, theme.heat[3]) > 500);
    QVERIFY(pixelsOf(histogram, theme.failing) > 300);
    QVERIFY(pixelsOf(histogram, theme.line2) > 50); // the base line
    CallsOverTime overTime;
    overTime.setBins(someCalls(), nullptr);
    overTime.setTheme(theme);
    show(overTime);
    QVERIFY(pixelsOf(overTime, theme.edge) > 500);
    QVERIFY(pixelsOf(overTime, theme.failing) > 100);
}

void tst_BarCharts::onlyFailuresHaveTheColourOfFailure() {
    LatencyBins bins = someLatencies();
    bins.failed = {0, 0, 0};
    LatencyHistogram histogram;
    histogram.setBins(bins);
    show(histogram);
    QCOMPARE(pixelsOf(histogram, Theme::light().failing), 0);
    CallBins calls = someCalls();
    calls.failed = {0, 0, 0, 0};
    CallsOverTime overTime;
    overTime.setBins(calls, nullptr);
    show(overTime);
    QCOMPARE(pixelsOf(overTime, Theme::light().failing), 0);
}

void tst_BarCharts::nothingToShowIsFine() {
    LatencyHistogram histogram;
    histogram.setBins({});
    show(histogram);
    QCOMPARE(pixelsOf(histogram, Theme::light().heat[3]), 0);
    CallsOverTime overTime;
    overTime.setBins({}, nullptr);
    show(overTime);
    QCOMPARE(pixelsOf(overTime, Theme::light().edge), 0);
}

void tst_BarCharts::oneBinIsFine() {
    LatencyHistogram histogram;
    histogram.setBins({{Duration(1), Duration(2), 1}, {7}, {0}});
    show(histogram);
    QVERIFY(pixelsOf(histogram, Theme::light().heat[3]) > 500);
    CallsOverTime overTime;
    overTime.setBins({{timestampOf(5), timestampOf(6)}, {1}, {0}}, nullptr);
    show(overTime);
    QVERIFY(pixelsOf(overTime, Theme::light().edge) > 500);
}

void tst_BarCharts::twoHundredBinsComeQuickly() {
    LatencyBins bins;
    bins.axis = {1ms, 10s, 200};
    for (std::uint32_t i = 0; i < 200; ++i)
        bins.calls.push_back(i), bins.failed.push_back(i / 2);
    QElapsedTimer timer;
    timer.start();
    LatencyHistogram histogram;
    histogram.setBins(bins);
    show(histogram);
    histogram.setBins(bins); // again, with other figures
    QVERIFY(pixelsOf(histogram, Theme::light().failing) > 100);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_BarCharts::theWheelIsLeftToThePanel() {
    LatencyHistogram histogram;
    show(histogram);
    QWheelEvent wheel({10, 10}, {10, 10}, {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(histogram.viewport(), &wheel);
    QVERIFY(!wheel.isAccepted());
    QCOMPARE(histogram.focusPolicy(), Qt::NoFocus);
    QVERIFY(!histogram.accessibleName().isEmpty());
}

QTEST_MAIN(tst_BarCharts)
#include "tst_BarCharts.moc"
