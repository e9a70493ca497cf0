// The page "Differences": by which attributes the calls of the box, the failed or the slow ones differ from
// the others.
#pragma once

#include "common/EmptyState.h"
#include "common/MenuButton.h"
#include "common/PanelHead.h"
#include "differences/DifferenceList.h"
#include "gui/LowerPage.h"
#include "gui/SelectedComparison.h"
#include "items/JobRunner.h"

class QActionGroup;
class QLabel;
class QStackedLayout;

namespace hallway {

class DifferencesPage : public LowerPage {
    Q_OBJECT

public:
    explicit DifferencesPage(SelectionModel& selection, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    [[nodiscard]] bool isBusy() const override { return m_jobs.isBusy(); }
    [[nodiscard]] QList<QAction*> commands() const override;
    /// `B`: shows this page, and compares what hurts (failed, else slow calls) where no box is drawn and
    /// nothing else was chosen.
    [[nodiscard]] QAction* openAction() const { return m_open; }
    /// What may be compared: box, failed, slow, range.
    [[nodiscard]] QList<QAction*> comparisons() const;
    [[nodiscard]] DifferenceList& list() const { return *m_list; }
    /// The sentence that stands where there is no list; empty while there is one.
    [[nodiscard]] QString sentence() const;

signals:
    void wanted(); ///< the page is to be brought to the front

protected:
    [[nodiscard]] bool concerns(const Selection& now, const Selection& before) const override;
    void refresh() override;

private:
    struct Shown; ///< what a job makes
    [[nodiscard]] QAction* makeComparison(const QString& text, const QString& tip, Compared compared);
    void open();
    void compareWhatHurts();
    void show(const Shown& shown);
    void showSentence(const QString& sentence, const QString& button = {});
    [[nodiscard]] QString headOf(const Shown& shown) const;

    QAction* m_open;
    QActionGroup* m_comparisons; ///< data(): int(Compared)
    PanelHead* m_head;
    MenuButton* m_choice;
    EmptyState* m_empty;
    DifferenceList* m_list;
    QLabel* m_foot;
    QStackedLayout* m_stack;
    JobRunner m_jobs;
};

} // namespace hallway
