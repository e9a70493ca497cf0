// Spans by service, operation or any attribute: counts, failures and times, in one or two levels.
#pragma once

#include "gui/LowerPage.h"
#include "items/JobRunner.h"
#include "items/StatisticsModel.h"

#include <QMap>
#include <QString>

class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;
class QStackedLayout;

namespace hallway {

class FlowLayout;

class EmptyState;
class FigureTree;
class TotalsStrip;

/// Of the range and filter, or of the shown trace alone.
class StatisticsPage : public LowerPage {
    Q_OBJECT

public:
    explicit StatisticsPage(SelectionModel& selection, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    void setAttributeKeys(const QStringList& keys) override;
    [[nodiscard]] bool isBusy() const override { return m_jobs.isBusy(); }

    /// "service", "operation" or the name of an attribute; `then` empty: one level.
    void countBy(const QString& by, const QString& then);
    [[nodiscard]] FigureTree& tree() { return *m_tree; }
    [[nodiscard]] const StatisticsModel& model() const { return m_model; }

protected:
    [[nodiscard]] bool concerns(const Selection& now, const Selection& before) const override;
    void refresh() override;

private:
    using Groups = std::shared_ptr<const NamedGroups>;
    /// What one run of the job gives; what it had to read is kept for the next.
    struct Counted {
        StatisticsTable table;
        std::shared_ptr<const std::vector<Duration>> selfTimes;
        QMap<QString, Groups> groups;
        std::optional<Error> error;
    };
    struct Question {
        std::shared_ptr<const Capture> capture;
        Subset subset;
        std::optional<TraceRow> trace;
        StatisticsKey by;
        std::optional<StatisticsKey> then;
    };

    void buildHead(FlowLayout& row);
    void show(Counted counted);
    void fillMenu(QMenu& menu, const QModelIndex& index);
    [[nodiscard]] QString conditionAt(const QModelIndex& index) const;
    [[nodiscard]] static Counted count(const Question& question, Counted known, const CancelToken& cancel);

    StatisticsModel m_model;
    QComboBox *m_by, *m_then;
    QCheckBox* m_onlyTrace;
    QLabel* m_facts;
    FigureTree* m_tree;
    TotalsStrip* m_totals;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    std::weak_ptr<const Capture> m_counted;
    std::shared_ptr<const std::vector<Duration>> m_selfTimes; ///< of m_counted, as the next
    QMap<QString, Groups> m_groups;                           ///< by textOf(StatisticsKey); attributes only
    JobRunner m_jobs;
};

} // namespace hallway
