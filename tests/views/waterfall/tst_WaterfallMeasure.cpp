#include "CheckoutTrace.h"
#include "waterfall/WaterfallMeasure.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;
using std::chrono::milliseconds;

class tst_WaterfallMeasure : public QObject {
    Q_OBJECT
private slots:
    void spansThatRunWithinAreCountedByService() {
        const CheckoutTrace checkout = checkoutTrace();
        // GetCart 31 … 514 with its fourteenth quote, 473 … 502, and what is above them.
        const MeasuredSpans within =
            spansWithin(*checkout.trace, TreeSpan::none, {milliseconds(480), milliseconds(500)});
        QCOMPARE(within.spans, 4u);
        QCOMPARE(within.services.size(), std::size_t(4));
        QCOMPARE(within.services[0].spans, 1u);
    }

    void touchingIsNotOverlapping() {
        const CheckoutTrace checkout = checkoutTrace();
        const std::uint32_t cart = checkout.indexOf("GetCart");
        // The second quote ends at 108, the third begins at 110.
        QCOMPARE(spansWithin(*checkout.trace, cart, {milliseconds(108), milliseconds(110)}).spans, 1u);
        QCOMPARE(spansWithin(*checkout.trace, cart, {milliseconds(107), milliseconds(111)}).spans, 3u);
    }

    void aSpanWithoutLengthRunsWhereItLies() {
        WaterfallTrace trace = *checkoutTrace().trace;
        const std::uint32_t score = checkoutTrace().indexOf("Score");
        trace.spans[score].start = trace.spans[score].end = milliseconds(4000);
        QCOMPARE(spansWithin(trace, TreeSpan::none, {milliseconds(4000), milliseconds(4001)}).spans, 1u);
        QCOMPARE(spansWithin(trace, TreeSpan::none, {milliseconds(4001), milliseconds(4002)}).spans, 0u);
    }

    void theTextNamesTheThreeBusiestServices() {
        const CheckoutTrace checkout = checkoutTrace();
        const QStringList text =
            measureText(*checkout.trace, TreeSpan::none, {milliseconds(0), milliseconds(3340)});
        QCOMPARE(text[0], QStringLiteral("3.34\u00a0s"));
        QCOMPARE(text[1],
                 QStringLiteral("27 spans overlap: pricing 14 · payments 4 · inventory 3 · 5 more services"));
        QCOMPARE(measureText(*checkout.trace, TreeSpan::none, {milliseconds(5000), milliseconds(6000)})[1],
                 QStringLiteral("0 spans overlap"));
    }
};

QTEST_APPLESS_MAIN(tst_WaterfallMeasure)
#include "tst_WaterfallMeasure.moc"
