#include "gui/WhatIfPanel.h"

#include "base/FormatText.h"
#include "common/ElidedLabel.h"
#include "common/PlainToolTip.h"
#include "items/FigureText.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace hallway {

namespace {

QLabel* plainLabel(const QString& text = {}) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString figureText(const std::optional<Distribution>& figures, std::size_t column) {
    if (!figures) return QStringLiteral("–");
    switch (column) {
    case 0:
        return percentileText(figures, Percentile::P50);
    case 1:
        return percentileText(figures, Percentile::P95);
    case 2:
        return percentileText(figures, Percentile::P99);
    default:
        return toQString(format::duration(figures->max));
    }
}

} // namespace

WhatIfPanel::WhatIfPanel(QWidget* parent)
    : QWidget(parent), m_subject(new ElidedLabel(nullptr, Qt::ElideMiddle)), m_field(new QLineEdit),
      m_sentence(plainLabel()), m_table(new QWidget) {
    m_field->setPlaceholderText(tr("-100 ms or 50 %"));
    m_field->setAccessibleName(tr("What if these calls took less: so much less, or so much of their time"));
    m_field->setMaxLength(64);
    m_sentence->setWordWrap(true);

    auto* grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    const std::array heads{tr("p50"), tr("p95"), tr("p99"), tr("max")};
    for (int column = 0; column < 4; ++column)
        grid->addWidget(plainLabel(heads[static_cast<std::size_t>(column)]), 0, column + 1, Qt::AlignRight);
    const std::array names{tr("now"), tr("then")};
    for (std::size_t row = 0; row < 2; ++row) {
        grid->addWidget(plainLabel(names[row]), static_cast<int>(row) + 1, 0);
        for (std::size_t column = 0; column < 4; ++column) {
            m_figures[row][column] = plainLabel();
            grid->addWidget(m_figures[row][column], static_cast<int>(row) + 1, static_cast<int>(column) + 1,
                            Qt::AlignRight);
        }
    }
    grid->setColumnStretch(0, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(4);
    layout->addWidget(m_subject);
    layout->addWidget(m_field);
    layout->addWidget(m_sentence);
    layout->addWidget(m_table);

    connect(m_field, &QLineEdit::textChanged, this, &WhatIfPanel::readField);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (change()) emit asked();
    });
    setAnswer(std::nullopt);
}

void WhatIfPanel::setSubject(const QString& subject, const QString& reason) {
    m_field->setEnabled(!subject.isEmpty());
    m_subject->setText(subject.isEmpty() ? tr("What if") : tr("What if %1 took").arg(subject));
    m_subject->setToolTip(plainToolTip(subject));
    if (subject.isEmpty()) m_sentence->setText(reason);
}

void WhatIfPanel::setAnswer(const std::optional<WhatIf>& answer) {
    m_table->setVisible(answer.has_value());
    if (!answer) {
        m_sentence->setText(tr("-100 ms takes so much off each call, 50 % leaves so much of it."));
        return;
    }
    const auto exact = [](std::uint64_t count) { return toQString(format::countExact(count)); };
    m_sentence->setText(tr("%1 of %2 traces would be shorter; %3 have such a call. Of all %4 roots:")
                            .arg(exact(answer->changed), exact(answer->traces), exact(answer->touched),
                                 exact(answer->before ? answer->before->samples : 0)));
    for (std::size_t column = 0; column < 4; ++column) {
        m_figures[0][column]->setText(figureText(answer->before, column));
        m_figures[1][column]->setText(figureText(answer->after, column));
        QFont font = this->font();
        font.setBold(m_figures[0][column]->text() != m_figures[1][column]->text());
        m_figures[1][column]->setFont(font);
    }
}

void WhatIfPanel::setTheme(const Theme& theme) {
    m_theme = theme;
    for (QLabel* label : {m_subject, m_sentence}) {
        QPalette colors = label->palette();
        colors.setColor(QPalette::WindowText, label == m_subject ? theme.text : theme.text2);
        label->setPalette(colors);
    }
    readField();
}

std::optional<CallChange> WhatIfPanel::change() const {
    const auto read = callChangeOf(m_field->text().toStdString(), {});
    return read ? std::optional(*read) : std::nullopt;
}

void WhatIfPanel::readField() {
    const bool wrong = !m_field->text().trimmed().isEmpty() && !change();
    QPalette colors = m_field->palette();
    colors.setColor(QPalette::Text, wrong ? m_theme.failing : m_theme.text);
    m_field->setPalette(colors);
    m_field->setToolTip(wrong ? tr("Expected so much less, such as -100 ms, or a share, such as 50 %")
                              : QString());
    if (change()) emit asked();
}

} // namespace hallway
