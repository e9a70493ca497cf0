#include "Walk.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

#include <algorithm>

namespace hallway::test {

namespace {

QString rowText(const QAbstractItemModel& model, const QModelIndex& parent, int row) {
    QStringList texts;
    for (int column = 0; column < model.columnCount(parent); ++column) {
        const QModelIndex index = model.index(row, column, parent);
        texts << index.data(Qt::DisplayRole).toString() << index.data(Qt::AccessibleTextRole).toString();
    }
    return texts.join(QLatin1Char('\n'));
}

/// Depth first, as a person reads.
QModelIndex findRow(const QAbstractItemModel& model, const QStringList& texts,
                    const QModelIndex& parent = {}) {
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QString all = rowText(model, parent, row);
        const bool matches = std::all_of(texts.begin(), texts.end(),
                                         [&all](const QString& text) { return all.contains(text); });
        const QModelIndex index = model.index(row, 0, parent);
        if (matches) return index;
        if (const QModelIndex below = findRow(model, texts, index); below.isValid()) return below;
    }
    return {};
}

} // namespace

Walk::Walk(const QString& incident) : m_name(incident), m_guide(incident) { keep(); }

void Walk::complain(const QString& sentence) { m_guide.complain(m_name + QStringLiteral(": ") + sentence); }

void Walk::moved() {
    ++m_moves;
    m_guide.rest();
    keep();
}

void Walk::keep() { m_guide.keep(QStringLiteral("%1-%2").arg(m_name).arg(m_moves)); }

void Walk::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    m_guide.key(key, modifiers);
    moved();
}

void Walk::click(QWidget& widget, const QPoint& at, Qt::KeyboardModifiers modifiers) {
    if (!widget.isVisible()) return complain(QStringLiteral("what is to be clicked cannot be seen"));
    QTest::mouseClick(&widget, Qt::LeftButton, modifiers, at);
    moved();
}

void Walk::doubleClick(QWidget& widget, const QPoint& at) {
    if (!widget.isVisible()) return complain(QStringLiteral("what is to be clicked cannot be seen"));
    QTest::mouseClick(&widget, Qt::LeftButton, {}, at);
    QTest::mouseDClick(&widget, Qt::LeftButton, {}, at);
    moved();
}

void Walk::clickRow(QAbstractItemView& table, const QStringList& texts) {
    const QModelIndex index = table.model() ? findRow(*table.model(), texts) : QModelIndex();
    if (!index.isValid())
        return complain(QStringLiteral("there is no row with ") + texts.join(QStringLiteral(", ")));
    table.scrollTo(index);
    const QRect row = table.visualRect(index);
    if (!table.viewport()->rect().intersects(row)) return complain(QStringLiteral("the row cannot be seen"));
    click(*table.viewport(), row.center());
}

void Walk::clickTab(QTabBar& tabs, const QString& title) {
    for (int tab = 0; tab < tabs.count(); ++tab)
        if (tabs.tabText(tab).startsWith(title)) return click(tabs, tabs.tabRect(tab).center());
    complain(QStringLiteral("there is no tab ") + title);
}

void Walk::drag(QWidget& widget, const QPoint& from, const QPoint& to) {
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 5; ++step)
        QTest::mouseMove(&widget, from + (to - from) * step / 5);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    moved();
}

void Walk::typeFilter(const QString& text) {
    m_guide.key(Qt::Key_Slash);
    auto* const field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if (!field) return complain(QStringLiteral("there is no field to type into"));
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
    moved();
}

Walk::Found Walk::selectedSpan() {
    Found found;
    const auto span = views().selection().now().span;
    if (!span) return found;
    const Capture& capture = *views().capture();
    found.service =
        QString::fromStdString(capture.calls().nodes[capture.spans().node[span->index()].index()].name);
    found.name = QString::fromUtf8(capture.strings().text(capture.spans().name[span->index()]));
    found.failed = capture.spans().flags[span->index()].has(SpanFlag::Failed);
    if (capture.spans().hasDuration(*span)) found.duration = capture.spans().duration(*span);
    if (const auto details = capture.details(*span))
        for (const NamedValue& value : details->resource)
            found.resource << QString::fromStdString(value.key + " = " + value.text);
    return found;
}

} // namespace hallway::test
