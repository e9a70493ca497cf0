// What the pages Failures, Suspects and Shapes say of the sample, an incident that is known well.
#include <QTest>

#include "SessionFolder.h"
#include "items/FailureFindings.h"
#include "items/ShapeFindings.h"
#include "items/SuspectFindings.h"
#include "session/FilterRun.h"

using namespace hallway;
using namespace hallway::test;

namespace {

class Sample {
public:
    Sample()
        : m_outcome(
              m_folder.open({std::string(HALLWAY_SOURCE_DIR "/resources/samples/checkout-incident.jsonl")})) {
    }
    const Capture& operator*() const { return *m_outcome->capture; }

private:
    SessionFolder m_folder;
    Result<OpenOutcome> m_outcome;
};

QStringList textsOf(const Finding& finding) {
    QStringList texts;
    for (const FindingDetail& detail : finding.details)
        texts << detail.text;
    return texts;
}

} // namespace

class tst_Findings : public QObject {
    Q_OBJECT

private slots:
    void theWorstOriginComesFirstWithItsChainAndAFilter() {
        const Sample sample;
        const auto findings = failureFindingsOf(*sample, {}, nullptr);
        QVERIFY(findings.has_value());
        QCOMPARE(findings->size(), std::size_t{4});
        const Finding& worst = findings->front().findings.front();
        QCOMPARE(worst.title, QStringLiteral("api.acquirer.example POST /v2/charges"));
        QCOMPARE(worst.subtitle, QStringLiteral("called by payments · 24 timeout, 3 status 5xx"));
        QCOMPARE(worst.figures,
                 (QStringList{QStringLiteral("27"), QStringLiteral("11"), QStringLiteral("66.7\u00a0%")}));
        QCOMPARE(worst.places.size(), std::size_t{27});
        QCOMPARE(worst.condition,
                 QStringLiteral("edge.caller = \"payments\" && edge.callee = \"api.acquirer.example\" && "
                                "edge.failed = true && name = \"POST /v2/charges\""));
        const QStringList details = textsOf(worst);
        QVERIFY(details.contains(QStringLiteral("Starts on payments → api.acquirer.example")));
        QVERIFY(details.contains(QStringLiteral("Passed on by user → gateway")));
        QVERIFY(details.first().startsWith(QStringLiteral("Swallowed")));
    }

    void exceptionsShowTheirStackTraceAndPathsTheirSteps() {
        const Sample sample;
        const auto findings = failureFindingsOf(*sample, {}, nullptr);
        const Finding& exception = (*findings)[1].findings.front();
        QCOMPARE(exception.title, QStringLiteral("timeout: no answer within <n> s"));
        QCOMPARE(exception.condition, QStringLiteral("event.exception.type = \"timeout\""));
        const Finding& path = (*findings)[2].findings.front();
        QCOMPARE(path.subtitle, QStringLiteral("gateway → checkout → payments →"));
        QCOMPARE(path.details.size(), std::size_t{4});
        QCOMPARE(path.details.back().depth, 3);
    }

    void servicesSayWhetherTheirRequestsStartFailuresOrPassThemOn() {
        const Sample sample;
        const auto findings = failureFindingsOf(*sample, {}, nullptr);
        const FindingSection& services = findings->back();
        const auto payments =
            std::find_if(services.findings.begin(), services.findings.end(),
                         [](const Finding& finding) { return finding.title == QStringLiteral("payments"); });
        QVERIFY(payments != services.findings.end());
        QCOMPARE(payments->figures[0], QStringLiteral("0")); // its acquirer fails first
        QVERIFY(payments->figures[1].toInt() > 0);
        QVERIFY(payments->figures[2].toInt() > 0); // a retry succeeded
    }

    void aCancelledSearchIsAnError() {
        const Sample sample;
        CancelSource source;
        source.cancel();
        QVERIFY(!failureFindingsOf(*sample, {}, nullptr, source.token()).has_value());
    }

    void repeatedCallsAndRetriesAreSuspects() {
        const Sample sample;
        const Findings findings = suspectFindingsOf(*sample, {}, 10);
        const Finding& repeated = findings[0].findings.front();
        QCOMPARE(repeated.title, QStringLiteral("pricing shop.Pricing/Quote"));
        QCOMPARE(repeated.subtitle, QStringLiteral("in cart GET /carts/{id} · one after the other"));
        QCOMPARE(repeated.figures[0], QStringLiteral("×14"));
        QCOMPARE(repeated.figures[1], QStringLiteral("25 of 25"));
        const Finding& retries = findings[1].findings.front();
        QCOMPARE(retries.title, QStringLiteral("payments → api.acquirer.example"));
        QVERIFY(retries.subtitle.startsWith(QStringLiteral("9 failures hidden by a later success")));
        QVERIFY(suspectFindingsOf(*sample, {}, 15)[0].findings.empty());
        QVERIFY(!suspectFindingsOf(*sample, {}, 15)[0].nothing.isEmpty());
    }

    void shapesSayHowTheyDifferFromTheMostFrequent() {
        const Sample sample;
        const Findings findings = shapeFindingsOf(*sample, {});
        const FindingSection& checkout = findings.front();
        QCOMPARE(checkout.title, QStringLiteral("gateway POST /checkout"));
        QCOMPARE(checkout.findings.front().title, QStringLiteral("Most frequent shape"));
        const Finding& second = checkout.findings[1];
        QCOMPARE(second.title, QStringLiteral("− fraud shop.Fraud/Score"));
        QCOMPARE(second.places.size(), std::size_t{2}); // the slowest, the median
        const auto missing =
            std::count_if(second.details.begin(), second.details.end(),
                          [](const auto& line) { return line.tone == FindingDetail::Tone::Missing; });
        QCOMPARE(missing, 1);
    }

    void theFilterOfAShapeNamesItsTracesAndNoOthers() {
        const Sample sample;
        std::size_t shapes = 0, traces = 0;
        for (const FindingSection& section : shapeFindingsOf(*sample, {}))
            for (const Finding& finding : section.findings) {
                const auto match = matchOf(*Filter::parse(finding.condition.toStdString()), *sample);
                QVERIFY(match.has_value());
                QCOMPARE(QString::number(match->traces.count()), finding.figures[0]);
                for (const FindingPlace& place : finding.places)
                    QVERIFY(match->traces.contains(place.trace));
                ++shapes;
                traces += match->traces.count();
            }
        QVERIFY(shapes > 20);
        QCOMPARE(traces, (*sample).spans().traces.size());
    }

    void everyFilterThatIsOfferedFindsItsOwnExample() {
        const Sample sample;
        Findings all = *failureFindingsOf(*sample, {}, nullptr);
        for (Findings& more : std::vector{suspectFindingsOf(*sample, {}, 10), shapeFindingsOf(*sample, {})})
            all.insert(all.end(), more.begin(), more.end());
        int asked = 0;
        for (const FindingSection& section : all)
            for (const Finding& finding : section.findings) {
                if (finding.condition.isEmpty()) continue;
                const auto filter = Filter::parse(finding.condition.toStdString());
                QVERIFY2(filter.has_value(), qPrintable(finding.condition));
                const auto match = matchOf(*filter, *sample);
                QVERIFY(match.has_value());
                const Chosen chosen = chosenBy(*match, FilterMode::WholeTraces, *sample);
                QVERIFY2(chosen.traces.contains(finding.places.front().trace), qPrintable(finding.condition));
                ++asked;
            }
        QVERIFY(asked > 40);
    }

    void theSketchOfAShapeLaysPathsUnderTheOnesTheyContinue() {
        const Sample sample;
        const Findings findings = shapeFindingsOf(*sample, {});
        for (const Finding& shape : findings.front().findings) {
            const auto& cells = shape.sketch;
            QCOMPARE(cells.front().from, 0.0);
            QCOMPARE(cells.front().to, 1.0); // the root is as wide as all
            for (std::size_t i = 1; i < cells.size(); ++i) {
                QVERIFY(cells[i].depth > 0 && cells[i].depth <= cells[i - 1].depth + 1);
                const auto parent =
                    std::find_if(cells.rend() - static_cast<std::ptrdiff_t>(i), cells.rend(),
                                 [&](const FindingCell& cell) { return cell.depth == cells[i].depth - 1; });
                QVERIFY(cells[i].from >= parent->from - 1e-9 && cells[i].to <= parent->to + 1e-9);
            }
        }
        const auto paleIn = [](const Finding& shape) {
            return std::count_if(shape.sketch.begin(), shape.sketch.end(), [](const FindingCell& cell) {
                return cell.tone == FindingCell::Tone::Pale;
            });
        };
        QCOMPARE(paleIn(findings.front().findings[0]), 0);
        QVERIFY(paleIn(findings.front().findings[1]) > 0);
    }

    void anEmptySelectionHasSentencesInsteadOfFindings() {
        const Sample sample;
        const TimeRange never{timestampOf(0), timestampOf(1)};
        const auto findings = failureFindingsOf(*sample, never, nullptr);
        for (const FindingSection& section : *findings) {
            QVERIFY(section.findings.empty());
            QVERIFY(!section.nothing.isEmpty());
        }
        QVERIFY(shapeFindingsOf(*sample, never).empty());
    }
};

QTEST_GUILESS_MAIN(tst_Findings)
#include "tst_Findings.moc"
