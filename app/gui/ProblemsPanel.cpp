#include "gui/ProblemsPanel.h"

#include "common/PanelHead.h"
#include "common/Text.h"
#include "gui/ProblemText.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hallway {

namespace {

constexpr int panelWidth = 560, mostHeight = 420, margin = 8; // px

QLabel* line(const QString& text, const char* name, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ProblemsPanel::ProblemsPanel(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("problems"));
    setAccessibleName(tr("Problems in the files"));
    setFocusPolicy(Qt::StrongFocus);
    m_head = new PanelHead(tr("Problems in the files"), this);
    auto* close = new QToolButton(m_head);
    close->setText(QStringLiteral("✕"));
    close->setProperty("flat", true);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    m_head->addControl(close);
    auto* list = new QWidget;
    list->setObjectName(QStringLiteral("problemList"));
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(12, 8, 12, 8);
    m_rows->setSpacing(2);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(scroll, 1);
    hide();
}

void ProblemsPanel::setTheme(const Theme& theme) { m_head->setTheme(theme); }

void ProblemsPanel::setSources(const std::vector<Source>& sources) {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QWidget* list = m_rows->parentWidget();
    for (const Source& source : sources) {
        if (source.problems.empty()) continue;
        if (sources.size() > 1) m_rows->addWidget(line(shownText(source.path), "problemFile", list));
        for (const Problem& problem : source.problems) {
            m_rows->addWidget(line(summaryOf(problem), "problem", list));
            if (const QString example = exampleOf(problem); !example.isEmpty())
                m_rows->addWidget(line(tr("First: %1").arg(example), "problemExample", list));
            m_rows->addSpacing(6);
        }
    }
    m_rows->addStretch();
}

void ProblemsPanel::open() {
    const int width = std::min(panelWidth, parentWidget()->width() - 2 * margin);
    const int wanted = m_rows->totalHeightForWidth(width) + 40;
    const int height = std::min({wanted, mostHeight, parentWidget()->height() - 2 * margin});
    setGeometry(margin, parentWidget()->height() - height - margin, width, height);
    raise();
    show();
    setFocus(Qt::PopupFocusReason);
}

void ProblemsPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace hallway
