#include "CaptureText.h"
#include "SampleCapture.h"
#include "store/CaptureReader.h"
#include "store/Publish.h"

#include <QTest>

#include <atomic>
#include <filesystem>
#include <thread>

using namespace hallway;
using namespace hallway::test;

class TestCaptureReader : public QObject {
    Q_OBJECT

private slots:
    void givesBackEveryColumn() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        QVERIFY(reader.has_value());
        const auto capture = (*reader)->load();
        QVERIFY(capture.has_value());
        QCOMPARE(textOf(capture->spans, capture->calls), textOf(sample.spans, sample.calls));
        QVERIFY(capture->sources == sample.sources);
        QVERIFY(capture->summary == sample.summary);
        QCOMPARE(capture->strings->size(), sample.strings->size());
        for (std::size_t i = 0; i < sample.strings->size(); ++i)
            QVERIFY(capture->strings->text(StringId(i)) == sample.strings->text(StringId(i)));
        QCOMPARE((*reader)->fingerprint(), std::string("0123abcd"));
        QCOMPARE((*reader)->resources().size(), std::size_t{2});
        QVERIFY(capture->strings->text((*reader)->resources()[ResourceId(1u)].serviceName) == "cart");
        QCOMPARE((*reader)->scopes().size(), std::size_t{1});
    }

    void givesEverythingASpanHad() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        QVERIFY(reader.has_value());
        const auto details =
            (*reader)->details(StoreRow(5u), *sample.strings); // cart of trace 1, which failed
        QVERIFY(details.has_value());
        QCOMPARE(details->row, StoreRow(5u));
        QCOMPARE(details->source, SourceId(0u));
        QCOMPARE(details->parentId, std::string("abc0000000000004"));
        QCOMPARE(details->statusMessage, std::string("no more carts"));
        QCOMPARE(details->traceState, std::string("es=s:1"));
        QCOMPARE(details->scopeName, std::string("http-instrumentation"));
        QCOMPARE(details->scopeVersion, std::string("1.2.3"));
        QCOMPARE(details->droppedCount, 2u);
        QCOMPARE(details->scope.size(), std::size_t{1});
        QCOMPARE(details->resource.size(), std::size_t{3});
        QCOMPARE(details->resource[2].text, std::string("cart-host"));

        const std::vector<NamedValue> expected{{"http.route", ValueType::Text, 0, 0, "/cart/{id}"},
                                               {"http.response.status_code", ValueType::Int, 503, 0, "503"},
                                               {"load", ValueType::Double, 0, 0.25, "0.25"},
                                               {"cached", ValueType::False, 0, 0, "false"},
                                               {"nothing", ValueType::Null, 0, 0, ""},
                                               {"raw", ValueType::Bytes, 0, 0, "AP8="},
                                               {"tags", ValueType::Json, 0, 0, R"(["a","b"])"},
                                               {"user.id", ValueType::Text, 0, 0, "user-5"}};
        QVERIFY(details->attributes == expected);
        QCOMPARE(details->events.size(), std::size_t{1});
        QCOMPARE(details->events[0].name, std::string("exception"));
        QCOMPARE(nanosecondsOf(details->events[0].time), SampleCapture::origin + 1'021'000'000);
        QCOMPARE(details->events[0].droppedCount, 1u);
        QCOMPARE(details->events[0].attributes[0].text, std::string("TimeoutError"));
        QCOMPARE(details->links.size(), std::size_t{1});
        QCOMPARE(details->links[0].traceId, std::string("01020304050607080000000000000001"));
        QCOMPARE(details->links[0].spanId, std::string("abc0000000000000"));
        QCOMPARE(details->links[0].traceState, std::string("vendor=1"));
    }

    void givesOpaqueParentIdsAsTheyWere() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        const auto details = (*reader)->details(StoreRow(10u), *sample.strings);
        QVERIFY(details.has_value());
        QCOMPARE(details->parentId, std::string("span-9"));
    }

    void givesSeveralSpansInTheOrderAsked() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        const std::vector<StoreRow> rows{StoreRow(7u), StoreRow(0u), StoreRow(7u)};
        const auto details = (*reader)->details(rows, *sample.strings);
        QVERIFY(details.has_value());
        QCOMPARE(details->size(), std::size_t{3});
        QCOMPARE((*details)[0].row, StoreRow(7u));
        QCOMPARE((*details)[1].row, StoreRow(0u));
        QCOMPARE(textOf((*details)[2]), textOf((*details)[0]));
    }

    void refusesARowThatIsNotThere() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        const auto details = (*reader)->details(StoreRow(12u), *sample.strings);
        QVERIFY(!details.has_value());
        QCOMPARE(details.error().code, ErrorCode::CacheDamaged);
    }

    void readsACaptureWithoutSpans() {
        const ScratchFolder folder;
        const SampleCapture sample(0);
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        QVERIFY(reader.has_value());
        const auto capture = (*reader)->load();
        QVERIFY(capture.has_value());
        QCOMPARE(capture->spans.size(), std::size_t{0});
        QVERIFY(!capture->summary.start.has_value());
    }

    void keepsColumnsOfSeveralParts() {
        const ScratchFolder folder;
        const SampleCapture sample(180'000); // 540,000 spans: 8-byte columns take more than one part of 4 MiB
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        QVERIFY(reader.has_value());
        const auto capture = (*reader)->load();
        QVERIFY(capture.has_value());
        QVERIFY(textOf(capture->spans, capture->calls) == textOf(sample.spans, sample.calls));
    }

    void keepsBytesUnderAName() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        QCOMPARE((*reader)->blob("graph")->value(), std::string("figures\0of edges", 16));
        QVERIFY(!(*reader)->blob("layout")->has_value());
        QVERIFY((*reader)->putBlob("layout", "first").has_value());
        QVERIFY((*reader)->putBlob("layout", "second").has_value());
        QVERIFY((*reader)->putBlob("empty", "").has_value());
        QCOMPARE((*reader)->blob("layout")->value(), std::string("second"));
        QCOMPARE((*reader)->blob("empty")->value(), std::string());
        QVERIFY((*reader)->load().has_value());
        QCOMPARE(CaptureReader::open(folder.file("a")).value()->blob("layout")->value(),
                 std::string("second"));
    }

    void failsToKeepBytesInAFileThatIsGone() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        std::filesystem::remove(folder.file("a"));
        QVERIFY(!(*reader)->putBlob("layout", "x").has_value());
        QVERIFY((*reader)->load().has_value()); // what is open stays readable
    }

    void writesNothingThroughALink() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("elsewhere")).has_value());
        const std::string before = readAll(folder.file("elsewhere"));
        std::filesystem::create_symlink(folder.file("elsewhere"), folder.file("link"));
        const auto reader = CaptureReader::open(folder.file("link"));
        QVERIFY(reader.has_value());
        QVERIFY(!(*reader)->putBlob("layout", "x").has_value());
        QVERIFY(readAll(folder.file("elsewhere")) == before);
    }

    void goesOnReadingWhatItOpenedWhenAnotherTakesItsPlace() {
        const ScratchFolder folder;
        const SampleCapture sample, larger(8);
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        QVERIFY(larger.writeTo(folder.file("b")).has_value());
        QVERIFY(publish(folder.file("b"), folder.file("a")).has_value());
        QCOMPARE((*reader)->load()->spans.size(), std::size_t{12});
        QCOMPARE(CaptureReader::open(folder.file("a")).value()->load()->spans.size(), std::size_t{24});
    }

    void copiesItselfToAFile() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        writeAll(folder.file("x.hallway"), "something older");
        const auto reader = CaptureReader::open(folder.file("a"));
        QVERIFY((*reader)->exportTo(folder.file("x.hallway")).has_value());
        QCOMPARE(textOfCapture(folder.file("x.hallway"), "graph").value(),
                 textOfCapture(folder.file("a"), "graph").value());
        const std::filesystem::directory_iterator files(folder.path());
        QCOMPARE(std::distance(begin(files), end(files)), 2);
    }

    void leavesTheTargetOfAFailedCopyAlone() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        const auto nowhere = (*reader)->exportTo(folder.file("no/such/folder.hallway"));
        QVERIFY(!nowhere.has_value());
        QCOMPARE(nowhere.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(nowhere.error().arguments.front(), folder.file("no/such/folder.hallway"));

        writeAll(folder.file("x"), "something older");
        CancelSource cancel;
        cancel.cancel();
        QCOMPARE((*reader)->exportTo(folder.file("x"), cancel.token()).error().code, ErrorCode::Cancelled);
        QCOMPARE(readAll(folder.file("x")), std::string("something older"));
    }

    void endsLoadingWhenCancelled() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        CancelSource cancel;
        cancel.cancel();
        const auto capture = (*reader)->load(cancel.token());
        QVERIFY(!capture.has_value());
        QCOMPARE(capture.error().code, ErrorCode::Cancelled);
        QVERIFY((*reader)->details(StoreRow(1u), *sample.strings).has_value());
        QVERIFY((*reader)->load().has_value());
    }

    void servesManyThreads() {
        const ScratchFolder folder;
        const SampleCapture sample(50);
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        std::atomic<int> failures = 0;
        std::vector<std::thread> threads;
        for (std::uint32_t thread = 0; thread < 4; ++thread)
            threads.emplace_back([&, thread] {
                for (std::uint32_t row = thread; row < 150; ++row) {
                    const auto details = (*reader)->details(StoreRow(row), *sample.strings);
                    if (!details || details->row != StoreRow(row)) ++failures;
                    if (row % 50 == 0 && !(*reader)->putBlob("t" + std::to_string(thread), "x")) ++failures;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
    }

    void saysWhatIsNotThere() {
        const ScratchFolder folder;
        QCOMPARE(CaptureReader::open(folder.file("none")).error().code, ErrorCode::FileNotFound);
        QCOMPARE(CaptureReader::open(folder.path()).error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_APPLESS_MAIN(TestCaptureReader)
#include "tst_CaptureReader.moc"
