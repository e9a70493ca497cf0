#include "gui/CommandPalette.h"

#include "common/Fonts.h"
#include "gui/PaletteDelegate.h"
#include "gui/PaletteModel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace hallway {

namespace {
constexpr double wantedWidth = 600, wantedHeight = 420, top = 44; // px
constexpr int pageRows = 10;
} // namespace

CommandPalette::CommandPalette(QWidget* parent)
    : Overlay(parent), m_field(new QLineEdit(this)), m_list(new QListView(this)), m_nothing(new QLabel(this)),
      m_model(new PaletteModel(this)), m_delegate(new PaletteDelegate(this)) {
    setAccessibleName(tr("Commands"));
    m_field->setAccessibleName(tr("Command"));
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("Commands that match"));
    m_list->setFocusPolicy(Qt::NoFocus); // arrows are passed on by the field
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setObjectName(QStringLiteral("hint"));
    m_nothing->setContentsMargins(12, 8, 12, 8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(9, 9, 9, 9);
    layout->addWidget(m_field);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::openWith(const QString& prompt, const QString& nothing,
                              std::vector<PaletteEntry> entries, Finder finder) {
    m_entries = std::move(entries);
    m_finder = std::move(finder);
    m_nothingText = nothing;
    m_field->setPlaceholderText(prompt);
    m_field->clear();
    search();
    open();
}

void CommandPalette::setTheme(const Theme& theme) {
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

QRect CommandPalette::placeIn(const QSize& area) const {
    const double scale = Fonts(font()).scale;
    // As high as its lines ask for.
    const int rows = m_model->rowCount() > 0 ? m_model->rowCount() * m_list->sizeHintForRow(0) : 0;
    const int note = m_nothing->isHidden() ? 0 : m_nothing->heightForWidth(qRound(wantedWidth * scale) - 18);
    const int wanted = m_field->sizeHint().height() + rows + note + qRound(30 * scale);
    const int most = std::min(qRound(wantedHeight * scale), area.height() - qRound(top) - 16);
    const QSize size(std::min(qRound(wantedWidth * scale), area.width() - 16), std::min(wanted, most));
    return {QPoint((area.width() - size.width()) / 2, qRound(top)), size};
}

QWidget* CommandPalette::keyboardTarget() { return m_field; }

void CommandPalette::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange && isOpen()) placeAgain();
    Overlay::changeEvent(event);
}

void CommandPalette::search() {
    const QString typed = m_field->text();
    std::vector<PaletteModel::Row> rows;
    if (m_finder)
        for (PaletteEntry& found : m_finder(typed))
            rows.push_back({std::move(found), {}});
    for (PaletteModel::Row& ranked : rankedRows(m_entries, typed))
        rows.push_back(std::move(ranked));
    const bool empty = rows.empty();
    m_model->setRows(std::move(rows));
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_nothing->setText(m_nothingText.arg(typed.trimmed().left(80)));
    m_nothing->setVisible(empty);
    m_list->setVisible(!empty);
    if (isOpen()) placeAgain();
}

void CommandPalette::run(const QModelIndex& index) {
    if (!index.isValid()) return;
    const auto chosen = m_model->row(index).entry.run; // closing may let go of the row
    closeUp();
    chosen();
}

void CommandPalette::step(int rows) {
    const int last = m_model->rowCount() - 1;
    if (last < 0) return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, last);
    m_list->setCurrentIndex(m_model->index(row, 0));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_field || event->type() != QEvent::KeyPress) return Overlay::eventFilter(watched, event);
    switch (static_cast<const QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(pageRows);
        return true;
    case Qt::Key_PageUp:
        step(-pageRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        closeUp();
        return true;
    default:
        return Overlay::eventFilter(watched, event);
    }
}

} // namespace hallway
