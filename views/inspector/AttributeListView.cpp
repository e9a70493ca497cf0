#include "inspector/AttributeListView.h"

#include "common/Text.h"
#include "common/ViewKeys.h"
#include "inspector/AttributeDelegate.h"
#include "items/FilterCondition.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace hallway {

AttributeListView::AttributeListView(AttributeModel& model, QWidget* parent)
    : QListView(parent), m_model(model), m_delegate(new AttributeDelegate(this)) {
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Attributes"));
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_open.clear(); });
}

void AttributeListView::setTheme(const Theme& theme) {
    m_delegate->setTheme(theme);
    viewport()->update();
}

void AttributeListView::toggle(int row) {
    if (row < 0 || row >= m_model.rowCount()) return;
    if (!m_delegate->isLong(m_model.at(row), font(), viewport()->width())) return;
    if (!m_open.erase(row)) m_open.insert(row);
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void AttributeListView::act(int row) {
    if (row < 0 || row >= m_model.rowCount()) return;
    if (const auto& target = m_model.at(row).target)
        emit linkActivated(target->first, target->second);
    else
        toggle(row);
}

const AttributeModel::Row* AttributeListView::currentRow() const {
    if (!currentIndex().isValid()) return nullptr;
    const AttributeModel::Row& row = m_model.at(currentIndex().row());
    return row.kind == AttributeModel::Kind::Section ? nullptr : &row;
}

void AttributeListView::copyValue() {
    if (const AttributeModel::Row* row = currentRow()) emit copyRequested(row->exactValue);
}

void AttributeListView::copyPair() {
    if (const AttributeModel::Row* row = currentRow())
        emit copyRequested(row->exactName + u'=' + row->exactValue);
}

void AttributeListView::contextMenuEvent(QContextMenuEvent* event) {
    const AttributeModel::Row* row = currentRow();
    if (row == nullptr) return;
    QMenu menu(this);
    menu.addAction(tr("Copy value"), this, &AttributeListView::copyValue);
    menu.addAction(tr("Copy name=value"), this, &AttributeListView::copyPair);
    if (const QString condition = row->condition; !condition.isEmpty()) {
        menu.addSeparator();
        menu.addAction(tr("Filter by this"), this, [this, condition] { emit conditionRequested(condition); });
        menu.addAction(tr("Filter out"), this,
                       [this, condition] { emit conditionRequested(negated(condition)); });
        menu.addSeparator();
    }
    if (row->target)
        menu.addAction(tr("Open linked span"), this, [this] { act(currentIndex().row()); });
    else if (m_delegate->isLong(*row, font(), viewport()->width()))
        menu.addAction(isOpen(currentIndex().row()) ? tr("Show less") : tr("Show all"), this,
                       [this] { toggle(currentIndex().row()); });
    menu.exec(event->globalPos());
}

bool AttributeListView::event(QEvent* event) {
    // The window's key for copying the graph.
    if (claimsKey(*event, {Qt::CTRL | Qt::SHIFT | Qt::Key_C})) return true;
    return QListView::event(event);
}

void AttributeListView::keyPressEvent(QKeyEvent* event) {
    const int row = currentIndex().row();
    if (event->matches(QKeySequence::Copy)) {
        copyValue();
    } else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copyPair();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
               event->key() == Qt::Key_Space) {
        act(row);
    } else if ((event->key() == Qt::Key_Right && !isOpen(row)) ||
               (event->key() == Qt::Key_Left && isOpen(row))) {
        toggle(row);
    } else if (event->key() == Qt::Key_Escape) { // belongs to the window: it steps the selection back
        event->ignore();
    } else {
        QListView::keyPressEvent(event);
    }
}

void AttributeListView::mouseReleaseEvent(QMouseEvent* event) {
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && index == currentIndex()) act(index.row());
}

void AttributeListView::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace hallway
