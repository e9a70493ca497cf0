// A key as it is drawn in hints: a letter on a small plate.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"

#include <QSizeF>
#include <QString>
#include <QWidget>

namespace hallway {

/// One plate per key: "Ctrl+O" is drawn as two, so are "A D" and "Ctrl++"; a single "+" stays one.
[[nodiscard]] QSizeF keysSize(const QString& keys, const Fonts& fonts); ///< px
void drawKeys(QPainter& painter, QPointF topLeft, const QString& keys, const Fonts& fonts,
              const Theme& theme);

class KeyPlate : public QWidget {
    Q_OBJECT
public:
    explicit KeyPlate(const QString& keys, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_keys;
    Theme m_theme;
};

} // namespace hallway
