#include "gui/KeySheet.h"

#include "common/Fonts.h"
#include "common/KeyPlate.h"
#include "common/PanelHead.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hallway {

namespace {

constexpr double wantedWidth = 900, wantedHeight = 640; // px
constexpr std::size_t columnCount = 3;
constexpr std::size_t headRows = 2; // what a group's title takes, in rows

struct Group {
    QString place;
    std::vector<const Command*> commands;
    [[nodiscard]] std::size_t rows() const { return commands.size() + headRows; }
};

/// By the first part of the place, in the order they come.
std::vector<Group> groupsOf(const std::vector<Command>& commands) {
    std::vector<Group> groups;
    for (const Command& command : commands) {
        if (command.keys.isEmpty()) continue;
        const QString place = command.place.section(QStringLiteral(" ▸ "), 0, 0);
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&place](const Group& known) { return known.place == place; });
        if (group == groups.end()) group = groups.insert(group, {place, {}});
        group->commands.push_back(&command);
    }
    return groups;
}

QWidget* groupWidget(const Group& group, const Theme& theme) {
    auto* widget = new QWidget;
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    auto* title = new QLabel(group.place, widget);
    title->setObjectName(QStringLiteral("keyGroup"));
    title->setTextFormat(Qt::PlainText);
    grid->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    for (const Command* command : group.commands) {
        auto* plate = new KeyPlate(command->keys, widget);
        plate->setTheme(theme);
        // What stands in a menu within the menu needs its name: "Export ▸ Graph".
        const QString inner = command->place.section(QStringLiteral(" ▸ "), 1);
        auto* text = new QLabel(
            inner.isEmpty() ? command->text : inner + QStringLiteral(" ▸ ") + command->text, widget);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setBuddy(plate);
        grid->addWidget(plate, row, 0, Qt::AlignRight | Qt::AlignTop);
        grid->addWidget(text, row++, 1);
    }
    return widget;
}

} // namespace

KeySheet::KeySheet(QWidget* parent)
    : Overlay(parent), m_head(new PanelHead(tr("Keys"), this)), m_sheet(nullptr), m_columns(nullptr) {
    setAccessibleName(tr("Keys"));
    auto* close = new QToolButton(m_head);
    close->setText(QStringLiteral("✕"));
    close->setProperty("flat", true);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &Overlay::closeUp);
    m_head->addControl(close);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_sheet = new QWidget;
    m_sheet->setObjectName(QStringLiteral("problemList"));
    m_columns = new QHBoxLayout(m_sheet);
    m_columns->setContentsMargins(16, 12, 16, 16);
    m_columns->setSpacing(28);
    scroll->setWidget(m_sheet);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(scroll, 1);
}

void KeySheet::openWith(const std::vector<Command>& commands) {
    while (QLayoutItem* item = m_columns->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::vector<Group> groups = groupsOf(commands);
    std::size_t all = 0;
    for (const Group& group : groups)
        all += group.rows();
    // Groups stay whole and in order: a column ends where it passed its share.
    auto group = groups.begin();
    std::size_t placed = 0;
    for (std::size_t column = 0; column < columnCount; ++column) {
        auto* widget = new QWidget(m_sheet);
        auto* rows = new QVBoxLayout(widget);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(16);
        const std::size_t share = all * (column + 1) / columnCount;
        for (; group != groups.end() && (placed < share || column + 1 == columnCount); ++group) {
            rows->addWidget(groupWidget(*group, m_theme));
            placed += group->rows();
        }
        rows->addStretch(1);
        m_columns->addWidget(widget, 1);
    }
    open();
}

void KeySheet::setTheme(const Theme& theme) {
    m_theme = theme;
    m_head->setTheme(theme);
    for (KeyPlate* plate : findChildren<KeyPlate*>())
        plate->setTheme(theme);
}

QRect KeySheet::placeIn(const QSize& area) const {
    const double scale = Fonts(font()).scale;
    const QSize size(std::min(qRound(wantedWidth * scale), area.width() - 16),
                     std::min(qRound(wantedHeight * scale), area.height() - 16));
    return {QPoint((area.width() - size.width()) / 2, (area.height() - size.height()) / 2), size};
}

void KeySheet::keyPressEvent(QKeyEvent* event) {
    QScrollBar* bar = findChild<QScrollArea*>()->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Question:
        return closeUp();
    case Qt::Key_Down:
        return bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    case Qt::Key_Up:
        return bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        return bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_PageUp:
        return bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    default:
        Overlay::keyPressEvent(event);
    }
}

} // namespace hallway
