#include "findings/FindingView.h"

#include "findings/FindingDelegate.h"
#include "items/Roles.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <set>

namespace hallway {

FindingView::FindingView(Enter enter, QWidget* parent)
    : QTreeView(parent), m_enter(enter), m_delegate(new FindingDelegate(this)) {
    setModel(&m_model);
    setItemDelegate(m_delegate);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setItemsExpandable(true);
    setExpandsOnDoubleClick(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
}

void FindingView::setFindings(Findings findings) {
    const auto nameOf = [this](const QModelIndex& index) {
        const FindingSection* const section = m_model.sectionOf(index);
        const Finding* const finding = m_model.findingAt(index);
        return std::pair(section ? section->title : QString(),
                         finding ? finding->title + u'\n' + finding->condition : QString());
    };
    const auto forEachFinding = [this](auto visit) {
        for (int section = 0; section < m_model.rowCount(); ++section) {
            const QModelIndex head = m_model.index(section, 0);
            for (int row = 0; row < m_model.rowCount(head); ++row)
                visit(m_model.index(row, 0, head));
        }
    };
    std::set<std::pair<QString, QString>> open;
    forEachFinding([&](const QModelIndex& index) {
        if (isExpanded(index)) open.insert(nameOf(index));
    });
    const QModelIndex before = m_model.findingOf(currentIndex());
    const auto current = nameOf(before);
    const int scrolled = verticalScrollBar()->value();

    m_filling = true;
    m_example = -1;
    m_model.setFindings(std::move(findings));
    m_delegate->measure(m_model, font());
    for (int section = 0; section < m_model.rowCount(); ++section)
        expand(m_model.index(section, 0));
    forEachFinding([&](const QModelIndex& index) {
        if (open.contains(nameOf(index))) expand(index);
        if (before.isValid() && nameOf(index) == current) setCurrentIndex(index);
    });
    verticalScrollBar()->setValue(scrolled);
    m_filling = false;
    emit currentFindingChanged();
}

void FindingView::setTheme(const Theme& theme) {
    m_delegate->setTheme(theme);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Base, theme.surface);
    setPalette(palette);
    viewport()->update();
}

void FindingView::changeEvent(QEvent* event) {
    QTreeView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return;
    m_delegate->measure(m_model, font());
    scheduleDelayedItemsLayout();
}

const Finding* FindingView::currentFinding() const {
    return m_model.findingAt(m_model.findingOf(currentIndex()));
}

QString FindingView::currentCondition() const {
    const Finding* const finding = currentFinding();
    return finding ? finding->condition : QString();
}

int FindingView::exampleCount() const {
    const Finding* const finding = currentFinding();
    return finding ? static_cast<int>(finding->places.size()) : 0;
}

void FindingView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    if (m_filling || m_model.findingOf(current) == m_model.findingOf(previous)) return;
    m_example = -1;
    if (exampleCount() > 0)
        chooseExample(0);
    else
        emit currentFindingChanged();
}

void FindingView::chooseExample(int example) {
    m_example = example;
    emit exampleChosen(currentFinding()->places[static_cast<std::size_t>(example)]);
    emit currentFindingChanged();
}

void FindingView::stepExample(bool forward) {
    const int count = exampleCount();
    if (count == 0) return;
    const int from = m_example < 0 ? (forward ? -1 : 0) : m_example;
    chooseExample((from + (forward ? 1 : count - 1)) % count);
}

void FindingView::filterByCurrent() {
    if (const QString condition = currentCondition(); !condition.isEmpty())
        emit conditionRequested(condition);
}

void FindingView::openCurrent() {
    if (m_model.detailAt(currentIndex())) return followDetail(currentIndex(), true);
    if (exampleCount() == 0) return;
    if (m_example < 0) m_example = 0;
    emit exampleOpened(currentFinding()->places[static_cast<std::size_t>(m_example)]);
}

void FindingView::followDetail(const QModelIndex& index, bool open) {
    const FindingDetail* const detail = m_model.detailAt(index);
    if (!detail) return;
    if (const auto* const place = std::get_if<FindingPlace>(&detail->target)) {
        if (open)
            emit exampleOpened(*place);
        else
            emit exampleChosen(*place);
    } else if (const auto* const edge = std::get_if<EdgeId>(&detail->target)) {
        emit edgeChosen(*edge);
    } else if (const auto* const node = std::get_if<NodeId>(&detail->target)) {
        emit nodeChosen(*node);
    }
}

void FindingView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    const bool isLeft = event->button() == Qt::LeftButton;
    if (isLeft && m_model.findingAt(index) && event->pos().x() < m_delegate->expanderRoom(font())) {
        setExpanded(index, !isExpanded(index));
        return;
    }
    QTreeView::mousePressEvent(event);
    if (isLeft) followDetail(index, false);
}

void FindingView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !indexAt(event->pos()).isValid()) return;
    if (m_enter == Enter::Filters && m_model.findingAt(currentIndex()))
        filterByCurrent();
    else
        openCurrent();
}

void FindingView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyCurrent();
    switch (event->key()) {
    case Qt::Key_Period:
        return stepExample(true);
    case Qt::Key_Comma:
        return stepExample(false);
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const bool other = event->modifiers().testFlag(Qt::ShiftModifier);
        const bool filters = (m_enter == Enter::Filters) != other && !m_model.detailAt(currentIndex());
        return filters ? filterByCurrent() : openCurrent();
    }
    case Qt::Key_Space:
        if (m_model.findingAt(currentIndex())) setExpanded(currentIndex(), !isExpanded(currentIndex()));
        return;
    default:
        QTreeView::keyPressEvent(event);
    }
}

void FindingView::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || m_model.sectionAt(index)) return;
    setCurrentIndex(index);
    QMenu menu(this);
    menu.addAction(tr("Open in the waterfall"), this, &FindingView::openCurrent)
        ->setEnabled(exampleCount() > 0);
    menu.addAction(tr("Filter by this"), this, &FindingView::filterByCurrent)
        ->setEnabled(!currentCondition().isEmpty());
    menu.addSeparator();
    menu.addAction(tr("Copy"), this, &FindingView::copyCurrent);
    menu.exec(event->globalPos());
}

void FindingView::copyCurrent() const {
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentIndex().data(ExactRole).toString());
}

} // namespace hallway
