#include "gui/MessageBar.h"

#include "common/Icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace hallway {

namespace {
constexpr qsizetype mostSentences = 4; // more are counted
} // namespace

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QToolButton(this);
    close->setText(QStringLiteral("✕"));
    close->setProperty("flat", true);
    close->setAccessibleName(tr("Close the message"));
    close->setToolTip(tr("Close the message"));
    connect(close, &QToolButton::clicked, this, &MessageBar::clear);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void MessageBar::clear() {
    m_text->clear();
    hide();
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::show(const QStringList& sentences, bool severe) {
    QStringList shown = sentences.mid(0, mostSentences);
    const auto more = static_cast<int>(sentences.size() - shown.size());
    if (more > 0) shown << tr("And %n more.", nullptr, more);
    m_text->setText(shown.join(QLatin1Char('\n')));
    setProperty("severe", severe);
    style()->unpolish(this);
    style()->polish(this);
    setVisible(!shown.isEmpty());
}

} // namespace hallway
