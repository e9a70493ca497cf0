// What call building takes at its peak, counted where memory is handed out.
#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "ManySpans.h"

#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

std::atomic<std::size_t> held{0}, mostHeld{0};

void* take(std::size_t size) {
    void* const memory = std::malloc(size);
    if (!memory) throw std::bad_alloc();
    const std::size_t now = held += malloc_usable_size(memory);
    std::size_t most = mostHeld.load();
    while (most < now && !mostHeld.compare_exchange_weak(most, now)) {
    }
    return memory;
}

void giveBack(void* memory) {
    if (memory) held -= malloc_usable_size(memory);
    std::free(memory);
}

} // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void operator delete(void* memory) noexcept { giveBack(memory); }
void operator delete[](void* memory) noexcept { giveBack(memory); }
void operator delete(void* memory, std::size_t) noexcept { giveBack(memory); }
void operator delete[](void* memory, std::size_t) noexcept { giveBack(memory); }

using namespace hallway;
using namespace hallway::test;

class TestCallMemory : public QObject {
    Q_OBJECT

private slots:
    void importedSpansAndBuildingStayLean() {
        constexpr std::size_t spans = 300'000;
        ManySpans capture({.spans = spans, .spansPerTrace = 20, .oddities = false});
        const std::size_t before = held;
        CallInput input = capture.input();
        const std::size_t inputBytes = held - before;
        mostHeld = held.load();
        const auto built = buildCalls(std::move(input));
        const std::size_t peak = mostHeld - before;
        QVERIFY(built->calls.size() * 2 > spans);
        QVERIFY2(inputBytes <= 70 * spans, std::to_string(inputBytes / spans).c_str());
        QVERIFY2(peak <= 120 * spans, std::to_string(peak / spans).c_str());
    }
};

QTEST_APPLESS_MAIN(TestCallMemory)
#include "tst_CallMemory.moc"
