#include "waterfall/WaterfallSearchBar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace hallway {

WaterfallSearchBar::WaterfallSearchBar(QWidget* parent)
    : QWidget(parent), m_field(new QLineEdit(this)), m_count(new QLabel(this)) {
    auto* previous = new QToolButton(this);
    auto* next = new QToolButton(this);
    auto* close = new QToolButton(this);
    previous->setArrowType(Qt::UpArrow);
    next->setArrowType(Qt::DownArrow);
    close->setText(QStringLiteral("×"));
    const std::pair<QToolButton*, QString> names[] = {{previous, tr("Previous match (Shift+Enter)")},
                                                      {next, tr("Next match (Enter)")},
                                                      {close, tr("Close the search (Esc)")}};
    for (const auto& name : names) {
        name.first->setAutoRaise(true);
        name.first->setToolTip(name.second);
        name.first->setAccessibleName(name.second);
    }
    m_field->setPlaceholderText(tr("Service, operation, attribute or event"));
    m_field->setAccessibleName(tr("Search in the trace"));
    m_field->setClearButtonEnabled(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(4);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_count);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(close);
    connect(m_field, &QLineEdit::textChanged, this, &WaterfallSearchBar::textChanged);
    connect(previous, &QToolButton::clicked, this, [this] { emit stepped(false); });
    connect(next, &QToolButton::clicked, this, [this] { emit stepped(true); });
    connect(close, &QToolButton::clicked, this, &WaterfallSearchBar::closed);
    setFocusProxy(m_field);
    hide();
}

void WaterfallSearchBar::open() {
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void WaterfallSearchBar::setResult(int found, int position, bool searching) {
    if (m_field->text().isEmpty()) {
        m_count->clear();
    } else if (searching) {
        m_count->setText(found == 0 ? tr("searching…") : tr("%1 found, searching…").arg(found));
    } else if (found == 0) {
        m_count->setText(tr("none"));
    } else {
        m_count->setText(position < 0 ? tr("%1 found").arg(found)
                                      : tr("%1 of %2").arg(position + 1).arg(found));
    }
}

QString WaterfallSearchBar::text() const { return m_field->text(); }

void WaterfallSearchBar::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        emit closed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        emit stepped((event->modifiers() & Qt::ShiftModifier) == 0);
        return;
    case Qt::Key_Down:
        emit stepped(true);
        return;
    case Qt::Key_Up:
        emit stepped(false);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace hallway
