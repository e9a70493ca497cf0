#include "common/AppStyle.h"
#include "common/EmptyState.h"
#include "common/KeyPlate.h"
#include "common/PanelHead.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace hallway;

class tst_PanelWidgets : public QObject {
    Q_OBJECT
private slots:
    void longFactsNeverWidenAPanel() {
        PanelHead head(QStringLiteral("Service graph"));
        const int before = head.minimumSizeHint().width();
        head.setFacts(QString(2000, u'x'));
        QCOMPARE(head.minimumSizeHint().width(), before);
        QCOMPARE(head.facts().size(), 2000);
    }

    void aWarningStandsBesideTheFacts() {
        PanelHead head(QStringLiteral("Service graph"));
        head.resize(400, 26);
        head.setFacts(QStringLiteral("30 edges"));
        head.setWarning(QStringLiteral("14 edges hidden, 1 of them failing"));
        QCOMPARE(head.warning(), QStringLiteral("14 edges hidden, 1 of them failing"));
        head.setWarning({});
        QVERIFY(head.warning().isEmpty());
    }

    void anEmptyStateHasAtMostOneButton() {
        EmptyState state;
        state.setText(QStringLiteral("No call matches the filter."));
        state.show();
        auto* button = state.findChild<QPushButton*>();
        QVERIFY(!button->isVisible());
        state.setText(QStringLiteral("No call matches the filter."), QStringLiteral("Clear filter"));
        QVERIFY(button->isVisible());
        QSignalSpy clicked(&state, &EmptyState::buttonClicked);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
    }

    void everyKeyGetsAPlate() {
        const KeyPlate one(QStringLiteral("F"));
        const KeyPlate two(QStringLiteral("Ctrl+O"));
        const KeyPlate plus(QStringLiteral("+"));
        QVERIFY(two.sizeHint().width() > one.sizeHint().width() + 18);
        QVERIFY(plus.sizeHint().width() >= 18);
        QCOMPARE(two.accessibleName(), QStringLiteral("Ctrl+O"));
    }

    void thePaletteOfTheProgramFollowsTheTheme() {
        applyTheme(*qApp, Theme::dark());
        QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::dark().surface);
        applyTheme(*qApp, Theme::light());
        QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::light().surface);
    }
};

QTEST_MAIN(tst_PanelWidgets)
#include "tst_PanelWidgets.moc"
