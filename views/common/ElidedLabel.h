// A line of plain text that shows as much as fits and never widens its panel; a QLabel would cut it without
// saying so.
#pragma once

#include "common/Text.h"

#include <QLabel>
#include <QPainter>

namespace hallway {

class ElidedLabel final : public QLabel {
public:
    explicit ElidedLabel(QWidget* parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight)
        : QLabel(parent), m_mode(mode) {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, elided(text(), font(), width(), m_mode));
    }

private:
    Qt::TextElideMode m_mode;
};

} // namespace hallway
