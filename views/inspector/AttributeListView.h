// The list of what an export says about a span: wrapped values, long ones opened on demand, copied by keys or
// menu.
#pragma once

#include "common/Theme.h"
#include "items/AttributeModel.h"

#include <QListView>

#include <set>

namespace hallway {

class AttributeDelegate;

class AttributeListView : public QListView {
    Q_OBJECT

public:
    explicit AttributeListView(AttributeModel& model, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

    /// Whether the value of a shown row is shown in full.
    [[nodiscard]] bool isOpen(int row) const { return m_open.contains(row); }
    void toggle(int row); ///< opens or closes a long value

signals:
    void linkActivated(hallway::TraceRow trace, hallway::SpanRow span);
    void copyRequested(const QString& text);
    void conditionRequested(const QString& condition); ///< the filter is to be narrowed by it

protected:
    bool event(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void act(int row);                                           ///< follows a link or toggles a value
    [[nodiscard]] const AttributeModel::Row* currentRow() const; ///< null: none, or a heading
    void copyValue();
    void copyPair();

    AttributeModel& m_model;
    AttributeDelegate* m_delegate;
    std::set<int> m_open; ///< shown rows; a filter closes them
};

} // namespace hallway
