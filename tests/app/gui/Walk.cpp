#include "Walk.h"

#include "bench/Incidents.h"
#include "bench/OtlpLinesWriter.h"
#include "gui/ExportController.h"
#include "layout/GraphvizProcess.h"

#include <QAbstractItemView>
#include <QDir>
#include <QLineEdit>
#include <QPixmap>
#include <QTabBar>

#include <fstream>

namespace hallway::test {

namespace {

constexpr int patience = 20'000; // ms
constexpr QSize windowSize(1440, 900);

bool writeIncident(const QString& name, const QString& path) {
    for (const bench::Incident& incident : bench::incidents()) {
        if (name.toStdString() != incident.name) continue;
        std::ofstream file(path.toStdString());
        bench::OtlpLinesWriter writer(file, 512);
        bench::generate(bench::incidentOptions(), incident.topology, writer);
        file.close();
        return file.good();
    }
    return false;
}

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

Walk::Walk(const QString& incident) : m_name(incident) {
    const QString file = m_folder.filePath(incident + QStringLiteral(".jsonl"));
    if (!writeIncident(incident, file)) complain(QStringLiteral("the incident could not be written"));
    const std::vector<std::filesystem::path> helpers{std::filesystem::path(HALLWAY_BIN_DIR) /
                                                     "hallway-layout"};
    m_window = std::make_unique<MainWindow>(
        WindowParts{m_folder.filePath(QStringLiteral("cache")).toStdString(),
                    std::make_shared<const GraphvizProcess>(helpers),
                    m_folder.filePath(QStringLiteral("settings.json")), QString(), QApplication::palette()});
    views().setMotion(false);
    m_window->resize(windowSize);
    m_window->show();
    m_window->activateWindow();
    m_window->open({file});
    come();
    if (!views().capture()) complain(QStringLiteral("the incident could not be opened"));
}

Walk::~Walk() = default;

void Walk::complain(const QString& sentence) {
    m_isFine = false;
    QTest::qFail(qPrintable(m_name + QStringLiteral(": ") + sentence), __FILE__, __LINE__);
}

void Walk::moved() {
    ++m_moves;
    come();
}

void Walk::come() {
    // Twice in a row: what one job finds may start the next.
    for (int quiet = 0; quiet < 2; ++quiet) {
        const bool rested = QTest::qWaitFor(
            [this] {
                return !m_window->opener().isOpening() && views().isSettled() &&
                       !views().graphView().canvas().isMoving();
            },
            patience);
        if (!rested) return complain(QStringLiteral("the window does not come to rest"));
        QTest::qWait(20);
    }
    const QString folder = qEnvironmentVariable("HALLWAY_GUIDE_PICTURES");
    if (!folder.isEmpty()) {
        const QString path = QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(m_name).arg(m_moves));
        if (!m_window->grab().save(path)) complain(path + QStringLiteral(" could not be written"));
    }
}

void Walk::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* const focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
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
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(),
                    Qt::Key_Slash);
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
