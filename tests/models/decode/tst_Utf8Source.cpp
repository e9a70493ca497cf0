#include "decode/Utf8Source.h"

#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

std::string transcoded(std::string_view bytes, std::size_t step) {
    TricklingSource slow(bytes, step);
    Utf8Source source(slow);
    std::string text;
    char buffer[5];
    for (;;) {
        const auto got = source.read(buffer);
        if (!got || *got == 0) return text;
        text.append(buffer, *got);
    }
}

std::string utf16(const QString& text, bool bigEndian) {
    std::string bytes;
    for (const QChar c : text) {
        const auto high = static_cast<char>(c.row());
        const auto low = static_cast<char>(c.cell());
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

class tst_Utf8Source : public QObject {
    Q_OBJECT

private slots:
    void transcodes_data() {
        QTest::addColumn<int>("step");
        for (const int step : {1, 2, 3, 5, 64})
            QTest::addRow("%d bytes at a time", step) << step;
    }
    void transcodes() {
        QFETCH(int, step);
        const auto size = static_cast<std::size_t>(step);
        const QString text = QStringLiteral("{\"a\":\"é€😀\"}");
        const std::string utf8 = text.toStdString();
        QCOMPARE(transcoded(utf8, size), utf8);
        QCOMPARE(transcoded("\xEF\xBB\xBF" + utf8, size), utf8);
        for (const bool bigEndian : {false, true}) {
            QCOMPARE(transcoded(utf16(QChar(0xFEFF) + text, bigEndian), size), utf8);
            QCOMPARE(transcoded(utf16(text, bigEndian), size), utf8); // without a mark
            QCOMPARE(transcoded(utf16(QChar(0xFEFF) + QString(QChar(0xD800)) + 'x', bigEndian), size),
                     std::string("\uFFFDx"));
        }
        QCOMPARE(transcoded("", size), std::string());
        QCOMPARE(transcoded("a", size), std::string("a"));
    }

    void aReplayedHeadComesFirst() {
        TricklingSource rest("world", 2);
        ReplaySource source("hello ", rest);
        std::string text;
        char buffer[4];
        for (auto got = source.read(buffer); got && *got > 0; got = source.read(buffer))
            text.append(buffer, *got);
        QCOMPARE(text, std::string("hello world"));
    }
};

QTEST_APPLESS_MAIN(tst_Utf8Source)
#include "tst_Utf8Source.moc"
