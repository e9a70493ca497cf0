// Which columns a table shows, in which order and how wide: chosen in the menu of its head, kept as a
// TableLayout.
#pragma once

#include "items/TableLayout.h"

#include <QObject>
#include <QStringList>

#include <optional>

class QMenu;

namespace hallway {

class FigureHeader;

/// Belongs to a head; its model names the columns by ColumnKeyRole. Applies its layout again whenever the
/// model is reset.
class ColumnChoice : public QObject {
    Q_OBJECT

public:
    explicit ColumnChoice(FigureHeader& head);

    [[nodiscard]] const TableLayout& layout() const { return m_layout; }
    /// What is remembered; columns it does not know stay as the model has them.
    void setLayout(const TableLayout& layout);
    /// Before anybody arranged the columns, and when asked for them as at first.
    void setFirstLayout(const TableLayout& layout);
    /// What is to be remembered of layout(): nothing while the columns are as at first.
    [[nodiscard]] std::optional<TableLayout> ownLayout() const {
        return m_layout == m_first ? std::nullopt : std::optional(m_layout);
    }
    void setOwnLayout(const std::optional<TableLayout>& own) { setLayout(own.value_or(m_first)); }
    /// The column that is always shown.
    void setSubject(int column) { m_subject = column; }
    /// Attributes may be chosen as columns; `keys`: what is offered, most wanted first.
    void setAttributeKeys(const QStringList& keys);

    /// Whether a person made it as wide as it is; such a column is left alone.
    [[nodiscard]] bool hasOwnWidth(int column) const;
    /// A width that nobody chose by hand.
    void fit(int column, int width);
    /// From left to right, those that are shown.
    [[nodiscard]] QList<int> shownColumns() const;

    /// Adds what can be done to the columns, above all to this one; -1: to none.
    void fillMenu(QMenu& menu, int column);
    /// Calls apply() once the head knows its model.
    void followModel();

signals:
    void layoutChanged();
    void attributesChosen(const QStringList& attributes); ///< the model is to have these columns

private:
    [[nodiscard]] QString keyOf(int column) const;
    [[nodiscard]] QString titleOf(int column) const;
    void apply();
    void setHidden(int column, bool hidden);
    void setAttributes(const QStringList& attributes);
    void addAttributeField(QMenu& menu);

    FigureHeader& m_head;
    TableLayout m_layout, m_first;
    QStringList m_attributeKeys;
    bool m_takesAttributes = false;
    bool m_applying = false; ///< nobody's hand
    int m_subject = 0;
};

} // namespace hallway
