// A key as it is drawn in hints: a letter on a small plate.
#pragma once

#include "common/Theme.h"

#include <QStringList>
#include <QWidget>

namespace hallway {

/// One plate per key: "Ctrl+O" is drawn as two, so is "A D"; a single "+" stays one.
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
    QStringList m_keys;
    Theme m_theme;
};

} // namespace hallway
