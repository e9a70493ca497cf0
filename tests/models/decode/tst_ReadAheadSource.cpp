#include "decode/ReadAheadSource.h"

#include "Decoded.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace hallway;

namespace {

/// Gives its number of bytes, then ends as told; waits while told to, until it is stopped.
class Scripted final : public ByteSource {
public:
    enum class End { Clean, Error, Exception, Blocked };
    Scripted(std::uint64_t bytes, End end, CancelToken stop = {})
        : m_bytes(bytes), m_end(end), m_stop(std::move(stop)) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        if (given < m_bytes) {
            const auto count =
                static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), m_bytes - given));
            for (std::size_t i = 0; i < count; ++i)
                buffer[i] = byteAt(given + i);
            given += count;
            return count;
        }
        if (m_end == End::Clean) return std::size_t{0};
        if (m_end == End::Exception) throw std::runtime_error("thrown");
        while (m_end == End::Blocked && !m_stop.cancelled())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return fail(ErrorCode::FileUnreadable, {"f", "gone"});
    }
    static char byteAt(std::uint64_t at) { return static_cast<char>(at * 2654435761u >> 13); }

    std::atomic<std::uint64_t> given = 0;

private:
    std::uint64_t m_bytes;
    End m_end;
    CancelToken m_stop;
};

} // namespace

class tst_ReadAheadSource : public QObject {
    Q_OBJECT

private slots:
    void givesTheSameBytes_data() {
        QTest::addColumn<quint64>("bytes");
        for (const quint64 bytes : {0u, 1u, 1u << 20, (1u << 20) + 1, 9'000'000u})
            QTest::addRow("%llu bytes", bytes) << bytes;
    }
    void givesTheSameBytes() {
        QFETCH(quint64, bytes);
        Scripted inner(bytes, Scripted::End::Clean);
        ReadAheadSource source(inner, CancelSource());
        std::vector<char> buffer(77'777);
        std::uint64_t at = 0;
        for (;;) {
            const auto got = source.read(buffer);
            QVERIFY(got.has_value());
            if (*got == 0) break;
            for (std::size_t i = 0; i < *got; ++i)
                if (buffer[i] != Scripted::byteAt(at++)) QFAIL("another byte");
        }
        QCOMPARE(at, std::uint64_t{bytes});
        QCOMPARE(source.read(buffer).value(), std::size_t{0}); // and again
    }

    void errorsAndExceptionsComeBehindTheBytes_data() {
        QTest::addColumn<bool>("exception");
        QTest::newRow("error") << false;
        QTest::newRow("exception") << true;
    }
    void errorsAndExceptionsComeBehindTheBytes() {
        QFETCH(bool, exception);
        Scripted inner(3'000'000, exception ? Scripted::End::Exception : Scripted::End::Error);
        ReadAheadSource source(inner, CancelSource());
        std::vector<char> buffer(500'000);
        std::uint64_t bytes = 0;
        auto got = source.read(buffer);
        for (; got; got = source.read(buffer))
            bytes += *got;
        QCOMPARE(bytes, std::uint64_t{3'000'000});
        QCOMPARE(got.error().code, exception ? ErrorCode::Internal : ErrorCode::FileUnreadable);
        QCOMPARE(got.error().arguments.back(), std::string(exception ? "thrown" : "gone"));
        QVERIFY(!source.read(buffer).has_value()); // and again
    }

    void readsOnlyAFewBuffersAhead() {
        Scripted inner(std::uint64_t{1} << 40, Scripted::End::Clean);
        {
            ReadAheadSource source(inner, CancelSource());
            char byte[1];
            QCOMPARE(source.read(byte).value(), std::size_t{1});
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
        } // destroyed while its thread waits for room
        QVERIFY(inner.given <= std::uint64_t{5} << 20);
    }

    void canBeDestroyedUnread() {
        for (int i = 0; i < 50; ++i) {
            Scripted inner(std::uint64_t{1} << 40, Scripted::End::Clean);
            const ReadAheadSource source(inner, CancelSource());
        }
    }

    void stoppingReachesAReadThatLasts() {
        CancelSource stop;
        Scripted inner(0, Scripted::End::Blocked, stop.token());
        ReadAheadSource source(inner, stop);
        source.stop();
        source.stop();
        char byte[1];
        QCOMPARE(source.read(byte).error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(tst_ReadAheadSource)
#include "tst_ReadAheadSource.moc"
