#include "gui/FirstStartPage.h"

#include "common/KeyPlate.h"
#include "common/PlainToolTip.h"
#include "common/WornFont.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace hallway {

namespace {

constexpr int dropWidth = 688, columnGap = 40;

QLabel* label(const QString& text, QWidget* parent, Typeface Fonts::*size = &Fonts::base) {
    auto* result = new QLabel(text, parent);
    result->setTextFormat(Qt::PlainText);
    wearFont(*result, size);
    return result;
}

/// A heading with a rule under it.
QWidget* heading(const QString& text, QWidget* parent) {
    auto* result = label(text, parent, &Fonts::strong);
    result->setObjectName(QStringLiteral("heading"));
    result->setMinimumHeight(24);
    return result;
}

/// Two services well, one not: what Hallway is about.
class Drawing : public QWidget {
public:
    using QWidget::QWidget;
    Theme theme;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(width() / 2.0 - 75, 2);
        const auto edge = [&painter](QPointF from, QPointF to, const QColor& color, double size) {
            QPainterPath path(from);
            const double middle = (from.x() + to.x()) / 2;
            path.cubicTo(QPointF(middle, from.y()), QPointF(middle, to.y()), to);
            painter.strokePath(path, QPen(color, size, Qt::SolidLine, Qt::RoundCap));
        };
        edge({24, 26}, {63, 26}, theme.edge, 4);
        edge({87, 26}, {125, 9}, theme.edge, 2);
        edge({87, 26}, {125, 45}, theme.failing, 4);
        painter.setBrush(theme.surface);
        const auto box = [&painter](double x, double y, const QColor& color) {
            painter.setPen(QPen(color, 1.5));
            painter.drawRoundedRect(QRectF(x, y, 25, 18), 3, 3);
        };
        box(0, 17, theme.text2);
        box(62, 17, theme.text2);
        box(124, 0, theme.text2);
        box(124, 36, theme.failing);
    }
};

} // namespace

QString titleOfFiles(const QStringList& files) {
    if (files.isEmpty()) return {};
    const QString first = QFileInfo(files.front()).fileName();
    const auto more = static_cast<int>(files.size() - 1);
    return more == 0 ? first : FirstStartPage::tr("%1 and %n more", nullptr, more).arg(first);
}

FirstStartPage::FirstStartPage(QWidget* parent)
    : QWidget(parent), m_dropArea(nullptr), m_drawing(new Drawing(this)), m_recentRows(new QVBoxLayout) {
    setObjectName(QStringLiteral("firstStart"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(columnGap);
    columns->addWidget(makeRecent(), 1);
    columns->addWidget(makeKeys(), 1);
    m_dropArea = makeDropArea();
    auto* middle = new QVBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_dropArea);
    middle->addSpacing(16);
    middle->addLayout(columns);
    middle->addStretch(2);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch();
    layout->addLayout(middle);
    layout->addStretch();
}

QWidget* FirstStartPage::makeDropArea() {
    auto* area = new QWidget(this);
    area->setMinimumWidth(dropWidth);
    m_drawing->setParent(area);
    m_drawing->setFixedHeight(60);
    auto* title = label(tr("Drop a trace export here"), area, &Fonts::title);
    auto* formats = label(
        tr("OTLP, Jaeger, Zipkin, Tempo and others, also compressed; several files or a folder at once"),
        area, &Fonts::subject);
    formats->setObjectName(QStringLiteral("formats"));
    auto* open = new QPushButton(tr("Open files…"), area);
    open->setProperty("primary", true);
    auto* sample = new QPushButton(tr("Open the sample"), area);
    for (QPushButton* button : {open, sample})
        button->setMinimumSize(124, 30);
    auto* privacy = label(tr("Files stay on this computer. Hallway opens no network connection."), area);
    privacy->setObjectName(QStringLiteral("hint"));
    connect(open, &QPushButton::clicked, this, &FirstStartPage::openClicked);
    connect(sample, &QPushButton::clicked, this, &FirstStartPage::sampleClicked);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addStretch();
    buttons->addWidget(open);
    buttons->addWidget(sample);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(24, 18, 24, 12);
    layout->setSpacing(8);
    layout->addWidget(m_drawing);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(formats, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addSpacing(8);
    layout->addWidget(privacy, 0, Qt::AlignHCenter);
    return area;
}

QWidget* FirstStartPage::makeRecent() {
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(heading(tr("Recent"), column));
    m_recentRows->setSpacing(2);
    layout->addLayout(m_recentRows);
    layout->addSpacing(10);
    layout->addWidget(heading(tr("How to get an export"), column));
    auto* grid = new QGridLayout;
    grid->setColumnMinimumWidth(0, 76);
    grid->setColumnStretch(1, 1);
    const std::array<std::pair<QString, QString>, 2> ways{{
        {tr("Collector"), tr("file exporter, format JSON")},
        {tr("Jaeger"), tr("trace page, Trace JSON; or the query API")},
    }};
    for (int row = 0; row < static_cast<int>(ways.size()); ++row) {
        const auto& [source, way] = ways[static_cast<std::size_t>(row)];
        auto* text = label(way, column);
        text->setObjectName(QStringLiteral("formats"));
        grid->addWidget(label(source, column), row, 0);
        grid->addWidget(text, row, 1);
    }
    layout->addLayout(grid);
    layout->addStretch();
    return column;
}

QWidget* FirstStartPage::makeKeys() {
    auto* column = new QWidget(this);
    auto* grid = new QGridLayout(column);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 110);
    grid->setColumnStretch(1, 1);
    grid->addWidget(heading(tr("Keys worth knowing"), column), 0, 0, 1, 2);
    const std::array<std::pair<QString, QString>, 6> keys{{
        {QKeySequence(Qt::CTRL | Qt::Key_O).toString(QKeySequence::NativeText), tr("open files")},
        {QKeySequence(Qt::CTRL | Qt::Key_G).toString(QKeySequence::NativeText),
         tr("go to a service or a trace")},
        {QStringLiteral("E"), tr("next failure")},
        {QStringLiteral(". ,"), tr("next and previous call")},
        {QStringLiteral("W A S D"), tr("zoom and pan")},
        {QStringLiteral("F"), tr("fit, or frame the selection")},
    }};
    int row = 1;
    for (const auto& [key, what] : keys) {
        m_plates.push_back(new KeyPlate(key, column));
        grid->addWidget(m_plates.back(), row, 0, Qt::AlignLeft);
        grid->addWidget(label(what, column), row++, 1);
    }
    grid->setRowStretch(row, 1);
    return column;
}

void FirstStartPage::setTheme(const Theme& theme) {
    m_theme = theme;
    static_cast<Drawing*>(m_drawing)->theme = theme;
    for (KeyPlate* plate : m_plates)
        plate->setTheme(theme);
    update();
}

void FirstStartPage::setRecent(const std::vector<QStringList>& recent) {
    while (QLayoutItem* item = m_recentRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (recent.empty()) {
        auto* none = label(tr("Captures you open are listed here."), this);
        none->setObjectName(QStringLiteral("hint"));
        m_recentRows->addWidget(none);
    }
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < std::min(recent.size(), most); ++i) {
        auto* button = new QPushButton(titleOfFiles(recent[i]), this);
        button->setProperty("row", true);
        button->setToolTip(plainToolTip(recent[i].join(QLatin1Char('\n'))));
        button->setCursor(Qt::PointingHandCursor);
        connect(button, &QPushButton::clicked, this,
                [this, files = recent[i]] { emit recentClicked(files); });
        m_recentRows->addWidget(button);
    }
}

void FirstStartPage::setDropping(bool on) {
    m_dropping = on;
    update();
}

void FirstStartPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_dropping ? m_theme.accent : m_theme.line2, 1.5);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(m_dropping ? m_theme.band : m_theme.surface);
    painter.drawRoundedRect(QRectF(m_dropArea->geometry()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace hallway
