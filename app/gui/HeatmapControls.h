// What stands in the heatmap's head: which operation, how it is drawn, and what is to be compared.
#pragma once

#include "common/MenuButton.h"
#include "common/PanelHead.h"
#include "gui/HeatmapPresenter.h"
#include "gui/Settings.h"
#include "heatmap/HeatmapView.h"
#include "items/SelectionModel.h"

#include <QAction>
#include <QList>

class QMenu;

namespace hallway {

/// GUI thread. The actions are children of this object, for menus and the command palette.
class HeatmapControls : public QObject {
    Q_OBJECT

public:
    HeatmapControls(PanelHead& head, HeatmapView& view, HeatmapPresenter& presenter,
                    SelectionModel& selection, QObject* parent = nullptr);

    void setTheme(const Theme& theme);
    void setLook(const Settings::HeatmapLook& look);
    [[nodiscard]] Settings::HeatmapLook look() const;
    /// Linear, share, failures.
    [[nodiscard]] QList<QAction*> lookActions() const { return {m_linear, m_share, m_failures}; }
    /// Opens from the head, behind the actions of `actions`.
    void setComparisons(const QList<QAction*>& actions);

private:
    [[nodiscard]] QAction* makeToggle(const QString& text, const QString& tip);
    void applyLook();
    void fillOperations();

    HeatmapView& m_view;
    HeatmapPresenter& m_presenter;
    SelectionModel& m_selection;
    QAction *m_linear, *m_share, *m_failures;
    MenuButton *m_compare, *m_options;
    QMenu *m_compareMenu, *m_operations;
};

} // namespace hallway
