#include "session/SpanLinks.h"

#include "SessionFolder.h"
#include "support/LinkedTraces.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

SpanRow named(const Capture& capture, std::string_view name) {
    for (std::size_t row = 0; row < capture.spans().size(); ++row)
        if (capture.strings().text(capture.spans().name[row]) == name) return SpanRow(row);
    return {};
}

} // namespace

class tst_SpanLinks : public QObject {
    Q_OBJECT

private slots:
    void linksAreKnownFromBothEnds() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", linkedTraces())});
        const Capture& capture = *outcome->capture;
        const auto links = SpanLinks::of(capture);
        QVERIFY(links.has_value());
        const SpanRow process = named(capture, "process");
        const SpanRow publish = named(capture, "publish");
        const auto away = links->from(process);
        QCOMPARE(away.size(), std::size_t(2));
        QVERIFY(away[0].to == publish);
        QVERIFY(!away[1].to.valid()); // its trace is not there
        QCOMPARE(away[1].traceId, std::string(32, 'c'));
        QVERIFY(links->to(publish) == std::vector<SpanRow>{process});
        QCOMPARE(links->countTo(publish), 1u);
        QVERIFY(links->from(publish).empty());
        QVERIFY(links->to(process).empty());
    }

    void aCaptureWithoutLinksHasNone() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(3))});
        const auto links = SpanLinks::of(*outcome->capture);
        QVERIFY(links.has_value());
        for (std::size_t row = 0; row < outcome->capture->spans().size(); ++row) {
            QVERIFY(links->from(SpanRow(row)).empty());
            QCOMPARE(links->countTo(SpanRow(row)), 0u);
        }
    }

    void readingIsCancelled() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", linkedTraces())});
        CancelSource source;
        source.cancel();
        const auto links = SpanLinks::of(*outcome->capture, source.token());
        QVERIFY(!links.has_value());
        QCOMPARE(links.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(tst_SpanLinks)
#include "tst_SpanLinks.moc"
