#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "trace/Event.h"

#include <string>

using namespace hallway;

class tst_Event : public QObject {
    Q_OBJECT

private slots:
    void eventsComeBack() {
        std::string packed;
        appendEvent(packed, {timestampOf(-5), StringId(3u), 0, ""});
        appendEvent(packed, {timestampOf(1700000000123456789), StringId(0u), 7, "abc"});
        std::string_view rest = packed;
        const auto first = takeEvent(rest);
        QVERIFY(first.has_value());
        QCOMPARE(nanosecondsOf(first->time), std::int64_t{-5});
        QCOMPARE(first->name, StringId(3u));
        const auto second = takeEvent(rest);
        QVERIFY(second.has_value());
        QCOMPARE(nanosecondsOf(second->time), std::int64_t{1700000000123456789});
        QCOMPARE(second->droppedCount, 7u);
        QCOMPARE(std::string(second->attributes), std::string("abc"));
        QVERIFY(!takeEvent(rest));
    }

    void linksComeBack() {
        StringPool strings;
        std::string packed;
        const Link plain{{1, 2, false}, {3, false}, StringId(0u), "x"};
        const Link opaque{
            TraceId::opaqueText(strings.intern("t")), SpanId::opaqueText(strings.intern("s")), {}, ""};
        appendLink(packed, plain);
        appendLink(packed, opaque);
        std::string_view rest = packed;
        const auto first = takeLink(rest);
        QVERIFY(first && first->trace == plain.trace && first->span == plain.span);
        QCOMPARE(std::string(first->attributes), std::string("x"));
        const auto second = takeLink(rest);
        QVERIFY(second && second->trace == opaque.trace && second->span == opaque.span);
        QCOMPARE(second->traceState, StringId(0u)); // none is the empty text
        QVERIFY(!takeLink(rest));
    }

    void cutBytesGiveNothing() {
        std::string event;
        appendEvent(event, {timestampOf(5), StringId(300u), 1, "abcdef"});
        std::string link;
        appendLink(link, {{1, 2, false}, {3, false}, StringId(300u), "abcdef"});
        for (std::size_t size = 0; size < event.size(); ++size) {
            std::string_view rest = std::string_view(event).substr(0, size);
            QVERIFY(!takeEvent(rest));
        }
        for (std::size_t size = 0; size < link.size(); ++size) {
            std::string_view rest = std::string_view(link).substr(0, size);
            QVERIFY(!takeLink(rest));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Event)
#include "tst_Event.moc"
