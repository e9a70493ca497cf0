// Call paths of all traces as one icicle, beside it what their critical paths were spent in.
#pragma once

#include "analysis/CallPathTree.h"
#include "analysis/CriticalShares.h"
#include "gui/LowerPage.h"
#include "icicle/PathIcicle.h"
#include "items/CriticalPathModel.h"
#include "items/JobRunner.h"

#include <memory>

class QComboBox;
class QLabel;
class QStackedLayout;

namespace hallway {

class EmptyState;
class FigureTable;
class IcicleView;
class WhatIfPanel;

/// Of the range and filter; whole traces.
class CallPathsPage : public LowerPage {
    Q_OBJECT

public:
    explicit CallPathsPage(SelectionModel& selection, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    [[nodiscard]] bool isBusy() const override { return m_jobs.isBusy() || m_questions.isBusy(); }

    void setMeasure(PathMeasure measure);
    void setGrouping(PathGrouping by);
    [[nodiscard]] IcicleView& view() { return *m_view; }
    [[nodiscard]] FigureTable& table() { return *m_table; }
    [[nodiscard]] WhatIfPanel& whatIfPanel() { return *m_whatIf; }
    [[nodiscard]] const CriticalPathModel& model() const { return m_model; }
    [[nodiscard]] const CallPathTree& tree() const { return m_found->tree; }

protected:
    void refresh() override;

private:
    struct Found {
        CallPathTree tree;
        CriticalShares shares;
    };
    void buildLeft(QWidget& left);
    void buildRight(QWidget& right);
    void show(std::shared_ptr<const Found> found);
    void showIcicle(bool keepsZoom);
    void showRows();
    void chooseRow(int row);
    void openExample(int row);
    void followEdge(EdgeId edge); ///< chosen elsewhere
    void selectPath(std::uint32_t path);
    void openMenu(std::uint32_t path, const QPoint& globalPosition);
    void open(SpanRow span, bool inWaterfall);
    void ask();
    void setSubject(int row);
    [[nodiscard]] QString describe(std::uint32_t path) const;
    [[nodiscard]] SpanRow exampleOf(const CallPath& path) const;
    [[nodiscard]] PathMeasure measure() const;
    [[nodiscard]] PathGrouping grouping() const;

    CriticalPathModel m_model;
    std::shared_ptr<const Found> m_found = std::make_shared<const Found>();
    std::optional<CriticalPathItem> m_subject; ///< of "what if"
    QComboBox *m_measure, *m_by;
    QLabel* m_facts;
    IcicleView* m_view;
    FigureTable* m_table;
    WhatIfPanel* m_whatIf;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    JobRunner m_jobs, m_questions;
};

} // namespace hallway
