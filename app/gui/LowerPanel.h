// One of the two lower panels: several views, one behind each tab.
#pragma once

#include <QWidget>

#include <vector>

class QStackedWidget;
class QTabBar;

namespace hallway {

class LowerPage;

class LowerPanel : public QWidget {
    Q_OBJECT

public:
    explicit LowerPanel(const QString& name, QWidget* parent = nullptr);

    /// Takes ownership. The tab bar is hidden while there is one view only.
    void addView(const QString& title, QWidget* view);
    void addPage(LowerPage* page); ///< likewise, and it is among pages()
    [[nodiscard]] const std::vector<LowerPage*>& pages() const { return m_pages; }

    [[nodiscard]] QWidget* current() const;
    void setCurrent(QWidget* view); ///< nothing happens if it is not here
    /// For what is remembered: the place of the view that is shown.
    [[nodiscard]] QString currentName() const; ///< of its class, or the view's object name if it has one
    void setCurrentName(const QString& name);  ///< nothing happens if there is none
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index); ///< nothing happens if there is none
    [[nodiscard]] QTabBar& tabs() const { return *m_bar; }

signals:
    void currentChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitToText();

    QTabBar* m_bar;
    QStackedWidget* m_stack;
    std::vector<LowerPage*> m_pages;
};

} // namespace hallway
