#include "inspector/FigurePanel.h"

#include "charts/CallsOverTime.h"
#include "charts/LatencyHistogram.h"
#include "common/WornFont.h"
#include "inspector/PanelRows.h"

#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace hallway {

namespace {
constexpr std::size_t mostRows = 300; // of one section
} // namespace

FigurePanel::FigurePanel(QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Figures"));
    build();
}

void FigurePanel::setContent(PanelContent content, Charts charts, bool isSame) {
    m_content = std::move(content);
    m_charts = std::move(charts);
    if (!isSame) m_opened.clear();
    const int place = isSame ? verticalScrollBar()->value() : 0;
    build();
    verticalScrollBar()->setValue(place);
}

void FigurePanel::setTheme(const Theme& theme) {
    m_theme = theme;
    build();
}

void FigurePanel::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) build();
}

void FigurePanel::build() {
    const SharedPanelStyle style = std::make_shared<const PanelStyle>(PanelStyle{m_theme, Fonts(font())});
    // What is replaced may be the row whose click brought this about: it must outlive its signal.
    if (QWidget* old = takeWidget()) {
        if (old->isAncestorOf(focusWidget())) setFocus(Qt::OtherFocusReason);
        old->hide();
        old->deleteLater();
    }
    auto* page = new QWidget;
    page->setAutoFillBackground(true);
    QPalette ground = page->palette();
    ground.setColor(QPalette::Window, m_theme.surface);
    page->setPalette(ground);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, qRound(style->px(PanelStyle::inset)));
    column->setSpacing(0);
    addSubject(*column, style);
    for (std::size_t i = 0; i < m_content.sections.size(); ++i)
        addSection(*column, i, style);
    if (!m_content.hint.isEmpty()) {
        auto* hint = new QLabel(m_content.hint);
        hint->setTextFormat(Qt::PlainText);
        hint->setWordWrap(true);
        wearFont(*hint, &Fonts::base);
        QPalette colors = hint->palette();
        colors.setColor(QPalette::WindowText, m_theme.text2);
        hint->setPalette(colors);
        const int inset = qRound(style->px(PanelStyle::inset));
        hint->setContentsMargins(inset, inset, inset, 0);
        column->addWidget(hint);
    }
    column->addStretch();
    setWidget(page);
}

void FigurePanel::addSubject(QVBoxLayout& column, const SharedPanelStyle& style) {
    const PanelSubject& subject = m_content.subject;
    column.addSpacing(qRound(style->px(10)));
    const auto addLine = [&](const QString& text, bool strong, const PanelTarget& target) {
        if (text.isEmpty()) return;
        auto* line = new PanelSubjectLine(text, strong, style);
        if (!std::holds_alternative<std::monostate>(target)) {
            line->setFocusPolicy(Qt::TabFocus);
            line->setCursor(Qt::PointingHandCursor);
            connect(line, &QAbstractButton::clicked, this, [this, target] { emit targetChosen(target); });
        }
        column.addWidget(line);
    };
    addLine(subject.first, false, subject.firstTarget);
    addLine(subject.second, true, subject.secondTarget);
    if (!subject.classLine.isEmpty()) {
        auto* words = new QLabel(subject.classLine);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        wearFont(*words, &Fonts::small);
        QPalette colors = words->palette();
        colors.setColor(QPalette::WindowText, m_theme.text2);
        words->setPalette(colors);
        words->setContentsMargins(qRound(style->px(PanelStyle::inset)), 0,
                                  qRound(style->px(PanelStyle::inset)), 0);
        column.addWidget(words);
    }
    if (!m_content.failures) return;
    column.addSpacing(qRound(style->px(PanelStyle::inset)));
    column.addWidget(new FailureBox(*m_content.failures, style));
    column.addSpacing(qRound(style->px(4)));
}

void FigurePanel::addSection(QVBoxLayout& column, std::size_t index, const SharedPanelStyle& style) {
    const PanelSection& section = m_content.sections[index];
    const bool isClosed = m_closed.contains(section.title);
    auto* title = new PanelTitle(section, !isClosed, style);
    connect(title, &QAbstractButton::clicked, this, [this, name = section.title] {
        if (!m_closed.erase(name)) m_closed.insert(name);
        const int place = verticalScrollBar()->value();
        build();
        verticalScrollBar()->setValue(place);
    });
    column.addWidget(title);
    column.addSpacing(qRound(style->px(2)));
    if (isClosed) return;
    const PanelColumns columns = PanelColumns::of(section, *style);
    const bool open = m_opened.contains(section.title) || section.rows.size() <= rowsShown + 1;
    const std::size_t shown = std::min(section.rows.size(), open ? mostRows : rowsShown);
    for (std::size_t i = 0; i < shown; ++i)
        addRow(column, section.rows[i], columns, style);
    if (!open) {
        PanelRow more{tr("Show all %1").arg(countText(section.rows.size()))};
        more.isLink = true;
        auto* button = new PanelRowButton(more, columns, style);
        connect(button, &QAbstractButton::clicked, this, [this, title = section.title] {
            m_opened.insert(title);
            const int place = verticalScrollBar()->value();
            build();
            verticalScrollBar()->setValue(place);
        });
        column.addWidget(button);
    } else if (shown < section.rows.size()) {
        addRow(column, {tr("and %1 more").arg(countText(section.rows.size() - shown))}, columns, style);
    }
    addChart(column, section.chart, style);
}

void FigurePanel::addRow(QVBoxLayout& column, const PanelRow& row, const PanelColumns& columns,
                         const SharedPanelStyle& style) {
    if (std::holds_alternative<std::monostate>(row.target)) {
        column.addWidget(new PanelRowView(row, columns, style));
        return;
    }
    auto* button = new PanelRowButton(row, columns, style);
    connect(button, &QAbstractButton::clicked, this,
            [this, target = row.target] { emit targetChosen(target); });
    column.addWidget(button);
}

void FigurePanel::addChart(QVBoxLayout& column, PanelSection::Chart chart, const SharedPanelStyle& style) {
    if (chart == PanelSection::Chart::None) return;
    BarChart* widget = nullptr;
    if (chart == PanelSection::Chart::Latency) {
        auto* histogram = new LatencyHistogram;
        histogram->setBins(m_charts.latency);
        histogram->setMarks(m_charts.marks);
        widget = histogram;
    } else {
        auto* overTime = new CallsOverTime;
        overTime->setBins(m_charts.overTime, m_offset);
        widget = overTime;
    }
    widget->setFont(font());
    widget->setTheme(m_theme);
    auto* row = new QHBoxLayout;
    const int inset = qRound(style->px(PanelStyle::inset));
    row->setContentsMargins(inset, qRound(style->px(4)), inset, 0);
    row->addWidget(widget);
    column.addLayout(row);
}

} // namespace hallway
