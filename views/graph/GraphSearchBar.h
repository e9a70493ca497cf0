// The field that finds parts of the graph, steps through them, and hides them.
#pragma once

#include "base/Error.h"
#include "common/Theme.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace hallway {

/// Enter steps on, Shift+Enter back, Esc closes.
class GraphSearchBar : public QWidget {
    Q_OBJECT
public:
    explicit GraphSearchBar(QWidget* parent = nullptr);

    void open(); ///< shows itself and takes the keys
    [[nodiscard]] QString text() const;
    /// `current` is counted from 0; nothing: none of them is selected.
    void setResult(std::size_t found, std::optional<std::size_t> current);
    /// Points at the character and says what is expected there. Nothing takes it away.
    void setError(const std::optional<Error>& error);
    void setTheme(const Theme& theme);

signals:
    void sought(const QString& text);
    void stepped(bool forward);
    void hideWanted(const QString& expression);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void close();
    void hideFound();

    Theme m_theme;
    QLineEdit* m_field;
    QLabel *m_count, *m_error;
    QToolButton *m_previous, *m_next, *m_hide, *m_close;
};

} // namespace hallway
