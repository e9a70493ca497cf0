#include "gui/Overlay.h"

#include <QApplication>
#include <QKeyEvent>

namespace hallway {

Overlay::Overlay(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("overlay"));
    setFocusPolicy(Qt::StrongFocus);
    parent->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        const bool elsewhere = now && now != this && !isAncestorOf(now);
        if (!isOpen() || !elsewhere || now->window() != window()) return;
        m_before = nullptr; // the person chose another place
        hide();
    });
    hide();
}

void Overlay::open() {
    if (!isOpen()) m_before = window()->focusWidget();
    placeAgain();
    raise();
    show();
    keyboardTarget()->setFocus(Qt::PopupFocusReason);
}

void Overlay::closeUp() {
    const QPointer<QWidget> before = m_before;
    hide();
    if (before) before->setFocus(Qt::OtherFocusReason);
}

void Overlay::placeAgain() { setGeometry(placeIn(parentWidget()->size())); }

void Overlay::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        closeUp();
    else
        QFrame::keyPressEvent(event);
}

bool Overlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen()) placeAgain();
    return QFrame::eventFilter(watched, event);
}

} // namespace hallway
