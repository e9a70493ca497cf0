// The 26 px head of a panel: its name, facts about what it shows, and small controls at the right end.
#pragma once

#include "common/Theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace hallway {

class PanelHead : public QWidget {
    Q_OBJECT
public:
    explicit PanelHead(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setFacts(const QString& facts);
    /// A warning in the health colour beside the facts; empty = none.
    void setWarning(const QString& warning);
    /// Takes ownership; added from left to right at the right end.
    void addControl(QWidget* control);
    void setTheme(const Theme& theme);

    [[nodiscard]] QString facts() const;
    [[nodiscard]] QString warning() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();

    Theme m_theme;
    QLabel* m_title;
    QLabel* m_facts;
    QLabel* m_warning;
    QHBoxLayout* m_row;
};

} // namespace hallway
