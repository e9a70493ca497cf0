// The shown trace as an icicle.
#pragma once

#include "gui/LowerPage.h"
#include "icicle/Icicle.h"
#include "items/JobRunner.h"

#include <memory>

class QLabel;
class QStackedLayout;

namespace hallway {

class EmptyState;
class IcicleView;

class IciclePage : public LowerPage {
    Q_OBJECT

public:
    explicit IciclePage(SelectionModel& selection, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    [[nodiscard]] bool isBusy() const override { return m_jobs.isBusy(); }
    [[nodiscard]] IcicleView& view() { return *m_view; }

protected:
    [[nodiscard]] bool concerns(const Selection& now, const Selection& before) const override;
    void refresh() override;

private:
    /// Made in the background.
    struct Loaded {
        std::weak_ptr<const Capture> of;
        TraceRow trace;
        std::vector<SpanRow> rows; ///< by cell
        std::shared_ptr<const Icicle> icicle;
        Duration duration{};
    };
    void show(Loaded loaded);
    void reveal();
    void openMenu(std::uint32_t cell, const QPoint& globalPosition);
    [[nodiscard]] QString describe(std::uint32_t cell) const;

    QLabel* m_facts;
    IcicleView* m_view;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    Loaded m_loaded;
    JobRunner m_jobs;
};

} // namespace hallway
