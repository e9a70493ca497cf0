#include "inspector/AttributePanel.h"

#include "common/EmptyState.h"
#include "inspector/AttributeListView.h"
#include "inspector/SpanHead.h"

#include <QLineEdit>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace hallway {

AttributePanel::AttributePanel(QWidget* parent)
    : QWidget(parent), m_model(new AttributeModel(this)), m_head(new SpanHead), m_search(new QLineEdit),
      m_list(new AttributeListView(*m_model)), m_nothing(new EmptyState), m_noMatch(new EmptyState),
      m_pages(new QStackedLayout(this)), m_lists(new QStackedLayout) {
    m_search->setPlaceholderText(tr("Search names and values"));
    m_search->setAccessibleName(tr("Search attributes"));
    m_search->setClearButtonEnabled(true);
    m_noMatch->setText(tr("No attribute matches."), tr("Clear search"));

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    auto* search = new QVBoxLayout;
    search->setContentsMargins(12, 2, 12, 4);
    search->addWidget(m_search);
    column->addLayout(search);
    m_lists->addWidget(m_list);
    m_lists->addWidget(m_noMatch);
    column->addLayout(m_lists, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(page);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setFilter(text.trimmed());
        updatePage();
    });
    connect(m_noMatch, &EmptyState::buttonClicked, m_search, &QLineEdit::clear);
    connect(m_list, &AttributeListView::linkActivated, this, &AttributePanel::linkActivated);
    connect(m_list, &AttributeListView::copyRequested, this, &AttributePanel::copyRequested);
    connect(m_list, &AttributeListView::conditionRequested, this, &AttributePanel::conditionRequested);
    updatePage();
}

void AttributePanel::setSpan(std::optional<SpanInspection> span) {
    m_error.clear();
    m_hasSpan = span.has_value();
    if (span) m_head->setSpan(*span, m_model->utcOffset());
    m_model->setSpan(std::move(span));
    m_list->scrollToTop();
    updatePage();
}

void AttributePanel::setError(const QString& sentence) {
    setSpan(std::nullopt);
    m_error = sentence;
    updatePage();
}

void AttributePanel::setTheme(const Theme& theme) {
    m_head->setTheme(theme);
    m_list->setTheme(theme);
    m_nothing->setTheme(theme);
    m_noMatch->setTheme(theme);
    QPalette ground = palette();
    ground.setColor(QPalette::Window, theme.surface);
    setPalette(ground);
    setAutoFillBackground(true);
}

void AttributePanel::setUtcOffset(format::UtcOffset offset) {
    m_model->setUtcOffset(offset);
    if (m_model->span()) m_head->setSpan(*m_model->span(), offset);
}

void AttributePanel::updatePage() {
    m_nothing->setText(m_error.isEmpty() ? tr("Select a span in the waterfall to see its attributes.")
                                         : m_error);
    m_pages->setCurrentIndex(m_hasSpan ? 1 : 0);
    m_lists->setCurrentIndex(m_model->hidesAll() ? 1 : 0);
}

} // namespace hallway
