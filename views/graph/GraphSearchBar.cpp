#include "graph/GraphSearchBar.h"

#include "common/Icons.h"
#include "graph/GraphSearch.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace hallway {

namespace {

QToolButton* button(QWidget* parent, const QString& text, const QString& what) {
    auto* made = new QToolButton(parent);
    made->setText(text);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    made->setToolTip(what);
    made->setAccessibleName(what);
    return made;
}

} // namespace

GraphSearchBar::GraphSearchBar(QWidget* parent)
    : QWidget(parent), m_field(new QLineEdit(this)), m_count(new QLabel(this)), m_error(new QLabel(this)),
      m_previous(button(this, QStringLiteral("‹"), tr("Previous (Shift+Enter)"))),
      m_next(button(this, QStringLiteral("›"), tr("Next (Enter)"))),
      m_hide(button(this, tr("Hide these"), tr("Hide what is found (Ctrl+Enter)"))),
      m_close(button(this, {}, tr("Close (Esc)"))) {
    setObjectName(QStringLiteral("graphSearch"));
    m_field->setPlaceholderText(tr("Find a service, or e.g. p99 > 200ms && failed > 1%"));
    m_field->setAccessibleName(tr("Find in the graph"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    for (QToolButton* control : {m_previous, m_next, m_hide, m_close})
        row->addWidget(control);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_error);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_hide->setEnabled(isExpression(text));
        emit sought(text);
    });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepped(true); });
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepped(false); });
    connect(m_hide, &QToolButton::clicked, this, &GraphSearchBar::hideFound);
    connect(m_close, &QToolButton::clicked, this, &GraphSearchBar::close);
    m_hide->setEnabled(false);
    hide();
}

void GraphSearchBar::open() {
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    emit sought(m_field->text());
}

void GraphSearchBar::close() {
    hide();
    emit closed();
}

void GraphSearchBar::hideFound() {
    const QString expression = m_field->text().trimmed();
    m_field->clear(); // it would find nothing any more, and dim all that is left
    emit hideWanted(expression);
}

QString GraphSearchBar::text() const { return m_field->text(); }

void GraphSearchBar::setResult(std::size_t found, std::optional<std::size_t> current) {
    const bool isSought = !m_field->text().trimmed().isEmpty();
    if (!isSought)
        m_count->clear();
    else if (found == 0)
        m_count->setText(tr("nothing found"));
    else
        m_count->setText(current ? tr("%1 of %2").arg(*current + 1).arg(found) : tr("%1 found").arg(found));
    m_previous->setEnabled(found > 0);
    m_next->setEnabled(found > 0);
    m_hide->setEnabled(found > 0 && isExpression(m_field->text()));
}

void GraphSearchBar::setError(const std::optional<Error>& error) {
    m_error->setVisible(error.has_value());
    if (!error) return;
    m_count->clear();
    m_hide->setEnabled(false);
    const std::size_t offset = error->position ? error->position->offset : 0;
    const std::string typed = m_field->text().toStdString();
    const auto column = QString::fromStdString(typed.substr(0, offset)).size();
    const QString expected =
        error->arguments.size() > 1 ? QString::fromStdString(error->arguments[1]) : QString();
    const QString found = error->arguments.empty() ? QString() : QString::fromStdString(error->arguments[0]);
    m_error->setText(found.isEmpty()
                         ? tr("Character %1, the end: expected %2").arg(column + 1).arg(expected)
                         : tr("Character %1, “%2”: expected %3").arg(column + 1).arg(found, expected));
}

void GraphSearchBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return close();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            if (m_hide->isEnabled()) hideFound();
            return;
        }
        emit stepped(!event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    QWidget::keyPressEvent(event);
}

void GraphSearchBar::setTheme(const Theme& theme) {
    m_theme = theme;
    m_close->setIcon(themedIcon(Icon::Close, theme));
    QPalette palette = m_error->palette();
    palette.setColor(QPalette::WindowText, theme.degraded);
    m_error->setPalette(palette);
    update();
}

void GraphSearchBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.header);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.line);
}

} // namespace hallway
