#include "decode/JsonWindow.h"

#include <QTest>

#include <string>

using namespace hallway;

class tst_JsonWindow : public QObject {
    Q_OBJECT

private slots:
    void slidesOverTheStream() {
        const std::string text = "abcdefghij";
        const auto source = memorySource(text);
        JsonWindow window(*source, {4, 8}, {});
        std::string seen;
        while (window.size() > 0 || window.readMore()) {
            seen += window.text().front();
            window.advance(1);
        }
        QCOMPARE(seen, text);
        QCOMPARE(window.offset(), std::uint64_t{10});
        QCOMPARE(window.bytesRead(), std::uint64_t{10});
    }

    void growsToItsMaximumAndNoFurther() {
        const std::string text(100, 'x');
        const auto source = memorySource(text);
        JsonWindow window(*source, {4, 32}, {});
        while (window.readMore()) {
        }
        QCOMPARE(window.size(), std::size_t{32});
        QVERIFY(window.isFull());
        window.advance(31);
        QVERIFY(window.readMore());
    }

    void tellsLines_data() {
        QTest::addColumn<int>("chunk");
        for (const int chunk : {1, 2, 3, 7, 100})
            QTest::addRow("%d", chunk) << chunk;
    }
    void tellsLines() {
        QFETCH(int, chunk);
        const std::string text = "one\ntwo\n\nfour\nfive";
        const auto source = memorySource(text);
        JsonWindow window(*source, {static_cast<std::size_t>(chunk), 1000}, {});
        std::uint64_t line = 1;
        for (const char c : text) {
            if (window.size() == 0) QVERIFY(window.readMore());
            const FilePosition position = window.positionOf(window.offset());
            QCOMPARE(position.line, std::optional(line));
            if (c == '\n') ++line;
            window.advance(1);
        }
    }

    void countsLinesBackwardsToo() {
        const std::string text = "a\nb\nc\n";
        const auto source = memorySource(text);
        JsonWindow window(*source, {}, {});
        QVERIFY(window.readMore());
        QCOMPARE(window.positionOf(5).line, std::optional<std::uint64_t>(3));
        QCOMPARE(window.positionOf(0).line, std::optional<std::uint64_t>(1));
        QCOMPARE(window.positionOf(2).line, std::optional<std::uint64_t>(2));
    }

    void aLineThatIsGoneIsNotGuessed() {
        const std::string text = "a\nb\nc\nd\ne\nf\n";
        const auto source = memorySource(text);
        JsonWindow window(*source, {4, 8}, {});
        while (window.offset() < 10) {
            if (window.size() == 0) QVERIFY(window.readMore());
            window.advance(1);
        }
        QCOMPARE(window.positionOf(0), (FilePosition{0, std::nullopt}));
        QCOMPARE(window.positionOf(10), (FilePosition{10, 6}));
    }

    void stopsWhenCancelled() {
        const auto source = memorySource("abc");
        CancelSource cancel;
        JsonWindow window(*source, {}, cancel.token());
        cancel.cancel();
        QVERIFY(!window.readMore());
        QVERIFY(window.error().has_value());
        QCOMPARE(window.error()->code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(tst_JsonWindow)
#include "tst_JsonWindow.moc"
