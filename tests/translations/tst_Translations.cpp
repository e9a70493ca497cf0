// What the program holds of its catalogues, and what a user meets of them in the window's menus.
#include "app/gui/WindowUnderTest.h"
#include "gui/Translations.h"
#include "waterfall/WaterfallActions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTranslator>

using namespace hallway;
using hallway::test::WindowUnderTest;

namespace {

QString spansFound(int count) {
    return QCoreApplication::translate("hallway::StatusLine", "%1 spans", nullptr, count).arg(count);
}

/// Letters behind "&", in lower case; "&&" is a plain ampersand.
QString acceleratorOf(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("(?<!&)&([^&])"));
    return pattern.match(text).captured(1).toLower();
}

/// "Open… / Origin…" where two entries of one menu share a letter.
QStringList clashesOf(const QList<QAction*>& entries) {
    QStringList clashes;
    QHash<QString, QString> taken;
    for (const QAction* entry : entries) {
        const QString letter = acceleratorOf(entry->text());
        if (letter.isEmpty()) continue;
        if (taken.contains(letter)) clashes << taken[letter] + QStringLiteral(" / ") + entry->text();
        taken.insert(letter, entry->text());
    }
    return clashes;
}

/// Of the menu bar and every menu below it.
QStringList clashesOf(MainWindow& window) {
    QStringList clashes = clashesOf(window.menuBar()->actions());
    for (const QMenu* menu : window.findChildren<QMenu*>())
        clashes << clashesOf(menu->actions());
    return clashes;
}

} // namespace

class tst_Translations : public QObject {
    Q_OBJECT

private slots:
    void cleanup() {
        // The translators belong to the application; without them it speaks as the sources do.
        qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator*>());
    }

    void germanIsInsideTheProgram() {
        installTranslations(*QCoreApplication::instance(), QStringLiteral("de"));
        QCOMPARE(QCoreApplication::translate("hallway::StatusLine", "No capture open"),
                 QStringLiteral("Keine Aufzeichnung offen"));
        QCOMPARE(QCoreApplication::translate("EdgeModel", "Edge"), QStringLiteral("Kante"));
    }

    void aGermanOfAnotherCountryIsGerman() {
        installTranslations(*QCoreApplication::instance(), QStringLiteral("de_AT"));
        QCOMPARE(QCoreApplication::translate("EdgeModel", "Edge"), QStringLiteral("Kante"));
    }

    void whatHasNoCatalogueSpeaksEnglish() {
        installTranslations(*QCoreApplication::instance(), QStringLiteral("fi"));
        QCOMPARE(QCoreApplication::translate("EdgeModel", "Edge"), QStringLiteral("Edge"));
        QCOMPARE(spansFound(1), QStringLiteral("1 span"));
    }

    void pluralsFollowTheLanguage_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("counted"); // 0, 1, 2
        QTest::newRow("English") << QStringLiteral("en") << QStringList{"0 spans", "1 span", "2 spans"};
        QTest::newRow("German") << QStringLiteral("de") << QStringList{"0 Spans", "1 Span", "2 Spans"};
    }
    void pluralsFollowTheLanguage() {
        QFETCH(const QString, language);
        QFETCH(const QStringList, counted);
        installTranslations(*QCoreApplication::instance(), language);
        for (int count = 0; count < 3; ++count)
            QCOMPARE(spansFound(count), counted[count]);
    }

    void theLetterOfAMenuIsTakenOnce_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }
    void theLetterOfAMenuIsTakenOnce() {
        QFETCH(const QString, language);
        installTranslations(*QCoreApplication::instance(), language);
        WindowUnderTest window;
        QVERIFY(window->menuBar()->actions().size() >= 5);
        QCOMPARE(clashesOf(*window).join(QLatin1Char('\n')), QString());
    }

    void theLetterOfAWaterfallsMenuIsTakenOnce_data() { theLetterOfAMenuIsTakenOnce_data(); }
    void theLetterOfAWaterfallsMenuIsTakenOnce() {
        QFETCH(const QString, language);
        installTranslations(*QCoreApplication::instance(), language);
        QWidget canvas;
        const WaterfallActions actions(canvas);
        QMenu menu;
        actions.fill(menu, true);
        QStringList clashes = clashesOf(menu.actions());
        for (const QMenu* below : menu.findChildren<QMenu*>())
            clashes << clashesOf(below->actions());
        QVERIFY(menu.actions().size() > 10);
        QCOMPARE(clashes.join(QLatin1Char('\n')), QString());
    }

    void shortcutsNameTheKeysOfTheKeyboard() {
        installTranslations(*QCoreApplication::instance(), QStringLiteral("de"));
        QCOMPARE(QKeySequence(Qt::CTRL | Qt::Key_G).toString(QKeySequence::NativeText),
                 QStringLiteral("Strg+G"));
    }
};

QTEST_MAIN(tst_Translations)
#include "tst_Translations.moc"
