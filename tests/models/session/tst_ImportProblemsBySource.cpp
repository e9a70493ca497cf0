#include "SessionFolder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

std::uint64_t countOf(const Source& source, ProblemCode code) {
    for (const Problem& problem : source.problems)
        if (problem.code == code) return problem.count;
    return 0;
}

} // namespace

/// Problems that only show when all spans are known are said of the file that holds the span.
class TestImportProblemsBySource : public QObject {
    Q_OBJECT

private slots:
    void spansThatNameThemselvesAsParent() {
        verify(lineOf({.id = 5, .parent = 5}), ProblemCode::SelfParent, 1);
    }

    void parentsThatFormACircle() {
        verify(linesOf({{.id = 5, .parent = 6, .start = 3}, {.id = 6, .parent = 5, .start = 1}}),
               ProblemCode::ParentCycle, 1);
    }

    void differentSpansUnderOneId() {
        verify(linesOf({{.trace = 9, .id = 5, .kind = 1, .start = 1},
                        {.trace = 9, .id = 5, .kind = 1, .start = 2},
                        {.trace = 9, .id = 5, .kind = 1, .start = 3}}),
               ProblemCode::IdCollision, 2);
    }

    void areKeptWithTheCapture() {
        const SessionFolder folder;
        const std::string file = folder.write("a.json", lineOf({.id = 5, .parent = 5}));
        const auto first = folder.open({file}), again = folder.open({file});
        QVERIFY(first.has_value() && again.has_value() && again->capture->fromCache());
        QCOMPARE(again->capture->sources(), first->capture->sources());
        QCOMPARE(again->capture->problemCount(), std::size_t{1});
    }

private:
    /// The middle of three files (one of them without spans) is blamed, nobody else.
    static void verify(const std::string& lines, ProblemCode code, std::uint64_t count) {
        const SessionFolder folder;
        const auto outcome =
            folder.open({folder.write("a.json", shopLines(2, 50)), folder.write("b.json", "{}"),
                         folder.write("c.json", lines), folder.write("d.json", shopLines(2, 60))});
        QVERIFY(outcome.has_value());
        const auto& sources = outcome->capture->sources();
        QCOMPARE(sources.size(), std::size_t{4});
        for (std::size_t i = 0; i < sources.size(); ++i)
            QCOMPARE(countOf(sources[i], code), i == 2 ? count : 0);
    }
};

QTEST_APPLESS_MAIN(TestImportProblemsBySource)
#include "tst_ImportProblemsBySource.moc"
