#include "SampleGraphs.h"

#include "layout/LayeredFallback.h"
#include "layout/LayoutEngine.h"

#include <QTest>

using namespace hallway;

namespace {

/// Answers what it was told to.
class Answering final : public LayoutEngine {
public:
    explicit Answering(Result<GraphLayout> answer) : m_answer(std::move(answer)) {}
    Result<GraphLayout> layout(const LayoutRequest&, std::chrono::milliseconds,
                               const CancelToken&) const override {
        return m_answer;
    }

private:
    Result<GraphLayout> m_answer;
};

} // namespace

class tst_LayoutEngine : public QObject {
    Q_OBJECT
private slots:
    void theEnginesLayoutIsTaken();
    void theFallbackDrawsAndSaysWhy_data();
    void theFallbackDrawsAndSaysWhy();
    void cancelledIsNotDrawn();
    void aRequestOutOfRangeIsNotDrawn();
};

void tst_LayoutEngine::theEnginesLayoutIsTaken() {
    GraphLayout answer;
    answer.size = {1, 2};
    const auto layout =
        layoutWithFallback(Answering(answer), samples::graph(1, {}), LayoutPatience::window, {});
    QVERIFY(layout);
    QCOMPARE(*layout, answer);
}

void tst_LayoutEngine::theFallbackDrawsAndSaysWhy_data() {
    QTest::addColumn<int>("code");
    for (const ErrorCode code :
         {ErrorCode::LayoutTimedOut, ErrorCode::LayoutFailed, ErrorCode::HelperMissing})
        QTest::addRow("%d", int(code)) << int(code);
}

void tst_LayoutEngine::theFallbackDrawsAndSaysWhy() {
    QFETCH(int, code);
    const Error why{ErrorCode(code), {"5"}, std::nullopt};
    const LayoutRequest request = samples::graph(2, {{0, 1}});
    const auto layout = layoutWithFallback(Answering(fail(why)), request, LayoutPatience::window, {});
    QVERIFY(layout);
    QCOMPARE(layout->engine, LayoutEngineUsed::Layered);
    QCOMPARE(*layout->fallbackReason, why);
    QCOMPARE(layout->nodes, layeredLayout(request).nodes);
}

void tst_LayoutEngine::cancelledIsNotDrawn() {
    const auto layout = layoutWithFallback(Answering(fail(ErrorCode::Cancelled)), samples::graph(1, {}),
                                           LayoutPatience::window, {});
    QCOMPARE(layout.error().code, ErrorCode::Cancelled);
}

void tst_LayoutEngine::aRequestOutOfRangeIsNotDrawn() {
    const auto layout = layoutWithFallback(Answering(fail(ErrorCode::LayoutTimedOut)),
                                           samples::graph(1, {{0, 1}}), LayoutPatience::window, {});
    QCOMPARE(layout.error().code, ErrorCode::LayoutFailed);
}

QTEST_APPLESS_MAIN(tst_LayoutEngine)
#include "tst_LayoutEngine.moc"
