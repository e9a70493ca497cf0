#include "common/EmptyState.h"

#include "common/WornFont.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hallway {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_button(new QPushButton(this)) {
    wearFont(*m_sentence, &Fonts::subject);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_button->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(12);
    column->addStretch();
    column->addWidget(m_sentence);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
    setTheme(Theme());
}

void EmptyState::setText(const QString& sentence, const QString& button) {
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

void EmptyState::setTheme(const Theme& theme) {
    QPalette colors = m_sentence->palette();
    colors.setColor(QPalette::WindowText, theme.text2);
    m_sentence->setPalette(colors);
    QPalette ground = palette();
    ground.setColor(QPalette::Window, theme.canvas);
    setPalette(ground);
    setAutoFillBackground(true);
}

QString EmptyState::text() const { return m_sentence->text(); }

} // namespace hallway
