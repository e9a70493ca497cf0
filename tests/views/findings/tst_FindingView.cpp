#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include "findings/FindingView.h"

using namespace hallway;

Q_DECLARE_METATYPE(hallway::FindingPlace)
Q_DECLARE_METATYPE(hallway::EdgeId)

namespace {

FindingPlace place(std::uint32_t number) { return {TraceRow(number), SpanRow(10 * number)}; }

/// A section of two findings: three examples and a detail that leads to an edge; none of either.
Findings twoFindings(const QString& second = QStringLiteral("second")) {
    Finding rich, poor;
    rich.title = QStringLiteral("rich");
    rich.subtitle = QStringLiteral("in detail");
    rich.figures = {QStringLiteral("12")};
    rich.mark = Health::Failing;
    rich.bar = 0.5;
    rich.places = {place(1), place(2), place(3)};
    rich.condition = QStringLiteral("name = \"x\"");
    rich.details = {{QStringLiteral("the edge"), QStringLiteral("7"), EdgeId(4u)},
                    {QStringLiteral("added"), {}, {}, FindingDetail::Tone::Added, 1}};
    poor.title = second;
    poor.figures = {QStringLiteral("3")};
    FindingSection section;
    section.title = QStringLiteral("Found");
    section.columns = {QStringLiteral("Count")};
    section.findings = {rich, poor};
    return {section};
}

struct Shown {
    FindingView view;

    explicit Shown(FindingView::Enter enter = FindingView::Enter::OpensExample) : view(enter) {
        view.setTheme(Theme::light());
        view.setFindings(twoFindings());
        view.resize(500, 300);
        view.show();
        view.activateWindow();
        view.setFocus();
    }
    [[nodiscard]] QModelIndex finding(int row) const {
        return view.model()->index(row, 0, view.model()->index(0, 0));
    }
    void click(const QModelIndex& index, int x = 120) {
        const QPoint at(x, view.visualRect(index).center().y());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
    }
};

} // namespace

class tst_FindingView : public QObject {
    Q_OBJECT

private slots:
    void theLastFiguresGiveWayToTitles() {
        const auto drawn = [](QStringList columns, QStringList figures, int width) {
            Findings findings = twoFindings();
            findings.front().columns = std::move(columns);
            for (Finding& finding : findings.front().findings)
                finding.figures = figures;
            FindingView view(FindingView::Enter::OpensExample);
            view.setTheme(Theme::light());
            view.setFindings(findings);
            view.resize(width, 300);
            view.show();
            return view.grab().toImage();
        };
        const QStringList one{QStringLiteral("Calls")}, both = one + QStringList{QStringLiteral("Requests")};
        const QStringList figure{QStringLiteral("12")}, figures = figure + QStringList{QStringLiteral("99")};
        QVERIFY(drawn(both, figures, 500) != drawn(one, figure, 500));
        QCOMPARE(drawn(both, figures, 250), drawn(one, figure, 250));
    }

    void aClickChoosesTheFirstExample() {
        Shown shown;
        QSignalSpy chosen(&shown.view, &FindingView::exampleChosen);
        shown.click(shown.finding(0));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().value<FindingPlace>(), place(1));
        shown.click(shown.finding(0)); // still the same finding
        QCOMPARE(chosen.size(), 1);
        shown.click(shown.finding(1)); // has none
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(shown.view.currentExample(), -1);
    }

    void pointAndCommaStepThroughExamplesRoundTheEnd() {
        Shown shown;
        QSignalSpy chosen(&shown.view, &FindingView::exampleChosen);
        shown.click(shown.finding(0));
        for (const Qt::Key key : {Qt::Key_Period, Qt::Key_Period, Qt::Key_Period, Qt::Key_Comma})
            QTest::keyClick(&shown.view, key);
        std::vector<FindingPlace> places;
        for (const auto& signal : chosen)
            places.push_back(signal.front().value<FindingPlace>());
        QCOMPARE(places, (std::vector{place(1), place(2), place(3), place(1), place(3)}));
    }

    void enterOpensTheExampleAndShiftEnterFilters() {
        Shown shown;
        QSignalSpy opened(&shown.view, &FindingView::exampleOpened),
            filtered(&shown.view, &FindingView::conditionRequested);
        shown.click(shown.finding(0));
        QTest::keyClick(&shown.view, Qt::Key_Period);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().value<FindingPlace>(), place(2));
        QTest::keyClick(&shown.view, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(filtered.size(), 1);
        QCOMPARE(filtered.front().front().toString(), QStringLiteral("name = \"x\""));
        QCOMPARE(opened.size(), 1);
    }

    void whereEnterFiltersShiftEnterOpens() {
        Shown shown(FindingView::Enter::Filters);
        QSignalSpy opened(&shown.view, &FindingView::exampleOpened),
            filtered(&shown.view, &FindingView::conditionRequested);
        shown.click(shown.finding(0));
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(filtered.size(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(opened.size(), 1);
        shown.click(shown.finding(1)); // without a condition there is nothing to filter by
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(filtered.size(), 1);
    }

    void theArrowAtTheLeftOpensAndSoDoKeys() {
        Shown shown;
        const QModelIndex rich = shown.finding(0);
        QVERIFY(!shown.view.isExpanded(rich));
        shown.click(rich, 14);
        QVERIFY(shown.view.isExpanded(rich));
        shown.click(rich, 14);
        QVERIFY(!shown.view.isExpanded(rich));
        shown.click(rich);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QVERIFY(shown.view.isExpanded(rich));
        QTest::keyClick(&shown.view, Qt::Key_Space);
        QVERIFY(!shown.view.isExpanded(rich));
    }

    void aDetailLeadsToItsEdge() {
        Shown shown;
        QSignalSpy edges(&shown.view, &FindingView::edgeChosen);
        shown.view.expand(shown.finding(0));
        const QModelIndex detail = shown.view.model()->index(0, 0, shown.finding(0));
        shown.click(detail);
        QCOMPARE(edges.size(), 1);
        QCOMPARE(edges.front().front().value<EdgeId>(), EdgeId(4u));
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(edges.size(), 2);
        shown.click(shown.view.model()->index(1, 0, shown.finding(0))); // leads nowhere
        QCOMPARE(edges.size(), 2);
    }

    void newFindingsKeepWhatIsOpenAndCurrentWithoutChoosing() {
        Shown shown;
        shown.click(shown.finding(0));
        shown.view.expand(shown.finding(0));
        QSignalSpy chosen(&shown.view, &FindingView::exampleChosen);
        shown.view.setFindings(twoFindings(QStringLiteral("another")));
        QVERIFY(shown.view.isExpanded(shown.finding(0)));
        QCOMPARE(shown.view.currentIndex(), shown.finding(0));
        QCOMPARE(chosen.size(), 0);
        QCOMPARE(shown.view.currentExample(), -1);
    }

    void copyingGivesTheRow() {
        Shown shown;
        shown.click(shown.finding(0));
        QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("rich\tin detail\t12"));
    }

    void theMarkOfAFailureIsPainted() {
        Shown shown;
        const Theme theme = Theme::light();
        const QImage image = shown.view.viewport()->grab().toImage();
        const auto has = [&](const QRect& area, const QColor& color) {
            for (int y = area.top(); y <= area.bottom(); ++y)
                for (int x = area.left(); x <= area.right(); ++x)
                    if (image.pixelColor(x, y) == color) return true;
            return false;
        };
        QVERIFY(has(shown.view.visualRect(shown.finding(0)), theme.failing));
        QVERIFY(!has(shown.view.visualRect(shown.finding(1)), theme.failing));
    }
};

QTEST_MAIN(tst_FindingView)
#include "tst_FindingView.moc"
