// Everything an export says about one span, as a list: headings, and fields of a name and a value.
#pragma once

#include "base/FormatText.h"
#include "items/Inspection.h"

#include <QAbstractListModel>

#include <optional>
#include <utility>
#include <vector>

namespace hallway {

class AttributeModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// A section begins a group ("Attributes"), an item one event or link in it.
    enum class Kind { Section, Item, Field };
    struct Row {
        Kind kind = Kind::Field;
        QString name;                  ///< fit to be shown
        QString value;                 ///< likewise, with its line breaks; DisplayRole is "name = value"
        QString exactName, exactValue; ///< what copying gives
        int depth = 0;                 ///< 1: under an item
        bool isText = false; ///< laid out in lines, such as a stack trace, a statement or JSON: fixed width
        bool hurts = false;  ///< an exception, a failed status
        std::optional<std::pair<TraceRow, SpanRow>> target; ///< a link that can be followed
        std::vector<bool>
            softLines{};     ///< by line of `value`: of a library's frame, less wanted; may be short
        QString condition{}; ///< of the filter language: spans that have this, too; "" = cannot be asked for
    };

    explicit AttributeModel(QObject* parent = nullptr);

    void setSpan(std::optional<SpanInspection> span);
    /// Shows fields whose name or value holds the text, in any case, below their headings; empty: all.
    void setFilter(const QString& text);
    void setUtcOffset(format::UtcOffset offset); ///< nullptr = UTC

    [[nodiscard]] const std::optional<SpanInspection>& span() const { return m_span; }
    [[nodiscard]] format::UtcOffset utcOffset() const { return m_offset; }
    /// Needs a shown row.
    [[nodiscard]] const Row& at(int row) const { return m_rows[m_shown[static_cast<std::size_t>(row)]]; }
    /// Whether the filter leaves nothing of something.
    [[nodiscard]] bool hidesAll() const { return m_shown.empty() && !m_rows.empty(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void build();
    void filter();

    std::optional<SpanInspection> m_span;
    format::UtcOffset m_offset = nullptr;
    QString m_filter;
    std::vector<Row> m_rows;
    std::vector<std::size_t> m_shown;
};

/// The rows of a span, in the order a reader asks: what went wrong, what it did, when and where.
[[nodiscard]] std::vector<AttributeModel::Row> attributeRowsOf(const SpanInspection& span,
                                                               format::UtcOffset offset);

} // namespace hallway
