// The filter as a person writes it: by keys, with proposals, errors, history and saved filters.
#include "WindowUnderTest.h"

#include "common/EmptyState.h"
#include "gui/CommandList.h"
#include "gui/FilterBar.h"
#include "gui/FilterField.h"
#include "gui/NamePrompt.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace hallway;
using namespace hallway::test;

namespace {

FilterField& fieldOf(WindowUnderTest& window) { return *window->findChild<FilterField*>(); }

/// The field by its key, from the graph.
bool slash(WindowUnderTest& window) {
    window->activateWindow();
    QWidget& graph = window.views().graphView().canvas();
    graph.setFocus();
    if (!QTest::qWaitFor([&graph] { return graph.hasFocus(); })) return false;
    QTest::keyClick(&graph, Qt::Key_Slash);
    return fieldOf(window).hasFocus();
}

/// Typed over whatever stood there, and Enter.
bool ask(WindowUnderTest& window, const QString& text) {
    if (!slash(window)) return false;
    QTest::keyClicks(&fieldOf(window), text);
    if (text.isEmpty()) QTest::keyClick(&fieldOf(window), Qt::Key_Delete);
    QTest::keyClick(&fieldOf(window), Qt::Key_Return);
    return window.settle();
}

QStringList proposalsOf(WindowUnderTest& window) {
    QStringList texts;
    const auto* list = fieldOf(window).proposals().findChild<QListView*>();
    for (int row = 0; fieldOf(window).proposals().isVisible() && row < list->model()->rowCount(); ++row)
        texts << list->model()->index(row, 0).data().toString();
    return texts;
}

std::uint64_t callsOf(const ServiceGraph& graph) {
    std::uint64_t calls = 0;
    for (const GraphEdge& edge : graph.edges)
        calls += edge.calls;
    return calls;
}

} // namespace

class tst_Filter : public QObject {
    Q_OBJECT

private slots:
    void aFilterNarrowsEveryView() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        const std::uint64_t all = callsOf(*window.views().figures().graph());
        const int traces = window.views().tables().traces().rowCount();
        QVERIFY(ask(window, "{ status = error }"));
        QVERIFY(window.selection().filter);
        const AppliedFilter& filter = *window.selection().filter;
        QVERIFY(filter.matching.count() > 0);
        QCOMPARE(static_cast<std::uint64_t>(window.views().tables().traces().rowCount()),
                 std::uint64_t{filter.chosen->traces.count()});
        QVERIFY(window.views().tables().traces().rowCount() < traces);
        QVERIFY(callsOf(*window.views().figures().graph()) < all);
        // The line says so, and the keyboard is in the graph again.
        const QString said = window->findChild<FilterBar*>()->text();
        QVERIFY2(said.contains(QStringLiteral("spans match")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("all spans of these traces")), qPrintable(said));
        QVERIFY(window.views().graphView().canvas().hasFocus());
        window->actions().clearFilter->trigger();
        QVERIFY(window.settle());
        QCOMPARE(callsOf(*window.views().figures().graph()), all);
        QVERIFY(window->findChild<FilterBar*>()->text().isEmpty());
        QVERIFY(fieldOf(window).text().isEmpty());
    }

    void whatCountsIsChosenAndSaid() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(ask(window, "{ resource.service.name = \"payments\" }"));
        const std::uint64_t whole = callsOf(*window.views().figures().graph());
        window->actions().filterMode->actions().at(1)->trigger();
        QVERIFY(window.settle());
        QVERIFY(callsOf(*window.views().figures().graph()) < whole);
        QVERIFY(window->findChild<FilterBar*>()->text().contains(QStringLiteral("calls only")));
    }

    void anErrorPointsAtItsCharacter() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(slash(window));
        QTest::keyClicks(&fieldOf(window), "{ duration > 5 parsecs }");
        QVERIFY(fieldOf(window).errorText().isEmpty()); // not while it is typed
        QTest::keyClick(&fieldOf(window), Qt::Key_Return);
        QVERIFY(fieldOf(window).hasFocus());
        QVERIFY(!window.selection().filter);
        const QString said = fieldOf(window).errorText();
        QVERIFY2(said.startsWith(QStringLiteral("Character 1")), qPrintable(said)); // 14 … 16
        QVERIFY(!fieldOf(window).markedText().isEmpty());
        QCOMPARE(fieldOf(window).cursorPosition() + 1, said.section(u' ', 1, 1).chopped(1).toInt());
        // Mended, it is gone at once.
        fieldOf(window).setCursorPosition(14);
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(&fieldOf(window), Qt::Key_Delete);
        QTest::keyClicks(&fieldOf(window), "s");
        QVERIFY2(fieldOf(window).errorText().isEmpty(), qPrintable(fieldOf(window).text()));
        QTest::keyClick(&fieldOf(window), Qt::Key_Return);
        QVERIFY(window.settle());
        QVERIFY(window.selection().filter);
    }

    void escapeLeavesWhatIsApplied() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(ask(window, "{ status = error }"));
        const auto before = window.selection().filter;
        QVERIFY(slash(window));
        QTest::keyClicks(&fieldOf(window), "{ nonsense");
        QTest::keyClick(&fieldOf(window), Qt::Key_Escape); // the list
        if (fieldOf(window).hasFocus()) QTest::keyClick(&fieldOf(window), Qt::Key_Escape);
        QCOMPARE(fieldOf(window).text(), QStringLiteral("{ status = error }"));
        QCOMPARE(window.selection().filter, before);
        QVERIFY(window.views().graphView().canvas().hasFocus());
    }

    void fieldsRelationsAndWordsAreProposed() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(slash(window));
        QTest::keyClicks(&fieldOf(window), "{ stat");
        QVERIFY(proposalsOf(window).contains(QStringLiteral("status")));
        while (fieldOf(window).text() != QStringLiteral("{ status ")) {
            QTest::keyClick(&fieldOf(window), Qt::Key_Down);
            const auto chosen = fieldOf(window).proposals().chosen();
            QVERIFY(chosen);
            if (proposalsOf(window).value(static_cast<qsizetype>(*chosen)) != QStringLiteral("status"))
                continue;
            QTest::keyClick(&fieldOf(window), Qt::Key_Return);
        }
        QVERIFY(proposalsOf(window).contains(QStringLiteral("=")));
        QTest::keyClicks(&fieldOf(window), "= err");
        QCOMPARE(proposalsOf(window).value(0), QStringLiteral("error"));
        QTest::keyClick(&fieldOf(window), Qt::Key_Tab);
        QCOMPARE(fieldOf(window).text(), QStringLiteral("{ status = error"));
        QVERIFY(fieldOf(window).hasFocus());
        QTest::keyClicks(&fieldOf(window), " }");
        QTest::keyClick(&fieldOf(window), Qt::Key_Return);
        QVERIFY(window.settle());
        QVERIFY(window.selection().filter);
    }

    void whatWasAskedComesBackByUpAndInTheList() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(ask(window, "{ status = error }"));
        QVERIFY(ask(window, "{ duration > 1s }"));
        QVERIFY(ask(window, ""));
        QVERIFY(!window.selection().filter);
        QVERIFY(slash(window));
        QTest::keyClick(&fieldOf(window), Qt::Key_Down);
        QCOMPARE(proposalsOf(window), (QStringList{"{ duration > 1s }", "{ status = error }"}));
        QTest::keyClick(&fieldOf(window), Qt::Key_Escape);
        QTest::keyClick(&fieldOf(window), Qt::Key_Up);
        QTest::keyClick(&fieldOf(window), Qt::Key_Up);
        QCOMPARE(fieldOf(window).text(), QStringLiteral("{ status = error }"));
        window.restart();
        QCOMPARE(window->settings().filterHistory, (QStringList{"{ duration > 1s }", "{ status = error }"}));
    }

    void filtersAreSavedUsedRenamedAndDeleted() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(!window->actions().saveFilter->isEnabled());
        QVERIFY(ask(window, "{ status = error }"));
        const auto type = [&window](const QString& text) {
            auto* name = window->findChild<NamePrompt*>()->findChild<QLineEdit*>();
            QTest::keyClicks(name, text);
            QTest::keyClick(name, Qt::Key_Return);
        };
        const auto trigger = [&window](const QString& text, const QString& place) {
            for (const Command& command : commandsOf(*window))
                if (command.text == text && command.place.endsWith(place)) return command.action->trigger();
            QFAIL(qPrintable(text));
        };
        window->actions().saveFilter->trigger();
        type("failed & slow");
        window->actions().clearFilter->trigger();
        QVERIFY(window.settle());
        trigger("failed & slow", "Filters");
        QVERIFY(window.settle());
        QCOMPARE(fieldOf(window).text(), QStringLiteral("{ status = error }"));
        trigger("failed & slow", "Rename");
        type("failed");
        QCOMPARE(window->settings().savedFilters,
                 (std::vector<NamedFilter>{{"failed", "{ status = error }"}}));
        trigger("failed", "Delete");
        QVERIFY(window->settings().savedFilters.empty());
    }

    void aFilterThatNothingMatchesSaysSoAndIsCleared() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(ask(window, "{ duration > 99h }"));
        auto* empty = window.views().graphView().findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->text(), QStringLiteral("No call matches the filter."));
        QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
        QVERIFY(window.settle());
        QVERIFY(!window.selection().filter);
        QVERIFY(!empty->isVisible());
    }

    void goingBackBringsTheFilterBefore() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(ask(window, "{ status = error }"));
        const auto first = window.selection().filter;
        QTest::qWait(800);
        QVERIFY(ask(window, "{ duration > 1s }"));
        QTest::keyClick(window->focusWidget(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(window.settle());
        QCOMPARE(window.selection().filter, first); // not looked for again
        QCOMPARE(fieldOf(window).text(), QStringLiteral("{ status = error }"));
        QTest::keyClick(window->focusWidget(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(window.settle());
        QVERIFY(!window.selection().filter && fieldOf(window).text().isEmpty());
    }

    // What a person asks while another file is read is about the one that is shown, like the filter before.
    void theNextFileBeginsWithoutAFilter() {
        WindowUnderTest window;
        QVERIFY(!fieldOf(window).isEnabled()); // nothing to ask yet
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(ask(window, "kind = server"));
        window->open({window.writeTrace("one.json", "000102030405060708090a0b0c0d0e0f", "payments")});
        fieldOf(window).setFocus();
        fieldOf(window).selectAll();
        QTest::keyClicks(&fieldOf(window), "kind = client");
        QTest::keyClick(&fieldOf(window), Qt::Key_Return);
        QVERIFY(window.settle());
        QCOMPARE(window.views().capture()->spans().size(), std::size_t{3});
        QVERIFY(!window.selection().filter && fieldOf(window).text().isEmpty());
    }

    void aPastedTextOfAnyLengthIsRefusedAtOnce() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        for (const QString& text :
             {QString(100'000, u'('), QString(100'000, u'a'),
              QStringLiteral("{ name = \"") + QString(100'000, u'x') + QStringLiteral("\" }"),
              QString(100'000, QChar(0x202e)), QStringLiteral("!").repeated(100'000)}) {
            QVERIFY(slash(window));
            QElapsedTimer clock;
            clock.start();
            QApplication::clipboard()->setText(text);
            QTest::keyClick(&fieldOf(window), Qt::Key_V, Qt::ControlModifier);
            QTest::keyClick(&fieldOf(window), Qt::Key_Return);
            QVERIFY(!window.selection().filter);
            QVERIFY(fieldOf(window).errorText().startsWith(QStringLiteral("Character ")));
            QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
        }
    }

    void aFilterComesBackWithWhatWasOpen() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window->actions().reopen->trigger();
        QVERIFY(ask(window, "{ status = error }"));
        const auto count = window.selection().filter->matching.count();
        window.restart();
        QVERIFY(window.settle());
        QCOMPARE(fieldOf(window).text(), QStringLiteral("{ status = error }"));
        QVERIFY(window.selection().filter);
        QCOMPARE(window.selection().filter->matching.count(), count);
    }
};

QTEST_MAIN(tst_Filter)
#include "tst_Filter.moc"
