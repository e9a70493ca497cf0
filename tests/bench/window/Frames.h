// Frames as a person gets them: an event goes in, and the frame ends when the widget is painted.
#pragma once

#include "bench/window/ThreadClock.h"

#include <QEvent>
#include <QObject>
#include <QPoint>
#include <QWidget>

#include <functional>
#include <vector>

namespace hallway::bench {

/// Counts how often a widget is painted.
class PaintCount : public QObject {
    Q_OBJECT
public:
    explicit PaintCount(QWidget& watched);
    [[nodiscard]] int count() const { return m_count; }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int m_count = 0;
};

inline constexpr int frameEvents = 200; ///< that provoke frames, of each kind

/// How long each frame took: `provoke(i)` sends the event number i, then the loop runs until `painted` is
/// painted. An event that paints nothing within 100 ms, at the end of a scroll bar for instance, makes no
/// frame.
[[nodiscard]] std::vector<Elapsed> framesOf(QWidget& painted, const std::function<void(int)>& provoke);

/// One notch, up if positive, or several.
void sendWheel(QWidget& to, QPointF at, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void sendMouse(QWidget& to, QEvent::Type type, QPointF at);

} // namespace hallway::bench
