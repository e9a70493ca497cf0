#include "common/KeyPlate.h"

#include "common/Fonts.h"
#include "common/Text.h"

#include <QPainter>
#include <QRegularExpression>
#include <QtMath>

namespace hallway {

namespace {

constexpr double plateHeight = 18, padding = 5, gap = 3; // px

double plateWidth(const QString& key, const Fonts& fonts) {
    return qMax(plateHeight * fonts.scale, textWidth(key, fonts.small) + 2 * padding * fonts.scale);
}

QStringList parted(const QString& keys) {
    if (keys.size() == 1) return {keys};
    QStringList parts = keys.split(QRegularExpression(QStringLiteral("[+ ]")), Qt::SkipEmptyParts);
    if (keys.endsWith(QStringLiteral("++"))) parts << QStringLiteral("+");
    return parts;
}

} // namespace

QSizeF keysSize(const QString& keys, const Fonts& fonts) {
    double width = 0;
    for (const QString& key : parted(keys))
        width += plateWidth(key, fonts) + gap;
    return {width - gap, plateHeight * fonts.scale};
}

void drawKeys(QPainter& painter, QPointF topLeft, const QString& keys, const Fonts& fonts,
              const Theme& theme) {
    double x = topLeft.x();
    for (const QString& key : parted(keys)) {
        const QRectF plate(x + 0.5, topLeft.y() + 0.5, plateWidth(key, fonts) - 1,
                           plateHeight * fonts.scale - 1);
        painter.setPen(theme.line2);
        painter.setBrush(theme.header);
        painter.drawRoundedRect(plate, 3, 3);
        drawText(painter, {plate.center().x(), plate.center().y() + 4 * fonts.scale}, key, fonts.small,
                 theme.text2, TextAlign::Centre);
        x += plate.width() + 1 + gap;
    }
}

KeyPlate::KeyPlate(const QString& keys, QWidget* parent) : QWidget(parent), m_keys(keys) {
    setAccessibleName(keys);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyPlate::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

QSize KeyPlate::sizeHint() const {
    const QSizeF size = keysSize(m_keys, Fonts(font()));
    return {qCeil(size.width()) + 1, qCeil(size.height())};
}

void KeyPlate::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawKeys(painter, {0, 0}, m_keys, Fonts(font()), m_theme);
}

} // namespace hallway
