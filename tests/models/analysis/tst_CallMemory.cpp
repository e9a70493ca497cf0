// What call building takes at its peak, as the system counts it.
#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "ManySpans.h"

#include <fstream>
#include <optional>
#include <string>

using namespace hallway;
using namespace hallway::test;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true; // sanitizers keep memory of their own
#else
constexpr bool isSanitized = false;
#endif

/// A figure of this process in bytes: VmRSS = in memory now, VmHWM = at most so far.
std::optional<std::size_t> memoryOf(const std::string& figure) {
    std::ifstream status("/proc/self/status");
    std::string word;
    std::size_t kibibytes = 0;
    while (status >> word)
        if (word == figure + ":" && status >> kibibytes) return kibibytes * 1024;
    return std::nullopt;
}

/// VmHWM begins anew at VmRSS.
bool forgetPeak() {
    std::ofstream request("/proc/self/clear_refs");
    request << "5" << std::flush;
    return request.good();
}

} // namespace

class TestCallMemory : public QObject {
    Q_OBJECT

private slots:
    void importedSpansAndBuildingStayLean() {
        constexpr std::size_t spans = 400'000;
        if (isSanitized || !memoryOf("VmHWM")) QSKIP("memory cannot be told here");
        ManySpans capture({.spans = spans, .spansPerTrace = 20, .oddities = false});
        if (!forgetPeak()) QSKIP("the peak cannot be reset here");
        const std::size_t before = *memoryOf("VmRSS");
        CallInput input = capture.input();
        const std::size_t imported = *memoryOf("VmRSS") - before;
        const auto built = buildCalls(std::move(input), {}, 2);
        const std::size_t peak = *memoryOf("VmHWM") - before;
        QVERIFY(built->calls.size() * 2 > spans);
        QVERIFY2(imported <= 70 * spans, std::to_string(imported / spans).c_str());
        QVERIFY2(peak <= 125 * spans, std::to_string(peak / spans).c_str());
    }
};

QTEST_APPLESS_MAIN(TestCallMemory)
#include "tst_CallMemory.moc"
