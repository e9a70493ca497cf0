#include <QTest>

#include "gui/FuzzyMatch.h"
#include "gui/PaletteModel.h"

using namespace hallway;

class tst_FuzzyMatch : public QObject {
    Q_OBJECT

private slots:
    void lettersMustOccurInTheirOrder() {
        QVERIFY(fuzzyMatch(u"exwf", u"Export waterfall"));
        QVERIFY(!fuzzyMatch(u"wfex", u"Export waterfall"));
        QVERIFY(!fuzzyMatch(u"export waterfalls", u"Export waterfall"));
    }

    void begins_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qsizetype>>("at");
        QTest::newRow("begins of words before letters inside") // the "w" of "view" comes first
            << "w"
            << "view waterfall" << QList<qsizetype>{5};
        QTest::newRow("letters that adjoin") << "fall"
                                             << "flat calls fall" << QList<qsizetype>{11, 12, 13, 14};
        QTest::newRow("begins of two words") << "nf"
                                             << "Next unfailing failure" << QList<qsizetype>{0, 15};
        QTest::newRow("spaces and case are of no matter") << "N F"
                                                          << "next failure" << QList<qsizetype>{0, 5};
        QTest::newRow("humps are begins") << "gw"
                                          << "xgwGateWay" << QList<qsizetype>{3, 7};
        QTest::newRow("nothing typed") << " "
                                       << "anything" << QList<qsizetype>{};
    }
    void begins() {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QFETCH(QList<qsizetype>, at);
        const auto match = fuzzyMatch(query, text);
        QVERIFY(match);
        QCOMPARE(match->at, at);
    }

    void everyFoundLetterIsTheOneTyped() {
        const QString text = QStringLiteral("api.acquirer.example / payments-eu-west-1");
        for (qsizetype from = 0; from < text.size(); ++from) {
            QString query;
            for (qsizetype i = from; i < text.size(); i += 1 + from % 4)
                if (!text[i].isSpace()) query += text[i];
            const auto match = fuzzyMatch(query, text);
            QVERIFY2(match, qPrintable(query));
            QString spelled;
            for (const qsizetype at : match->at)
                spelled += text[at];
            QCOMPARE(spelled, query);
            QVERIFY(std::is_sorted(match->at.begin(), match->at.end()));
        }
    }

    void longTextsAreBounded() {
        const QString text = QString(100'000, u'a');
        QVERIFY(fuzzyMatch(QString(64, u'a'), text));
        QVERIFY(!fuzzyMatch(u"ab", text + u'b')); // beyond what is looked at
        QVERIFY(fuzzyMatch(QString(70, u'a'), QString(65, u'a')));
    }

    void betterMatchesComeFirstAndPlacesCountLess() {
        const std::vector<PaletteEntry> entries{{"Export waterfall", "File", {}, false, {}},
                                                {"Fold", "Waterfall", {}, false, {}},
                                                {"Waterfall and heatmap", "View", {}, false, {}}};
        const auto rows = rankedRows(entries, QStringLiteral("waterf"));
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].entry.text, QStringLiteral("Waterfall and heatmap"));
        QCOMPARE(rows[1].entry.text, QStringLiteral("Export waterfall"));
        QCOMPARE(rows[2].entry.text, QStringLiteral("Fold"));
        QVERIFY(rows[2].match.at.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_FuzzyMatch)
#include "tst_FuzzyMatch.moc"
