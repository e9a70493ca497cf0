#include <QTest>

#include "common/ViewKeys.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>

using namespace hallway;

namespace {

/// Keeps what was pressed.
class Recorder : public QWidget {
public:
    Recorder() {
        setFocusPolicy(Qt::StrongFocus);
        declareKeys(*this, {{Qt::Key_F, "Frame"}, {Qt::SHIFT | Qt::Key_E, "Previous failure"}});
    }
    QList<QKeyCombination> pressed;

protected:
    void keyPressEvent(QKeyEvent* event) override { pressed << event->keyCombination(); }
};

} // namespace

class tst_ViewKeys : public QObject {
    Q_OBJECT

private slots:
    void triggeringTheActionPressesItsKey() {
        Recorder view;
        view.actions().at(1)->trigger();
        QCOMPARE(view.pressed, QList<QKeyCombination>{Qt::SHIFT | Qt::Key_E});
    }

    void aKeyIsStillReadByTheViewAlone() {
        Recorder view;
        view.show();
        view.activateWindow();
        view.setFocus();
        QTRY_VERIFY(view.hasFocus());
        QTest::keyClick(&view, Qt::Key_F);
        QCOMPARE(view.pressed.size(), 1); // not once more by a shortcut
    }

    void keysAreWrittenAsThePlatformDoes() {
        Recorder view;
        QCOMPARE(keyTextOf(*view.actions().at(0)), QStringLiteral("F"));
        QCOMPARE(keyTextOf(*view.actions().at(1)), QStringLiteral("Shift+E"));
        QAction shortcut;
        shortcut.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
        QCOMPARE(keyTextOf(shortcut), QStringLiteral("Ctrl+O"));
        QCOMPARE(keyTextOf(QAction()), QString());
    }
};

QTEST_MAIN(tst_ViewKeys)
#include "tst_ViewKeys.moc"
