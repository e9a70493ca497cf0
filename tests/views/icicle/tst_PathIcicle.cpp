#include "icicle/PathIcicle.h"
#include "support/CaptureScript.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Shown {
    ScriptedCapture capture;
    CallPathTree tree;

    explicit Shown(const CallPathLimits& limits = {}) {
        CaptureScript script; // twice the same request; two children that run beside each other
        for (const std::string trace : {"1", "2"}) {
            const auto add = [&](const std::string& name, ScriptSpan span) {
                span.trace = trace;
                span.name = name;
                if (!span.parent.empty()) span.parent += trace;
                script.span(name + trace, std::move(span));
            };
            add("root", {.service = "web", .kind = SpanKind::Server, .from = 0, .to = 100});
            add("fast", {.parent = "root", .service = "cart", .from = 0, .to = 60});
            add("slow",
                {.parent = "root", .service = "pay", .status = SpanStatus::Error, .from = 0, .to = 80});
        }
        capture = script.build();
        tree = callPathTreeOf(capture.built.spans, *capture.strings, {}, limits);
    }
    [[nodiscard]] Icicle icicle(PathMeasure measure) const {
        return pathIcicleOf(tree, measure, capture.built.calls, *capture.strings);
    }
    /// "root 0–280 slow 0–160 …", in ms (or spans).
    [[nodiscard]] QString shape(PathMeasure measure) const {
        const Icicle made = icicle(measure);
        const double unit = made.unit == IcicleUnit::Time ? 1e6 : 1;
        QStringList parts;
        for (const IcicleCell& cell : made.cells)
            parts << QStringLiteral("%1 %2-%3")
                         .arg(cell.operation == IcicleCell::none ? "more" : made.operations[cell.operation])
                         .arg(cell.from / unit)
                         .arg(cell.to / unit);
        return parts.join(u' ');
    }
};

} // namespace

class tst_PathIcicle : public QObject {
    Q_OBJECT

private slots:
    void aPathIsAtLeastAsWideAsItsChildren() {
        // 200 ms of root, 160 and 120 below it.
        QCOMPARE(Shown().shape(PathMeasure::TotalTime), QStringLiteral("root 0-280 slow 0-160 fast 160-280"));
    }

    void selfAndCriticalTimesAddUp() {
        QCOMPARE(Shown().shape(PathMeasure::SelfTime), QStringLiteral("root 0-320 slow 0-160 fast 160-280"));
        QCOMPARE(Shown().shape(PathMeasure::CriticalTime),
                 QStringLiteral("root 0-200 slow 0-160 fast 160-160"));
    }

    void spansAreCounted() {
        QCOMPARE(Shown().shape(PathMeasure::Spans), QStringLiteral("root 0-4 slow 0-2 fast 2-4"));
        QCOMPARE(Shown().icicle(PathMeasure::Spans).unit, IcicleUnit::Count);
    }

    void theValueIsWhatTheWidthMeans() {
        const Icicle icicle = Shown().icicle(PathMeasure::SelfTime);
        QCOMPARE(icicle.cells[0].value, 320'000'000);
        QCOMPARE(icicle.cells[1].value, 160'000'000);
        // Its children make it wider than the time it took.
        QCOMPARE(Shown().icicle(PathMeasure::TotalTime).cells[0].value, 200'000'000);
        QCOMPARE(icicle.cells[1].failed, std::uint64_t(2));
        QCOMPARE(icicle.cells[1].spans, std::uint64_t(2));
        QCOMPARE(healthOf(icicle.cells[1]), Health::Failing);
    }

    void theRestHasNoName() {
        const Shown cut({.shown = 2});
        QCOMPARE(cut.shape(PathMeasure::TotalTime), QStringLiteral("root 0-280 slow 0-160 more 160-280"));
        QCOMPARE(cut.icicle(PathMeasure::TotalTime).cells[2].service, IcicleCell::none);
    }
};

QTEST_APPLESS_MAIN(tst_PathIcicle)
#include "tst_PathIcicle.moc"
