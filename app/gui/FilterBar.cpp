#include "gui/FilterBar.h"

#include "base/FormatText.h"
#include "common/Icons.h"
#include "common/MenuButton.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

namespace hallway {

namespace {
QString exact(std::uint64_t count) { return QString::fromStdString(format::countExact(count)); }
} // namespace

QString nameOf(FilterMode mode) {
    return mode == FilterMode::WholeTraces ? FilterBar::tr("all spans of these traces")
                                           : FilterBar::tr("matching spans’ calls only");
}

FilterBar::FilterBar(const QList<QAction*>& modes, QAction& clear, QWidget* parent)
    : QFrame(parent), m_found(new QLabel(this)), m_mode(new MenuButton(this)),
      m_clear(new QToolButton(this)) {
    setObjectName(QStringLiteral("filterBar"));
    setAccessibleName(tr("What the filter found"));
    m_found->setTextFormat(Qt::PlainText);
    auto* menu = new QMenu(tr("What figures count"), m_mode);
    menu->addActions(modes);
    m_mode->setMenu(menu);
    m_mode->setFocusPolicy(Qt::TabFocus);
    m_mode->setToolTip(tr("What figures count under the filter"));
    m_mode->setAccessibleName(m_mode->toolTip());
    clear.setIconVisibleInMenu(false);
    m_clear->setDefaultAction(&clear);
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->setSpacing(8);
    layout->addWidget(m_found);
    layout->addWidget(m_mode);
    layout->addStretch(1);
    layout->addWidget(m_clear);
    hide();
}

void FilterBar::setApplied(const AppliedFilter* filter, std::uint64_t allTraces) {
    setVisible(filter != nullptr);
    if (!filter) return;
    const std::uint64_t spans = filter->matching.count();
    m_found->setText(
        (spans == 1 ? tr("%1 of %2 traces · 1 span matches") : tr("%1 of %2 traces · %3 spans match"))
            .arg(exact(filter->chosen->traces.count()), exact(allTraces))
            .replace(QStringLiteral("%3"), exact(spans)));
    m_mode->setText(tr("Figures: %1").arg(nameOf(filter->mode)));
}

void FilterBar::setBusy() {
    m_found->setText(tr("Looking for what matches …"));
    show();
}

void FilterBar::setTheme(const Theme& theme) {
    m_mode->setTheme(theme);
    m_clear->defaultAction()->setIcon(themedIcon(Icon::Close, theme)); // the button would lose its own
}

QString FilterBar::text() const {
    return isVisible() ? m_found->text() + QStringLiteral(" · ") + m_mode->text() : QString();
}

} // namespace hallway
