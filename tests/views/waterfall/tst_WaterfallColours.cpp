#include "CheckoutTrace.h"
#include "waterfall/WaterfallColours.h"
#include "waterfall/WaterfallMinimap.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// As many values as there are spans in `counts`, each so often; the last span has none.
WaterfallValues valuesOf(const std::vector<std::uint32_t>& counts) {
    WaterfallValues values;
    values.key = QStringLiteral("span.shard");
    for (std::uint32_t value = 0; value < counts.size(); ++value) {
        values.values.push_back(QString::number(value));
        values.spans.push_back(counts[value]);
        values.valueOf.insert(values.valueOf.end(), counts[value], value);
    }
    values.valueOf.push_back(WaterfallValues::absent);
    return values;
}

} // namespace

class tst_WaterfallColours : public QObject {
    Q_OBJECT
private slots:
    void byServiceTheTraceKnows() {
        const CheckoutTrace checkout = checkoutTrace();
        const WaterfallSpan& cart = checkout.trace->spans[checkout.indexOf("GetCart")];
        QCOMPARE(std::uint32_t(WaterfallColours{}.of(*checkout.trace, checkout.indexOf("GetCart"))),
                 checkout.trace->services[cart.service].colour);
        QVERIFY(WaterfallColours{}.legend.empty());
    }

    void byStatusOnlyFailuresAreColoured() {
        const CheckoutTrace checkout = checkoutTrace();
        const WaterfallColours colours = coloursByStatus(*checkout.trace);
        QCOMPARE(colours.codes[checkout.indexOf("Score")], colour::neutral);
        QCOMPARE(colours.codes[checkout.indexOf("Authorize")], colour::passedOn);
        QCOMPARE(colours.codes[checkout.indexOf("POST  api.acquirer.example")], colour::failed);
        QCOMPARE(colours.legend.size(), std::size_t(3));
        QCOMPARE(colours.legend[0].spans, 3u);
        QCOMPARE(colours.legend[1].spans, 3u);
        QCOMPARE(colours.legend[2].spans, 21u);
    }

    void byValueTheMostFrequentHaveAColourOfTheirOwn() {
        const WaterfallColours colours = coloursByValue(valuesOf({9, 8, 7, 6, 5, 4, 3, 3, 3, 3, 3, 2, 1}));
        QCOMPARE(colours.codes.front(), ColourCode(0));
        QCOMPARE(colours.codes[9], ColourCode(1));
        QCOMPARE(colours.codes[54], colour::other); // the twelfth value
        QCOMPARE(colours.codes.back(), colour::neutral);
        QCOMPARE(colours.legend.size(), std::size_t(13)); // eleven, the others, none
        QCOMPARE(colours.legend[11].text, QStringLiteral("2 other values"));
        QCOMPARE(colours.legend[11].spans, 3u);
        QCOMPARE(colours.legend[12].spans, 1u);
    }

    void aFoldOfDifferentValuesHasNoColour() {
        const CheckoutTrace checkout = checkoutTrace();
        const WaterfallRows rows = waterfallRowsOf(*checkout.trace, {});
        WaterfallColours colours = coloursByStatus(*checkout.trace);
        const std::uint32_t quote = checkout.indexOf("Quote");
        std::fill_n(colours.codes.begin() + quote, 14, ColourCode(3));
        QCOMPARE(rowColours(*checkout.trace, rows, colours)[rows.rowOfSpan[quote]], ColourCode(3));
        colours.codes[quote + 13] = 4;
        QCOMPARE(rowColours(*checkout.trace, rows, colours)[rows.rowOfSpan[quote]], colour::neutral);
    }

    void everyCodeHasAColourInBothThemes() {
        for (const Theme& theme : {Theme::light(), Theme::dark()}) {
            for (ColourCode code = 0; code <= colour::failed; ++code) {
                QVERIFY(colourOf(code, theme).isValid());
                QVERIFY(colourOf(code, theme) != theme.surface);
            }
        }
    }

    void theMinimapTakesThemToo() {
        const CheckoutTrace checkout = checkoutTrace();
        const WaterfallRows rows = waterfallRowsOf(*checkout.trace, {});
        const std::vector<ColourCode> all(rows.size(), colour::neutral);
        const WaterfallMinimap map = minimapOf(*checkout.trace, rows, 100, 30, &all);
        QCOMPARE(map.at(50, 0), std::uint8_t(1 + colour::neutral));
    }
};

QTEST_APPLESS_MAIN(tst_WaterfallColours)
#include "tst_WaterfallColours.moc"
