#include <QTest>

#include "decode/SpanPipeline.h"

#include "trace/KnownKeys.h"

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace hallway;

namespace {

/// Takes the text of a span for its name; "bad" is a broken one, "throw" fails as memory would.
class NameReader final : public SpanReader {
public:
    explicit NameReader(SpanBench& bench) : m_bench(bench) {}
    void read(std::string_view bytes, const SpanSlice& slice) override {
        SpanRecord& record = m_bench.assembler.begin(slice);
        if (bytes == "throw") throw std::runtime_error("no memory");
        if (bytes == "bad") {
            m_bench.problems.add(ProblemCode::BrokenRecord, [] { return "a bad one"; });
            m_bench.assembler.drop();
            return;
        }
        record.name = m_bench.strings.intern(bytes);
        record.trace = {1, 1, false};
        record.id = {1, false};
        record.start = timestampOf(1);
        record.end = timestampOf(2);
        m_bench.assembler.keep();
    }

private:
    SpanBench& m_bench;
};

struct Block final : SpanBlock {
    bool closed = true;
    ResourceId resource{3u};
    std::size_t completed = 0;
    [[nodiscard]] bool isClosed() const override { return closed; }
    void complete(SpanRecord& record, const LooseSpan&, const SpanSlice&) override {
        record.resource = resource;
        ++completed;
    }
};

struct Fixture final : SpanSink {
    explicit Fixture(unsigned readers) { context.readers = readers; }
    void accept(SpanBatch batch) override {
        if (std::this_thread::get_id() != thread) strangers = true;
        for (const SpanRecord& span : batch.spans) {
            names.emplace_back(strings.text(span.name));
            resources.push_back(span.resource);
        }
    }
    void add(SpanPipeline& pipeline, std::string_view text, const std::shared_ptr<SpanBlock>& block,
             std::uint64_t offset = 0) {
        SpanSlice slice;
        slice.reader = makeSpanReader<NameReader>;
        slice.scope = ScopeId(0u);
        slice.position.offset = offset;
        pipeline.add(text, slice, block);
    }

    StringPool strings;
    ResourceTable resourceTable;
    ScopeTable scopes;
    ImportProblems problems;
    DecodeContext context{strings, resourceTable, scopes, *this, problems, {}, {}};
    std::thread::id thread = std::this_thread::get_id();
    bool strangers = false;
    std::vector<std::string> names;
    std::vector<ResourceId> resources;
};

} // namespace

class tst_SpanPipeline : public QObject {
    Q_OBJECT

    static void readers() {
        QTest::addColumn<unsigned>("readers");
        for (const unsigned count : {0u, 1u, 4u})
            QTest::addRow("%u", count) << count;
    }

private slots:
    void deliversInTheOrderOfTheFileOnTheWalkingThread_data() { readers(); }
    void deliversInTheOrderOfTheFileOnTheWalkingThread() {
        QFETCH(unsigned, readers);
        Fixture fixture(readers);
        SpanPipeline pipeline(fixture.context);
        const auto block = std::make_shared<Block>();
        for (int i = 0; i < 20'000; ++i)
            fixture.add(pipeline, "span " + std::to_string(i), block);
        QVERIFY(!fixture.names.empty()); // not all at the end
        pipeline.finish();
        QCOMPARE(fixture.names.size(), std::size_t{20'000});
        QCOMPARE(pipeline.count(), std::uint64_t{20'000});
        QVERIFY(!fixture.strangers);
        for (int i = 0; i < 20'000; ++i)
            QCOMPARE(fixture.names[static_cast<std::size_t>(i)], "span " + std::to_string(i));
    }

    void waitsForABlockThatIsStillOpen_data() { readers(); }
    void waitsForABlockThatIsStillOpen() {
        QFETCH(unsigned, readers);
        Fixture fixture(readers);
        SpanPipeline pipeline(fixture.context);
        const auto open = std::make_shared<Block>(), behind = std::make_shared<Block>();
        open->closed = false;
        for (int i = 0; i < 10'000; ++i)
            fixture.add(pipeline, "early", open);
        for (int i = 0; i < 10'000; ++i)
            fixture.add(pipeline, "late", behind);
        QVERIFY(fixture.names.empty());
        open->resource = ResourceId(7u);
        open->closed = true;
        pipeline.finish();
        QCOMPARE(open->completed, std::size_t{10'000});
        QCOMPARE(fixture.resources.size(), std::size_t{20'000});
        QCOMPARE(fixture.resources.front(), ResourceId(7u));
        QCOMPARE(fixture.resources.back(), ResourceId(3u));
        QCOMPARE(fixture.names.back(), std::string("late"));
    }

    void keepsItsOrderAroundGiantSpans_data() { readers(); }
    void keepsItsOrderAroundGiantSpans() {
        QFETCH(unsigned, readers);
        Fixture fixture(readers);
        SpanPipeline pipeline(fixture.context);
        const auto block = std::make_shared<Block>();
        for (int i = 0; i < 4'000; ++i)
            fixture.add(pipeline, i % 1'500 == 700 ? std::string(5u << 20, 'g') : std::to_string(i), block);
        pipeline.finish();
        QCOMPARE(fixture.names.size(), std::size_t{4'000});
        for (std::size_t i = 0; i < 4'000; ++i)
            QCOMPARE(fixture.names[i].size() > 100 ? std::string("giant") : fixture.names[i],
                     i % 1'500 == 700 ? std::string("giant") : std::to_string(i));
    }

    void keepsTheProblemThatStandsFirst_data() { readers(); }
    void keepsTheProblemThatStandsFirst() {
        QFETCH(unsigned, readers);
        Fixture fixture(readers);
        SpanPipeline pipeline(fixture.context);
        const auto block = std::make_shared<Block>();
        for (std::uint64_t i = 0; i < 20'000; ++i)
            fixture.add(pipeline, i % 1000 == 500 ? "bad" : "good", block, i);
        pipeline.finish();
        QCOMPARE(fixture.names.size(), std::size_t{19'980});
        const auto list = fixture.problems.list();
        QCOMPARE(list.size(), std::size_t{1});
        QCOMPARE(list[0].count, std::uint64_t{20});
        QCOMPARE(list[0].position->offset, std::uint64_t{500});
    }

    void endsWithWorkLeft_data() { readers(); }
    void endsWithWorkLeft() {
        QFETCH(unsigned, readers);
        Fixture fixture(readers);
        {
            SpanPipeline pipeline(fixture.context);
            const auto block = std::make_shared<Block>();
            block->closed = false;
            for (int i = 0; i < 20'000; ++i)
                fixture.add(pipeline, "left", block);
        }
        QVERIFY(fixture.names.empty());
    }

    void passesOnWhatAReaderThrows_data() { readers(); }
    void passesOnWhatAReaderThrows() {
        QFETCH(unsigned, readers);
        Fixture fixture(readers);
        SpanPipeline pipeline(fixture.context);
        const auto block = std::make_shared<Block>();
        fixture.add(pipeline, "throw", block);
        QVERIFY_EXCEPTION_THROWN(pipeline.finish(), std::runtime_error);
    }
};

QTEST_APPLESS_MAIN(tst_SpanPipeline)
#include "tst_SpanPipeline.moc"
