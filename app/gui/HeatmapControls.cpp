#include "gui/HeatmapControls.h"

#include "base/FormatText.h"

#include <QMenu>

namespace hallway {

namespace {

/// An ampersand in a name is no mnemonic.
QString menuText(QString text) { return text.replace(QLatin1Char('&'), QStringLiteral("&&")); }

MenuButton* makeButton(const QString& text, const QString& tip, QWidget* parent) {
    auto* button = new MenuButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMenu(new QMenu(button));
    return button;
}

} // namespace

HeatmapControls::HeatmapControls(PanelHead& head, HeatmapView& view, HeatmapPresenter& presenter,
                                 SelectionModel& selection, QObject* parent)
    : QObject(parent), m_view(view), m_presenter(presenter), m_selection(selection),
      m_linear(makeToggle(tr("&Linear latency axis"), tr("Latencies evenly from 0 instead of by decades"))),
      m_share(makeToggle(tr("Shade by &share of the column"),
                         tr("How the calls of an interval are distributed, however many they are"))),
      m_failures(makeToggle(tr("Show &failures"), tr("A bar in each cell, as high as its failed share"))),
      m_compare(makeButton(tr("Compare"), tr("What is different about some of the calls"), &head)),
      m_options(makeButton(tr("View"), tr("Operation, axis, shade and layers of the heatmap"), &head)),
      m_compareMenu(m_compare->menu()), m_operations(m_options->menu()->addMenu(tr("&Operation"))) {
    m_failures->setChecked(true);
    m_options->menu()->addSeparator();
    m_options->menu()->addActions(lookActions());
    head.addControl(m_compare);
    head.addControl(m_options);
    connect(m_operations, &QMenu::aboutToShow, this, &HeatmapControls::fillOperations);
}

QAction* HeatmapControls::makeToggle(const QString& text, const QString& tip) {
    auto* action = new QAction(text, this);
    action->setCheckable(true);
    action->setToolTip(tip);
    connect(action, &QAction::toggled, this, &HeatmapControls::applyLook);
    return action;
}

void HeatmapControls::setTheme(const Theme& theme) {
    m_compare->setTheme(theme);
    m_options->setTheme(theme);
}

void HeatmapControls::setLook(const Settings::HeatmapLook& look) {
    m_linear->setChecked(look.linear);
    m_share->setChecked(look.share);
    m_failures->setChecked(look.failures);
}

Settings::HeatmapLook HeatmapControls::look() const {
    return {m_linear->isChecked(), m_share->isChecked(), m_failures->isChecked()};
}

void HeatmapControls::setComparisons(const QList<QAction*>& actions) {
    m_compareMenu->clear();
    m_compareMenu->addActions(actions);
}

void HeatmapControls::applyLook() {
    if (!m_failures) return; // still being made
    HeatmapLayers layers = m_view.layers();
    layers.failures = m_failures->isChecked();
    layers.shareOfColumn = m_share->isChecked();
    m_view.setLayers(layers);
    m_view.setLinear(m_linear->isChecked());
}

void HeatmapControls::fillOperations() {
    m_operations->clear();
    const StringId selected = m_selection.now().operation;
    const auto add = [&](const QString& text, StringId operation) {
        QAction* action = m_operations->addAction(text);
        action->setCheckable(true);
        action->setChecked(operation == selected);
        connect(action, &QAction::triggered, &m_selection,
                [this, operation] { m_selection.selectOperation(operation); });
    };
    add(tr("&All operations"), StringId());
    m_operations->addSeparator();
    for (const OperationChoice& choice : m_presenter.operations())
        add(menuText(choice.text) + QLatin1Char('\t') +
                QString::fromStdString(format::countShort(choice.calls)),
            choice.name);
}

} // namespace hallway
