#include "gui/NamePrompt.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace hallway {

namespace {
constexpr int wantedWidth = 360, top = 44, longestName = 80; // px, px, letters
} // namespace

NamePrompt::NamePrompt(QWidget* parent)
    : Overlay(parent), m_question(new QLabel(this)), m_name(new QLineEdit(this)) {
    m_question->setTextFormat(Qt::PlainText);
    m_question->setBuddy(m_name);
    m_name->setMaxLength(longestName);
    auto* hint = new QLabel(tr("Enter saves, Esc leaves it"), this);
    hint->setObjectName(QStringLiteral("hint"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(13, 11, 13, 11);
    layout->setSpacing(6);
    layout->addWidget(m_question);
    layout->addWidget(m_name);
    layout->addWidget(hint);
    connect(m_name, &QLineEdit::returnPressed, this, &NamePrompt::take);
}

void NamePrompt::ask(const QString& question, const QString& suggestion,
                     std::function<void(const QString&)> done) {
    m_done = std::move(done);
    setAccessibleName(question);
    m_question->setText(question);
    m_name->setAccessibleName(question);
    m_name->setText(suggestion);
    m_name->selectAll();
    open();
}

void NamePrompt::take() {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) return;
    closeUp();
    m_done(name);
}

QRect NamePrompt::placeIn(const QSize& area) const {
    const QSize wanted = sizeHint();
    const int width = std::min(std::max(wantedWidth, wanted.width()), area.width() - 16);
    return {(area.width() - width) / 2, top, width, wanted.height()};
}

QWidget* NamePrompt::keyboardTarget() { return m_name; }

} // namespace hallway
