#include "tables/FigureTable.h"

#include "common/Fonts.h"
#include "items/Roles.h"
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

/// A cell for a spreadsheet that takes the row, which no formula may become. Models show no control
/// characters.
QString pastable(const QString& text) {
    return !text.isEmpty() && QStringLiteral("=+-@").contains(text.front()) ? u'\'' + text : text;
}
} // namespace

FigureTable::FigureTable(Rows rows, QWidget* parent)
    : QTableView(parent), m_rows(rows), m_delegate(new FigureDelegate(rows == Rows::TwoLines ? 2 : 1, this)) {
    setHorizontalHeader(new FigureHeader(this));
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false); // Tab leaves the table
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
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
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                if (model()) model()->sort(column, order);
            });
}

void FigureTable::setModel(QAbstractItemModel* model) {
    QTableView::setModel(model);
    horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorClearable(true); // the third click returns to the given order
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
    const QScopedValueRollback showing(m_showing, true);
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
        return;
    }
    const int column = currentIndex().isValid() ? currentIndex().column() : 0;
    setCurrentIndex(model()->index(row, column));
    selectRow(row);
}

QString FigureTable::selectedRowText() const {
    if (!currentIndex().isValid()) return {};
    QStringList cells;
    for (int column = 0; column < model()->columnCount(); ++column)
        cells << pastable(currentIndex().siblingAtColumn(column).data(ExactRole).toString());
    return cells.join(QLatin1Char('\t'));
}

QString FigureTable::currentCellText() const {
    return currentIndex().isValid() ? currentIndex().data(ExactRole).toString() : QString();
}

void FigureTable::copyRow() const { QGuiApplication::clipboard()->setText(selectedRowText()); }
void FigureTable::copyCell() const { QGuiApplication::clipboard()->setText(currentCellText()); }

void FigureTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange) return;
    fitRows();
    fitColumns();
}

void FigureTable::contextMenuEvent(QContextMenuEvent* event) {
    if (!currentIndex().isValid()) return;
    QMenu menu(this);
    menu.addAction(tr("Copy row"), this, &FigureTable::copyRow);
    menu.addAction(tr("Copy %1").arg(model()->headerData(currentIndex().column(), Qt::Horizontal).toString()),
                   this, &FigureTable::copyCell);
    menu.exec(event->globalPos());
}

void FigureTable::keyPressEvent(QKeyEvent* event) {
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
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (column == m_subject) continue;
        const double wanted =
            std::max<double>(horizontalHeader()->sectionSizeHint(column), widthOfColumn(column));
        const int width = qCeil(std::clamp(wanted, leastFigure * scale, mostFigure * scale));
        setColumnWidth(column, width);
        fits = fits && used + width + subject <= viewport()->width();
        if (fits) used += width;
    }
    setColumnWidth(m_subject, qFloor(std::max(subject, viewport()->width() - used)));
}

} // namespace hallway
