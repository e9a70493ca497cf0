// An attribute as a column of a table: of the root span of a trace, of the span of a call.
#pragma once

#include "items/RowTableModel.h"
#include "trace/AttributeColumn.h"
#include "trace/SpanTable.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace hallway {

/// Immutable, shared with the job that made it.
class AttributeCells {
public:
    /// Not read yet: every cell says so.
    explicit AttributeCells(QString name) : m_name(std::move(name)) {}
    /// `column`: by SpanRow. Off the GUI thread: values are put in order.
    AttributeCells(QString name, AttributeColumn column);

    [[nodiscard]] const QString& name() const { return m_name; } ///< as attributeNameOf() reads it
    /// Every value is a number: such a column is right-aligned.
    [[nodiscard]] bool isNumeric() const { return m_isNumeric; }

    /// "…" while it is not read, an en dash where the span has no such attribute. An invalid span has none.
    [[nodiscard]] QString text(SpanRow span) const;
    [[nodiscard]] QString exact(SpanRow span) const; ///< "" where there is none
    /// Numbers by value, before texts; what has none is less than any.
    [[nodiscard]] bool isLess(SpanRow a, SpanRow b) const;

private:
    [[nodiscard]] std::uint32_t valueOf(SpanRow span) const;
    [[nodiscard]] std::int64_t rankOf(SpanRow span) const;

    QString m_name;
    bool m_isRead = false, m_isNumeric = false;
    AttributeColumn m_column;
    std::vector<std::uint32_t> m_ranks; ///< by value
};

using SharedAttributeCells = std::vector<std::shared_ptr<const AttributeCells>>;

/// The columns for a model whose rows have a span each.
template <class Row>
[[nodiscard]] std::vector<TableColumn<Row>> attributeColumns(const SharedAttributeCells& attributes,
                                                             std::function<SpanRow(const Row&)> spanOf) {
    std::vector<TableColumn<Row>> columns;
    for (const auto& cells : attributes)
        columns.push_back(
            {cells->name(), cells->isNumeric(),
             [cells, spanOf](const Row& row) { return cells->text(spanOf(row)); },
             [cells, spanOf](const Row& row) { return cells->exact(spanOf(row)); },
             [cells, spanOf](const Row& a, const Row& b) { return cells->isLess(spanOf(a), spanOf(b)); },
             [cells, spanOf](const Row& row, int role) {
                 return role == Qt::ToolTipRole ? QVariant(cells->text(spanOf(row))) : QVariant();
             }});
    return columns;
}

/// The names of some, for a model's column keys.
[[nodiscard]] QStringList namesOf(const SharedAttributeCells& attributes);

} // namespace hallway
