// Back and forward: actions, mouse buttons and the list of steps.
#include "gui/HistoryController.h"
#include "gui/MainWindow.h"

#include <QApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>

namespace hallway {

namespace {

void fill(QMenu& menu, HistoryController& controller) {
    menu.clear();
    const History& history = controller.history();
    for (std::size_t i = history.steps().size(); i-- > 0;) {
        QString words = history.steps()[i].words;
        QAction* action = menu.addAction(words.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(i == history.at());
        QObject::connect(action, &QAction::triggered, &controller, [&controller, i] { controller.goTo(i); });
    }
}

} // namespace

void MainWindow::connectHistory() {
    connect(m_actions.goBack, &QAction::triggered, m_history, &HistoryController::goBack);
    connect(m_actions.goForward, &QAction::triggered, m_history, &HistoryController::goForward);
    connect(m_history, &HistoryController::changed, this, [this] {
        const History& history = m_history->history();
        m_actions.goBack->setEnabled(history.canGoBack());
        m_actions.goForward->setEnabled(history.canGoForward());
        m_stepsMenu->setEnabled(history.steps().size() > 1);
    });
    connect(m_stepsMenu, &QMenu::aboutToShow, this, [this] { fill(*m_stepsMenu, *m_history); });
    for (QToolButton* button : {m_backButton, m_forwardButton}) {
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QWidget::customContextMenuRequested, this, [this, button] {
            if (m_stepsMenu->isEnabled())
                m_stepsMenu->popup(button->mapToGlobal(QPoint(0, button->height())));
        });
    }
    qApp->installEventFilter(this); // the mouse's own buttons, over whatever view
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonDblClick)
        return QMainWindow::eventFilter(watched, event);
    const auto* widget = qobject_cast<const QWidget*>(watched);
    const Qt::MouseButton button = static_cast<const QMouseEvent*>(event)->button();
    if (!widget || widget->window() != this || (button != Qt::BackButton && button != Qt::ForwardButton))
        return QMainWindow::eventFilter(watched, event);
    (button == Qt::BackButton ? m_actions.goBack : m_actions.goForward)->trigger();
    return true;
}

} // namespace hallway
