// Where the filter is typed: it proposes what may come next, and points at what it cannot read.
#pragma once

#include "common/Theme.h"
#include "gui/CompletionList.h"
#include "query/Completion.h"
#include "query/FilterError.h"

#include <QLineEdit>
#include <QStringList>

#include <memory>
#include <optional>

class QAction;
class QLabel;
class QMenu;

namespace hallway {

/// Enter applies, Esc leaves. Down and Up walk the proposals, Tab takes one, Ctrl+Space asks for them; with
/// an empty field Down lists what was asked before, and Up fetches it.
class FilterField : public QLineEdit {
    Q_OBJECT

public:
    /// `over`: the area that list and error line may cover; it outlives the field.
    explicit FilterField(QWidget& over);

    /// What is applied: the field shows it, and goes back to it when the person leaves.
    void showApplied(const QString& text);
    void setCatalog(std::shared_ptr<const AttributeCatalog> catalog) { m_catalog = std::move(catalog); }
    void setHistory(const QStringList& history) { m_history = history; } ///< latest first
    void setMenu(QMenu* menu); ///< opened by a button at the field's end; not owned
    void setTheme(const Theme& theme);

    [[nodiscard]] bool hasCatalog() const { return m_catalog != nullptr; }
    [[nodiscard]] QString errorText() const; ///< empty: none is shown
    /// The characters that are marked as wrong; empty: none.
    [[nodiscard]] QString markedText() const;
    [[nodiscard]] CompletionList& proposals() { return *m_list; }

signals:
    void submitted(const QString& text); ///< can be read, or empty
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void edited();
    void submit();
    void propose();
    void proposeHistory();
    void take(std::size_t index);
    void fetch(int older);
    void leave();
    bool pressedInList(const QKeyEvent& event);
    void check();
    void mark(const std::optional<FilterError>& error);
    void placeNote();

    QWidget& m_over;
    CompletionList* m_list;
    QLabel* m_note; ///< what is wrong, below the field
    QAction *m_icon, *m_menuAction;
    QMenu* m_menu = nullptr;
    Theme m_theme;
    QString m_applied;
    QStringList m_history;
    qsizetype m_fetched = -1; ///< of m_history, what Up brought; -1: what was typed
    std::shared_ptr<const AttributeCatalog> m_catalog;
    Completions m_completions;
    bool m_listsHistory = false;
    std::optional<FilterError> m_error;
};

} // namespace hallway
