// What a view says when it has nothing to show: one sentence in its middle, and at most one way out.
#pragma once

#include "common/Theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hallway {

class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// No button without a text for it.
    void setText(const QString& sentence, const QString& button = {});
    void setTheme(const Theme& theme);
    [[nodiscard]] QString text() const;

signals:
    void buttonClicked();

private:
    QLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace hallway
