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
    return keys.split(QRegularExpression(QStringLiteral("[+ ]")), Qt::SkipEmptyParts);
}

} // namespace

KeyPlate::KeyPlate(const QString& keys, QWidget* parent) : QWidget(parent), m_keys(parted(keys)) {
    setAccessibleName(keys);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyPlate::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

QSize KeyPlate::sizeHint() const {
    const Fonts fonts(font());
    double width = gap * static_cast<double>(m_keys.size() - 1);
    for (const QString& key : m_keys)
        width += plateWidth(key, fonts);
    return {qCeil(width) + 1, qCeil(plateHeight * fonts.scale)};
}

void KeyPlate::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Fonts fonts(font());
    double x = 0;
    for (const QString& key : m_keys) {
        const QRectF plate(x + 0.5, 0.5, plateWidth(key, fonts) - 1, plateHeight * fonts.scale - 1);
        painter.setPen(m_theme.line2);
        painter.setBrush(m_theme.header);
        painter.drawRoundedRect(plate, 3, 3);
        drawText(painter, {plate.center().x(), plate.center().y() + 4 * fonts.scale}, key, fonts.small,
                 m_theme.text2, TextAlign::Centre);
        x += plate.width() + 1 + gap;
    }
}

} // namespace hallway
