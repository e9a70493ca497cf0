#include "common/WornFont.h"

#include <QEvent>
#include <QWidget>

namespace hallway {

namespace {

class FontKeeper final : public QObject {
public:
    FontKeeper(QWidget& widget, Typeface Fonts::*size) : QObject(&widget), m_widget(widget), m_size(size) {
        widget.installEventFilter(this);
        fit();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool isOwn = watched == &m_widget;
        if (event->type() == QEvent::FontChange ||
            (isOwn && (event->type() == QEvent::StyleChange || event->type() == QEvent::ParentChange)))
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    void fit() {
        if (QWidget* parent = m_widget.parentWidget()) {
            parent->installEventFilter(this); // again is the same as once
            const QFont& worn = m_fonts.of(parent->font()).*m_size;
            if (m_widget.font() != worn) m_widget.setFont(worn);
        }
    }

    QWidget& m_widget;
    Typeface Fonts::*m_size;
    KeptFonts m_fonts;
};

} // namespace

void wearFont(QWidget& widget, Typeface Fonts::*size) { new FontKeeper(widget, size); }

} // namespace hallway
