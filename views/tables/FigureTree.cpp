#include "tables/FigureTree.h"

#include "common/Fonts.h"
#include "common/ViewKeys.h"
#include "tables/ColumnChoice.h"
#include "tables/FigureDelegate.h"
#include "tables/FigureHeader.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QSet>

#include <algorithm>

namespace hallway {

namespace {
constexpr double leastSubject = 160, leastFigure = 56, mostFigure = 200, indent = 20, branch = 7; // px
constexpr int rowsToMeasure = 60;

QSet<QString> openRows(const QTreeView& tree) {
    QSet<QString> texts;
    for (int row = 0; row < tree.model()->rowCount(); ++row)
        if (const QModelIndex index = tree.model()->index(row, 0); tree.isExpanded(index))
            texts.insert(index.data().toString());
    return texts;
}
} // namespace

FigureTree::FigureTree(QWidget* parent)
    : QTreeView(parent), m_delegate(new FigureDelegate(1, this)), m_head(new FigureHeader(this)),
      m_columns(new ColumnChoice(*m_head)) {
    setHeader(m_head);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setIndentation(qRound(indent));
    setExpandsOnDoubleClick(true);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    m_head->setStretchLastSection(false);
    connect(m_head, &FigureHeader::sortKeysChanged, this, &FigureTree::sortByHead);
    connect(m_head, &FigureHeader::menuRequested, this, [this](int column, const QPoint& at) {
        QMenu menu(this);
        m_columns->fillMenu(menu, column);
        menu.exec(at);
    });
    connect(m_columns, &ColumnChoice::layoutChanged, this, &FigureTree::fitColumns);
}

void FigureTree::setModel(QAbstractItemModel* model) {
    QTreeView::setModel(model);
    m_head->setSortKeys({});
    m_columns->followModel();
    connect(model, &QAbstractItemModel::modelReset, this, &FigureTree::fitColumns);
    fitColumns();
}

void FigureTree::setTheme(const Theme& theme) {
    m_theme = theme;
    m_delegate->setTheme(theme);
    m_head->setTheme(theme);
    viewport()->update();
}

void FigureTree::sortByHead() {
    auto* const sortable = dynamic_cast<SortableModel*>(model());
    if (sortable == nullptr) return;
    const QSet<QString> open = openRows(*this);
    sortable->sortBy(m_head->sortKeys());
    for (int row = 0; row < model()->rowCount(); ++row)
        if (const QModelIndex index = model()->index(row, 0); open.contains(index.data().toString()))
            expand(index);
}

TableExcerpt FigureTree::excerpt() const {
    TableExcerpt excerpt{{}, m_columns->shownColumns()};
    const bool all = !selectionModel() || !selectionModel()->hasSelection();
    for (QModelIndex index = model()->index(0, 0); index.isValid(); index = indexBelow(index))
        if (all || selectionModel()->isRowSelected(index.row(), index.parent())) excerpt.rows << index;
    return excerpt;
}

QByteArray FigureTree::csv() const {
    TableExcerpt excerpt{{}, m_columns->shownColumns()};
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex group = model()->index(row, 0);
        excerpt.rows << group;
        for (int part = 0; part < model()->rowCount(group); ++part)
            excerpt.rows << model()->index(part, 0, group);
    }
    return QByteArray::fromStdString(csvOf(excerpt));
}

void FigureTree::changeEvent(QEvent* event) {
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange) fitColumns();
}

void FigureTree::contextMenuEvent(QContextMenuEvent* event) {
    if (model() == nullptr) return;
    QMenu menu(this);
    emit menuAboutToShow(menu, currentIndex());
    menu.addAction(tr("Copy rows"), this,
                   [this] { QGuiApplication::clipboard()->setText(tabSeparated(excerpt(), true)); });
    menu.addAction(tr("Copy as Markdown"), this,
                   [this] { QGuiApplication::clipboard()->setText(markdownTable(excerpt())); });
    menu.addAction(tr("Save all as CSV…"), this, [this] { emit saveRequested(csv()); });
    menu.addSeparator();
    menu.addAction(tr("Open all"), this, &QTreeView::expandAll);
    menu.addAction(tr("Close all"), this, &QTreeView::collapseAll);
    m_columns->fillMenu(*menu.addMenu(tr("Columns")), currentIndex().column());
    menu.exec(event->globalPos());
}

/// A triangle before what has parts, on the ground of its row.
void FigureTree::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
    const bool selected = selectionModel()->isRowSelected(index.row(), index.parent());
    painter->fillRect(rect, selected ? m_theme.select : m_theme.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.line);
    if (!model()->hasChildren(index)) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPointF centre(rect.right() - indent / 2, rect.center().y());
    painter->translate(centre);
    if (isExpanded(index)) painter->rotate(90);
    QPainterPath path({-branch / 3, -branch / 2});
    path.lineTo(branch / 2, 0);
    path.lineTo(-branch / 3, branch / 2);
    path.closeSubpath();
    painter->fillPath(path, m_theme.text2);
    painter->restore();
}

bool FigureTree::event(QEvent* event) {
    // The window's key for copying the graph.
    if (claimsKey(*event, {Qt::CTRL | Qt::SHIFT | Qt::Key_C})) return true;
    return QTreeView::event(event);
}

void FigureTree::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        QGuiApplication::clipboard()->setText(markdownTable(excerpt()));
    } else if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(tabSeparated(excerpt(), false));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               currentIndex().isValid()) {
        emit rowActivated(currentIndex());
    } else if (event->key() == Qt::Key_Escape) { // belongs to the window: it steps the selection back
        event->ignore();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void FigureTree::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    fitColumns();
}

void FigureTree::fitColumns() {
    if (model() == nullptr) return;
    const double scale = Fonts(font()).scale;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int used = 0;
    for (const int column : m_columns->shownColumns()) {
        if (column == 0) continue;
        if (!m_columns->hasOwnWidth(column)) {
            double wanted = m_head->sectionSizeHint(column);
            for (int row = 0; row < std::min(rowsToMeasure, model()->rowCount()); ++row)
                wanted = std::max<double>(wanted,
                                          m_delegate->sizeHint(option, model()->index(row, column)).width());
            m_columns->fit(column, qCeil(std::clamp(wanted, leastFigure * scale, mostFigure * scale)));
        }
        used += columnWidth(column);
    }
    if (!m_columns->hasOwnWidth(0))
        m_columns->fit(0, qFloor(std::max(leastSubject * scale, double(viewport()->width() - used))));
}

} // namespace hallway
