#include "differences/DifferenceList.h"

#include "common/PlainToolTip.h"
#include "differences/DifferencePainter.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace hallway {

class DifferenceDelegate final : public QStyledItemDelegate {
public:
    explicit DifferenceDelegate(DifferenceList& list) : QStyledItemDelegate(&list), m_list(list) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto item = index.data(DifferenceModel::ItemRole).value<DifferenceItem>();
        const bool focused = option.state.testFlag(QStyle::State_HasFocus) &&
                             option.state.testFlag(QStyle::State_KeyboardFocusChange);
        painter->save();
        DifferencePainter(m_list.m_theme, m_list.m_fonts.of(m_list.font()))
            .paint(*painter, QRectF(option.rect), item,
                   {option.state.testFlag(QStyle::State_Selected),
                    option.state.testFlag(QStyle::State_MouseOver), focused});
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const auto item = index.data(DifferenceModel::ItemRole).value<DifferenceItem>();
        const int width = m_list.viewport()->width();
        return {width, qRound(DifferenceGeometry::heightOf(width, !item.also.isEmpty(),
                                                           m_list.m_fonts.of(m_list.font()).scale))};
    }

private:
    DifferenceList& m_list;
};

DifferenceList::DifferenceList(QWidget* parent) : QListView(parent), m_model(new DifferenceModel(this)) {
    setAccessibleName(tr("What is different"));
    setModel(m_model);
    setItemDelegate(new DifferenceDelegate(*this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCursor(Qt::ArrowCursor);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) { choose(index); });
}

void DifferenceList::setItems(std::vector<DifferenceItem> items) {
    m_model->setItems(std::move(items));
    scrollToTop();
    if (m_model->rowCount() > 0)
        selectionModel()->setCurrentIndex(m_model->index(0), QItemSelectionModel::NoUpdate);
}

void DifferenceList::setTheme(const Theme& theme) {
    m_theme = theme;
    viewport()->update();
}

void DifferenceList::choose(const QModelIndex& index, bool exclude) {
    const QString condition = index.data(DifferenceModel::ItemRole).value<DifferenceItem>().condition;
    if (condition.isEmpty()) return;
    const bool isSet = condition.startsWith(QLatin1Char('{'));
    emit conditionChosen(!exclude ? condition
                                  : (isSet ? QStringLiteral("!%1") : QStringLiteral("!(%1)")).arg(condition));
}

void DifferenceList::copy(const QModelIndex& index) const {
    if (index.isValid()) QApplication::clipboard()->setText(index.data(Qt::DisplayRole).toString());
}

bool DifferenceList::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QListView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto item = indexAt(help->pos()).data(DifferenceModel::ItemRole).value<DifferenceItem>();
    QStringList lines{item.value};
    if (!item.alsoAll.isEmpty()) lines << tr("Splits the calls alike:") << item.alsoAll;
    if (!item.condition.isEmpty()) lines << tr("Click: filter by %1").arg(item.condition);
    if (item.what.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(lines.join(QLatin1Char('\n'))), this);
    return true;
}

void DifferenceList::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(currentIndex());
        return;
    case Qt::Key_Delete:
        choose(currentIndex(), true);
        return;
    default:
        break;
    }
    if (event->matches(QKeySequence::Copy))
        copy(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void DifferenceList::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid()) return;
    const bool canFilter = !index.data(DifferenceModel::ItemRole).value<DifferenceItem>().condition.isEmpty();
    QMenu menu(this);
    QAction* only = menu.addAction(tr("&Filter by this value"));
    QAction* without = menu.addAction(tr("Filter &without this value"));
    menu.addSeparator();
    QAction* copied = menu.addAction(tr("&Copy"));
    only->setEnabled(canFilter);
    without->setEnabled(canFilter);
    const QAction* chosen = menu.exec(event->globalPos());
    if (chosen == copied) copy(index);
    if (chosen == only || chosen == without) choose(index, chosen == without);
}

void DifferenceList::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // rows are higher where the list is narrow
}

} // namespace hallway
