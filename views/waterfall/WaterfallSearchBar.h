// The search field inside the waterfall: text, how many were found, next and previous.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace hallway {

/// Enter and Shift+Enter (or F3) walk, Esc closes.
class WaterfallSearchBar : public QWidget {
    Q_OBJECT
public:
    explicit WaterfallSearchBar(QWidget* parent = nullptr);

    /// Shows it, with its text chosen and the keyboard in it.
    void open();
    /// `position` from 0; negative: none of them is selected. `searching`: more may come.
    void setResult(int found, int position, bool searching = false);
    [[nodiscard]] QString text() const;

signals:
    void textChanged(const QString& text);
    void stepped(bool forward);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLineEdit* m_field;
    QLabel* m_count;
};

} // namespace hallway
