#include "tables/FigureTable.h"

#include "common/Fonts.h"
#include "common/ViewKeys.h"
#include "items/Roles.h"
#include "tables/ColumnChoice.h"
#include "tables/FigureDelegate.h"
#include "tables/FigureHeader.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace hallway {

namespace {
constexpr double leastSubject = 90, mostSubject = 140; // of one-line rows: as their content asks
constexpr double leastFigure = 44, mostFigure = 184;
constexpr double shownPart = 0.75; // of a subject's text that must be seen before more figures are
constexpr int rowsToMeasure = 60;
} // namespace

FigureTable::FigureTable(Rows rows, QWidget* parent)
    : QTableView(parent), m_rows(rows), m_delegate(new FigureDelegate(rows == Rows::TwoLines ? 2 : 1, this)),
      m_head(new FigureHeader(this)), m_columns(new ColumnChoice(*m_head)) {
    setHorizontalHeader(m_head);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false); // Tab leaves the table
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection); // to copy several; the current row is the one that is shown
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setCornerButtonEnabled(false);
    setCornerWidget(new QWidget); // else the style frames the corner between the scroll bars
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSortingEnabled(false);
    fitRows();
    connect(this, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { emit rowActivated(index.row()); });
    connect(m_head, &FigureHeader::sortKeysChanged, this, &FigureTable::sortByHead);
    connect(m_head, &FigureHeader::menuRequested, this, &FigureTable::showHeadMenu);
    connect(m_columns, &ColumnChoice::layoutChanged, this, &FigureTable::fitColumns);
}

void FigureTable::setModel(QAbstractItemModel* model) {
    QTableView::setModel(model);
    m_head->setSortKeys({});
    m_columns->followModel();
    connect(model, &QAbstractItemModel::modelReset, this, &FigureTable::fitColumns);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (!m_showing && now.isValid()) emit rowChosen(now.row());
    });
    fitColumns();
}

void FigureTable::setTheme(const Theme& theme) {
    m_delegate->setTheme(theme);
    static_cast<FigureHeader*>(horizontalHeader())->setTheme(theme);
    viewport()->update();
}

void FigureTable::showRow(int row) {
    if (!model() || !selectionModel()) return;
    if (row >= 0 && currentIndex().row() == row && selectionModel()->isRowSelected(row)) return;
    const QScopedValueRollback showing(m_showing, true);
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
        return;
    }
    const int column = currentIndex().isValid() ? currentIndex().column() : 0;
    const QModelIndex index = model()->index(row, column);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

TableExcerpt FigureTable::selection() const {
    TableExcerpt excerpt{{}, m_columns->shownColumns()};
    if (!selectionModel()) return excerpt;
    excerpt.rows = selectionModel()->selectedRows();
    std::sort(excerpt.rows.begin(), excerpt.rows.end());
    return excerpt;
}

QString FigureTable::selectedRowText() const { return tabSeparated(selection(), false); }

QString FigureTable::currentCellText() const {
    return currentIndex().isValid() ? currentIndex().data(ExactRole).toString() : QString();
}

QByteArray FigureTable::csv() const {
    TableExcerpt excerpt{{}, m_columns->shownColumns()};
    for (int row = 0; model() != nullptr && row < model()->rowCount(); ++row)
        excerpt.rows << model()->index(row, 0);
    return QByteArray::fromStdString(csvOf(excerpt));
}

void FigureTable::copyRow() const { QGuiApplication::clipboard()->setText(selectedRowText()); }
void FigureTable::copyCell() const { QGuiApplication::clipboard()->setText(currentCellText()); }
void FigureTable::copyTable() const {
    QGuiApplication::clipboard()->setText(tabSeparated(selection(), true));
}
void FigureTable::copyMarkdown() const { QGuiApplication::clipboard()->setText(markdownTable(selection())); }

void FigureTable::sortByHead() {
    if (model() == nullptr) return;
    const std::vector<SortKey>& keys = m_head->sortKeys();
    if (auto* sortable = dynamic_cast<SortableModel*>(model()))
        sortable->sortBy(keys);
    else
        model()->sort(keys.empty() ? -1 : keys.front().column,
                      keys.empty() ? Qt::DescendingOrder : keys.front().order);
}

void FigureTable::showHeadMenu(int column, const QPoint& globalPosition) {
    QMenu menu(this);
    m_columns->fillMenu(menu, column);
    menu.exec(globalPosition);
}

void FigureTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange) return;
    fitRows();
    fitColumns();
}

void FigureTable::contextMenuEvent(QContextMenuEvent* event) {
    if (model() == nullptr) return;
    QMenu menu(this);
    if (currentIndex().isValid()) {
        const int rows = static_cast<int>(selectionModel()->selectedRows().size());
        menu.addAction(rows > 1 ? tr("Copy %1 rows").arg(rows) : tr("Copy row"), this, &FigureTable::copyRow);
        menu.addAction(
            tr("Copy %1").arg(model()->headerData(currentIndex().column(), Qt::Horizontal).toString()), this,
            &FigureTable::copyCell);
        menu.addAction(tr("Copy with heads"), this, &FigureTable::copyTable);
        menu.addAction(tr("Copy as Markdown"), this, &FigureTable::copyMarkdown);
    }
    menu.addAction(tr("Save all as CSV…"), this, [this] { emit saveRequested(csv()); });
    menu.addSeparator();
    m_columns->fillMenu(*menu.addMenu(tr("Columns")), currentIndex().column());
    menu.exec(event->globalPos());
}

bool FigureTable::event(QEvent* event) {
    // The window's key for copying the graph.
    if (claimsKey(*event, {Qt::CTRL | Qt::SHIFT | Qt::Key_C})) return true;
    return QTableView::event(event);
}

void FigureTable::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copyMarkdown();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copyRow();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit rowActivated(currentIndex().row()); // the platform may want a double click instead
        return;
    }
    if (event->key() == Qt::Key_Escape) { // belongs to the window: it steps the selection back
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void FigureTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void FigureTable::fitRows() {
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight(font()));
}

void FigureTable::setSubjectColumn(int column) {
    m_subject = column;
    m_columns->setSubject(column);
    fitColumns();
}

double FigureTable::widthOfColumn(int column) const {
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int width = 0;
    for (int row = 0; row < std::min(rowsToMeasure, model()->rowCount()); ++row)
        width = std::max(width, m_delegate->sizeHint(option, model()->index(row, column)).width());
    return width;
}

void FigureTable::fitColumns() {
    if (!model() || m_subject >= model()->columnCount()) return;
    const double scale = Fonts(font()).scale;
    const double least = leastSubject * scale;
    const double subject = m_rows == Rows::TwoLines
                               ? least
                               : std::clamp(shownPart * widthOfColumn(m_subject), least, mostSubject * scale);
    double used = 0;
    bool fits = true; // the columns up to here stand beside the subject without scrolling
    for (const int column : m_columns->shownColumns()) {
        if (column == m_subject) continue;
        int width = columnWidth(column);
        if (!m_columns->hasOwnWidth(column)) {
            const double wanted =
                std::max<double>(horizontalHeader()->sectionSizeHint(column), widthOfColumn(column));
            width = qCeil(std::clamp(wanted, leastFigure * scale, mostFigure * scale));
            m_columns->fit(column, width);
        }
        fits = fits && used + width + subject <= viewport()->width();
        if (fits) used += width;
    }
    if (!m_columns->hasOwnWidth(m_subject))
        m_columns->fit(m_subject, qFloor(std::max(subject, viewport()->width() - used)));
}

} // namespace hallway
