#include "GuideWindow.h"

#include "bench/Incidents.h"
#include "bench/OtlpLinesWriter.h"
#include "gui/ExportController.h"
#include "layout/GraphvizProcess.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QPixmap>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <unordered_map>

namespace hallway::test {

namespace {

constexpr int patience = 20'000; // ms

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

/// Every colour of `counts` is within `distance` of one of these, the frequent ones first.
QList<QRgb> coverOf(const std::vector<std::pair<int, QRgb>>& counts, int distance) {
    QList<QRgb> cover;
    for (const auto& [count, colour] : counts) {
        const bool isNew = std::none_of(cover.begin(), cover.end(), [&, colour = colour](QRgb near) {
            return std::abs(qRed(near) - qRed(colour)) + std::abs(qGreen(near) - qGreen(colour)) +
                       std::abs(qBlue(near) - qBlue(colour)) <=
                   distance;
        });
        if (isNew) cover << colour;
    }
    return cover;
}

/// In 256 colours, a third of the size: what differs least, the edges of letters mostly, becomes one.
QImage withFewColours(const QImage& image) {
    const QImage exact = image.convertToFormat(QImage::Format_RGB32);
    std::unordered_map<QRgb, int> counts;
    for (int y = 0; y < exact.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(exact.constScanLine(y));
        for (int x = 0; x < exact.width(); ++x)
            ++counts[line[x]];
    }
    std::vector<std::pair<int, QRgb>> order;
    for (const auto& [colour, count] : counts)
        order.emplace_back(count, colour);
    std::sort(order.rbegin(), order.rend());
    int distance = 0;
    QList<QRgb> table = coverOf(order, distance);
    while (table.size() > 256)
        table = coverOf(order, distance += 3);
    return exact.convertToFormat(QImage::Format_Indexed8, table, Qt::ThresholdDither);
}

} // namespace

GuideWindow::GuideWindow(const QString& incident, const QSize& size) {
    const QString sample = QStringLiteral("checkout-incident");
    const QString file =
        m_folder.filePath((incident.isEmpty() ? sample : incident) + QStringLiteral(".jsonl"));
    // The sample too lies in a folder of no meaning: pictures show its path.
    const bool written =
        incident.isEmpty()
            ? QFile::copy(QStringLiteral(HALLWAY_SOURCE_DIR "/resources/samples/%1.jsonl").arg(sample), file)
            : writeIncident(incident, file);
    if (!written) complain(QStringLiteral("there is nothing to open"));
    const std::vector<std::filesystem::path> helpers{std::filesystem::path(HALLWAY_BIN_DIR) /
                                                     "hallway-layout"};
    m_window = std::make_unique<MainWindow>(
        WindowParts{m_folder.filePath(QStringLiteral("cache")).toStdString(),
                    std::make_shared<const GraphvizProcess>(helpers),
                    m_folder.filePath(QStringLiteral("settings.json")), QString(), QApplication::palette()});
    m_window->forceTheme(WindowRequest::ThemeChoice::Light);
    views().setMotion(false);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    m_window->open({file});
    rest();
    if (!views().capture()) complain(QStringLiteral("the file could not be opened"));
}

GuideWindow::~GuideWindow() = default;

void GuideWindow::complain(const QString& sentence) {
    m_isFine = false;
    QTest::qFail(qPrintable(sentence), __FILE__, __LINE__);
}

void GuideWindow::rest() {
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
}

void GuideWindow::keep(const QString& name, QWidget* part) {
    const QString folder = qEnvironmentVariable("HALLWAY_GUIDE_PICTURES");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    const QString path = QDir(folder).filePath(name + QStringLiteral(".png"));
    constexpr int smallest = 0; // quality: PNG loses nothing, it only takes longer
    if (!withFewColours((part ? part : m_window.get())->grab().toImage()).save(path, "PNG", smallest))
        complain(path + QStringLiteral(" could not be written"));
}

void GuideWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* const focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

void GuideWindow::key(QWidget& view, Qt::Key key, Qt::KeyboardModifiers modifiers) {
    view.setFocus();
    QTest::keyClick(&view, key, modifiers);
    rest();
}

void GuideWindow::command(const QString& name) {
    key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* const field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if (!field) return complain(QStringLiteral("the palette does not open"));
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    rest();
}

} // namespace hallway::test
