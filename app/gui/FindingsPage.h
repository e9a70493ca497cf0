// Pages that list findings: Failures, Suspects, Shapes.
#pragma once

#include "analysis/Subset.h"
#include "base/Result.h"
#include "findings/FindingView.h"
#include "gui/LowerPage.h"
#include "items/JobRunner.h"

#include <functional>

class QStackedLayout;
class QToolButton;

namespace hallway {

class EmptyState;
class PanelHead;

class FindingsPage : public LowerPage {
    Q_OBJECT

public:
    /// Runs off the GUI thread.
    using Find =
        std::function<Result<Findings>(const Capture&, const Subset&, format::UtcOffset, const CancelToken&)>;

    FindingsPage(const QString& title, FindingView::Enter enter, Find find, SelectionModel& selection,
                 QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    void setUtcOffset(format::UtcOffset offset) override;
    [[nodiscard]] bool isBusy() const override { return m_jobs.isBusy(); }
    [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }
    [[nodiscard]] FindingView& view() { return *m_view; }
    void setFind(Find find);           ///< looks again
    void addControl(QWidget* control); ///< at the right end of the head; takes ownership

protected:
    void refresh() override;
    void showEvent(QShowEvent* event) override;

private:
    void addCommands();
    void connectView();
    void show(Result<Findings> findings);
    void showFacts();

    FindingView::Enter m_enter;
    Find m_find;
    PanelHead* m_head;
    QToolButton* m_filter;
    QWidget* m_pages;
    QStackedLayout* m_stack;
    FindingView* m_view;
    EmptyState* m_empty;
    QList<QAction*> m_commands;
    format::UtcOffset m_offset = nullptr, m_shownOffset = nullptr;
    JobRunner m_jobs;
};

/// The three of them, as the lower panel has them.
[[nodiscard]] FindingsPage* makeFailuresPage(SelectionModel& selection);
[[nodiscard]] FindingsPage* makeSuspectsPage(SelectionModel& selection);
[[nodiscard]] FindingsPage* makeShapesPage(SelectionModel& selection);

} // namespace hallway
