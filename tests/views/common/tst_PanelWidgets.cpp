#include "common/AppStyle.h"
#include "common/EmptyState.h"
#include "common/FlowLayout.h"
#include "common/KeyPlate.h"
#include "common/PanelHead.h"
#include "common/WornFont.h"

#include <QApplication>
#include <QFontInfo>
#include <QLabel>
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

    void aWornFontOutlivesStyleSheets() {
        const auto sheet = [](int size) {
            qApp->setStyleSheet(QStringLiteral("QLabel { padding: %1px; }").arg(size));
        };
        const QFont usual = QApplication::font();
        QWidget panel;
        auto* label = new QLabel(QStringLiteral("facts"), &panel);
        wearFont(*label, &Fonts::small);
        sheet(1);
        panel.show();
        const double before = label->font().pointSizeF();
        QVERIFY(before < QFontInfo(panel.font()).pointSizeF());
        QFont larger = usual;
        larger.setPointSizeF(2 * QFontInfo(usual).pointSizeF());
        QApplication::setFont(larger);
        sheet(2);
        QCOMPARE(label->font().pointSizeF(), 2 * before);
        sheet(3);
        QCOMPARE(label->font().pointSizeF(), 2 * before);
        QApplication::setFont(usual);
        qApp->setStyleSheet({});
        QCOMPARE(label->font().pointSizeF(), before);
    }

    void aWornFontFollowsANewParent() {
        QWidget small, large;
        QFont font = small.font();
        font.setPointSizeF(20);
        large.setFont(font);
        auto* label = new QLabel(&small);
        wearFont(*label, &Fonts::base);
        label->setParent(&large);
        QCOMPARE(label->font().pointSizeF(), 20.0);
        font.setPointSizeF(30);
        large.setFont(font);
        QCOMPARE(label->font().pointSizeF(), 30.0);
    }

    void aRowBreaksAndStandsInItsMiddle() {
        QWidget panel;
        auto* flow = new FlowLayout(&panel);
        flow->setContentsMargins(0, 0, 0, 0);
        flow->setSpacing(10);
        std::vector<QWidget*> parts;
        for (const QSize size : {QSize(100, 20), QSize(60, 40), QSize(100, 30)}) {
            parts.push_back(new QWidget(&panel));
            parts.back()->setFixedSize(size);
            flow->addWidget(parts.back());
        }
        QCOMPARE(flow->heightForWidth(200), 40 + 10 + 30);
        panel.resize(200, 80);
        panel.show();
        QCOMPARE(parts[0]->geometry(), QRect(0, 10, 100, 20));
        QCOMPARE(parts[1]->geometry(), QRect(110, 0, 60, 40));
        QCOMPARE(parts[2]->geometry(), QRect(0, 50, 100, 30));
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
