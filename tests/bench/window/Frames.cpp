#include "bench/window/Frames.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

namespace hallway::bench {

namespace {
constexpr int notch = 120;    // eighths of a degree
constexpr int patience = 100; // ms
} // namespace

PaintCount::PaintCount(QWidget& watched) { watched.installEventFilter(this); }

bool PaintCount::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint) ++m_count;
    return QObject::eventFilter(watched, event);
}

std::vector<Elapsed> framesOf(QWidget& painted, const std::function<void(int)>& provoke) {
    const PaintCount paints(painted);
    std::vector<Elapsed> frames;
    for (int i = 0; i < frameEvents; ++i) {
        QCoreApplication::processEvents();
        const int before = paints.count();
        const ThreadClock clock;
        provoke(i);
        while (paints.count() == before && clock.elapsed().wallMs < patience)
            QCoreApplication::processEvents();
        if (paints.count() > before) frames.push_back(clock.elapsed());
    }
    return frames;
}

void sendWheel(QWidget& to, QPointF at, int notches, Qt::KeyboardModifiers modifiers) {
    QWheelEvent event(at, to.mapToGlobal(at), {}, {0, notches * notch}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&to, &event);
}

void sendMouse(QWidget& to, QEvent::Type type, QPointF at) {
    const Qt::MouseButton changed = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, to.mapToGlobal(at), changed, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&to, &event);
}

} // namespace hallway::bench
