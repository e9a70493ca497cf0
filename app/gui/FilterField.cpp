#include "gui/FilterField.h"

#include "base/FormatText.h"
#include "common/Icons.h"
#include "common/Text.h"
#include "gui/FilterErrorText.h"
#include "query/Filter.h"

#include <QAction>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QTextCharFormat>

#include <algorithm>

namespace hallway {

namespace {

constexpr std::size_t mostProposals = 50;
constexpr int pageRows = 10;

std::size_t byteOf(const QString& text, qsizetype letter) {
    return static_cast<std::size_t>(text.left(letter).toUtf8().size());
}

qsizetype letterOf(const QString& text, std::size_t byte) {
    return QString::fromUtf8(text.toUtf8().left(static_cast<qsizetype>(byte))).size();
}

QString aboutOf(const Completion& completion) {
    switch (completion.kind) {
    case Completion::Kind::Relation:
    case Completion::Kind::Connective:
        return {};
    default:
        if (completion.spans == 0) return {};
        if (completion.spans == 1) return FilterField::tr("1 span");
        return FilterField::tr("%1 spans").arg(QString::fromStdString(format::countExact(completion.spans)));
    }
}

/// What comes after it, so that one goes on typing.
bool wantsBlank(Completion::Kind kind) { return kind != Completion::Kind::Value; }

} // namespace

FilterField::FilterField(QWidget& over)
    : QLineEdit(&over), m_over(over), m_list(new CompletionList(&over)), m_note(new QLabel(&over)),
      m_icon(addAction(QIcon(), QLineEdit::LeadingPosition)),
      m_menuAction(addAction(QIcon(), QLineEdit::TrailingPosition)) {
    setObjectName(QStringLiteral("filter"));
    setPlaceholderText(tr("Filter, e.g. { edge.callee = \"payments\" && duration > 250ms }"));
    setAccessibleName(tr("Filter"));
    setToolTip(tr("Shows only the traces this is true of (/)"));
    setMaxLength(static_cast<int>(Filter::longest));
    m_icon->setText(tr("Filter"));
    m_menuAction->setText(tr("Saved and recent filters"));
    m_menuAction->setToolTip(tr("Saved and recent filters"));
    m_note->setObjectName(QStringLiteral("filterNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    connect(this, &QLineEdit::textEdited, this, &FilterField::edited);
    connect(m_list, &CompletionList::clicked, this, &FilterField::take);
    connect(m_menuAction, &QAction::triggered, this, [this] {
        if (m_menu) m_menu->popup(mapToGlobal(QPoint(width() - m_menu->sizeHint().width(), height() + 2)));
    });
}

void FilterField::setMenu(QMenu* menu) { m_menu = menu; }

void FilterField::setTheme(const Theme& theme) {
    m_theme = theme;
    m_icon->setIcon(themedIcon(Icon::Filter, theme));
    m_menuAction->setIcon(themedIcon(Icon::Down, theme));
    m_list->setTheme(theme);
    mark(m_error);
}

void FilterField::showApplied(const QString& text) {
    m_applied = text;
    if (this->text() != text) setText(text);
    m_fetched = -1;
    m_list->hide();
    check();
}

QString FilterField::errorText() const { return m_note->isVisible() ? m_note->text() : QString(); }

QString FilterField::markedText() const {
    if (!m_error) return {};
    const qsizetype from = letterOf(text(), m_error->at);
    return text().mid(from, letterOf(text(), m_error->at + m_error->size) - from);
}

void FilterField::edited() {
    m_fetched = -1;
    // Half a filter is no error yet; one that was pointed at is watched until it is right.
    if (m_error) check();
    propose();
}

void FilterField::check() {
    const auto parsed = Filter::parse(text().toStdString());
    const bool fine = parsed || text().trimmed().isEmpty();
    mark(fine ? std::nullopt : std::optional(parsed.error()));
}

void FilterField::submit() {
    m_list->hide();
    check();
    if (m_error) {
        setCursorPosition(static_cast<int>(letterOf(text(), m_error->at)));
        mark(m_error);
        return;
    }
    emit submitted(text().trimmed());
}

/// Input methods may give letters a format; so a line edit can underline some.
void FilterField::mark(const std::optional<FilterError>& error) {
    m_error = error;
    QList<QInputMethodEvent::Attribute> formats;
    if (error) {
        const qsizetype from = letterOf(text(), error->at);
        const qsizetype to = letterOf(text(), error->at + error->size);
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(m_theme.failing);
        wrong.setForeground(m_theme.failing);
        formats.append({QInputMethodEvent::TextFormat, static_cast<int>(from - cursorPosition()),
                        static_cast<int>(std::max<qsizetype>(1, to - from)), wrong});
    }
    QInputMethodEvent event({}, formats);
    QCoreApplication::sendEvent(this, &event);
    m_note->setVisible(error.has_value());
    if (!error) return;
    const auto place = static_cast<int>(letterOf(text(), error->at)) + 1;
    m_note->setText(tr("Character %1: %2.").arg(place).arg(sentenceOf(*error)));
    placeNote();
}

void FilterField::placeNote() {
    if (!m_note->isVisible()) return;
    const QPoint below = mapTo(&m_over, QPoint(0, height() + 2));
    m_note->setGeometry(below.x(), below.y(), width(), m_note->heightForWidth(width()));
    m_note->raise();
    if (m_list->isVisible()) m_list->raise();
}

void FilterField::propose() {
    m_listsHistory = false;
    const std::string utf8 = text().toStdString();
    m_completions = completionsAt(utf8, byteOf(text(), cursorPosition()), m_catalog.get(), mostProposals);
    const QString typed = QString::fromUtf8(utf8).mid(
        letterOf(text(), m_completions.from), cursorPosition() - letterOf(text(), m_completions.from));
    std::vector<CompletionList::Proposal> proposals;
    for (const Completion& completion : m_completions.proposals) {
        CompletionList::Proposal proposal{shownText(completion.text), aboutOf(completion)};
        const qsizetype at = typed.isEmpty() ? -1 : proposal.text.indexOf(typed, 0, Qt::CaseInsensitive);
        for (qsizetype i = 0; at >= 0 && i < typed.size(); ++i)
            proposal.typed << at + i;
        proposals.push_back(std::move(proposal));
    }
    // What is typed out already needs no proposal.
    if (proposals.size() == 1 && proposals.front().text == typed) proposals.clear();
    m_list->offer(std::move(proposals), *this);
}

void FilterField::proposeHistory() {
    m_listsHistory = true;
    std::vector<CompletionList::Proposal> proposals;
    for (const QString& one : m_history)
        proposals.push_back({one, tr("asked before")});
    m_list->offer(std::move(proposals), *this);
}

void FilterField::take(std::size_t index) {
    if (m_listsHistory) {
        if (index >= static_cast<std::size_t>(m_history.size())) return;
        setText(m_history[static_cast<qsizetype>(index)]);
        return submit();
    }
    if (index >= m_completions.proposals.size()) return;
    const Completion& chosen = m_completions.proposals[index];
    const qsizetype from = letterOf(text(), m_completions.from), to = letterOf(text(), m_completions.to);
    QString put = QString::fromStdString(chosen.text);
    const bool atEnd = to >= text().size();
    if (wantsBlank(chosen.kind) && (atEnd || !text()[to].isSpace())) put += QLatin1Char(' ');
    setSelection(static_cast<int>(from), static_cast<int>(to - from));
    insert(put); // undone by Ctrl+Z like anything typed
    if (m_error) check();
    propose();
}

void FilterField::fetch(int older) {
    if (m_history.isEmpty()) return;
    m_fetched = std::clamp<qsizetype>(m_fetched + older, -1, m_history.size() - 1);
    setText(m_fetched < 0 ? m_applied : m_history[m_fetched]);
    check();
}

void FilterField::leave() {
    m_list->hide();
    showApplied(m_applied);
    emit left();
}

bool FilterField::event(QEvent* event) {
    // Tab would leave the field.
    if (event->type() == QEvent::KeyPress && m_list->isVisible() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab) {
        take(m_list->chosen().value_or(0));
        return true;
    }
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) placeNote();
    return QLineEdit::event(event);
}

bool FilterField::pressedInList(const QKeyEvent& event) {
    if (!m_list->isVisible()) return false;
    switch (event.key()) {
    case Qt::Key_Down:
        m_list->step(1);
        return true;
    case Qt::Key_Up:
        m_list->step(-1);
        return true;
    case Qt::Key_PageDown:
        m_list->step(pageRows);
        return true;
    case Qt::Key_PageUp:
        m_list->step(-pageRows);
        return true;
    case Qt::Key_Escape:
        m_list->hide();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_list->chosen()) return false;
        take(*m_list->chosen());
        return true;
    default:
        return false;
    }
}

void FilterField::keyPressEvent(QKeyEvent* event) {
    if (pressedInList(*event)) return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return submit();
    case Qt::Key_Escape:
        return leave();
    case Qt::Key_Up:
        return fetch(1);
    case Qt::Key_Down:
        if (m_fetched >= 0) return fetch(-1);
        return text().isEmpty() ? proposeHistory() : propose();
    case Qt::Key_Space:
        if (event->modifiers().testFlag(Qt::ControlModifier)) return propose();
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        m_list->hide();
}

void FilterField::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) placeNote();
}

} // namespace hallway
