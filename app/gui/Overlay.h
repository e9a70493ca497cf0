// A panel over the window that is there for a moment: it has the keyboard while it is open and gives it back.
#pragma once

#include <QFrame>
#include <QPointer>

namespace hallway {

/// Esc closes it, and so does a click elsewhere. It keeps its place when its parent changes its size.
class Overlay : public QFrame {
    Q_OBJECT

public:
    explicit Overlay(QWidget* parent);

    void open();
    void closeUp(); ///< the keyboard is where it was before open() again
    [[nodiscard]] bool isOpen() const { return isVisible(); }

protected:
    /// Where it lies in an area of this size, px.
    [[nodiscard]] virtual QRect placeIn(const QSize& area) const = 0;
    /// What has the keyboard while it is open.
    [[nodiscard]] virtual QWidget* keyboardTarget() { return this; }
    void placeAgain();

    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPointer<QWidget> m_before;
};

} // namespace hallway
