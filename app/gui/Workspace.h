// The views of an open capture side by side, linked by one selection.
#pragma once

#include "base/FormatText.h"
#include "common/Theme.h"
#include "gui/CatalogReader.h"
#include "gui/FilterPresenter.h"
#include "gui/GraphPresenter.h"
#include "gui/HeatmapControls.h"
#include "gui/HeatmapPresenter.h"
#include "gui/InspectorPresenter.h"
#include "gui/LowerPanel.h"
#include "gui/Perspective.h"
#include "gui/SelectionLists.h"
#include "gui/SubsetFigures.h"
#include "gui/TablesPresenter.h"
#include "gui/WaterfallPresenter.h"
#include "heatmap/OverviewStrip.h"
#include "items/FilterModel.h"
#include "items/SelectionModel.h"

#include <QSplitter>
#include <QUndoStack>
#include <QWidget>

#include <memory>

namespace hallway {

class DifferencesPage;

class PanelHead;

class Workspace : public QWidget {
    Q_OBJECT

public:
    enum class Panel { Tables, Graph, Lower, Inspector };

    explicit Workspace(std::shared_ptr<const LayoutEngine> engine, QWidget* parent = nullptr);
    ~Workspace() override;

    /// Ends the selection. Not null.
    void setCapture(std::shared_ptr<const Capture> capture);
    [[nodiscard]] const std::shared_ptr<const Capture>& capture() const { return m_capture; }

    void setTheme(const Theme& theme);
    void setUtcOffset(format::UtcOffset offset); ///< nullptr = UTC
    void setMeasure(LabelMeasure measure) { m_graph->setMeasure(measure); }
    void setMotion(bool on); ///< off: nothing is animated
    void setPanelVisible(Panel panel, bool visible);

    [[nodiscard]] SelectionModel& selection() { return m_selection; }
    [[nodiscard]] FilterModel& filter() { return m_filter; }
    [[nodiscard]] const CatalogReader& catalog() const { return m_catalog; }
    [[nodiscard]] FilterPresenter& filtering() { return m_filtering; }
    [[nodiscard]] const SubsetFigures& figures() const { return m_figures; }
    [[nodiscard]] GraphView& graphView() { return *m_graphView; }
    [[nodiscard]] WaterfallView& waterfallView() { return *m_waterfallView; }
    [[nodiscard]] HeatmapView& heatmapView() { return *m_heatmapView; }
    [[nodiscard]] OverviewStrip& overviewStrip() { return *m_overview; }
    [[nodiscard]] TablesPanel& tablesPanel() { return *m_tablesPanel; }
    [[nodiscard]] GraphPresenter& graph() { return *m_graph; }
    [[nodiscard]] HeatmapPresenter& heatmap() { return *m_heatmap; }
    [[nodiscard]] HeatmapControls& heatmapControls() { return *m_heatmapControls; }
    [[nodiscard]] WaterfallPresenter& waterfall() { return *m_waterfall; }
    [[nodiscard]] TablesPresenter& tables() { return *m_tables; }
    [[nodiscard]] Inspector& inspector() { return *m_inspector; }
    [[nodiscard]] LowerPanel& leftPanel() { return *m_left; }   ///< waterfall and others
    [[nodiscard]] LowerPanel& rightPanel() { return *m_right; } ///< heatmap and others
    /// All pages of both panels.
    [[nodiscard]] std::vector<LowerPage*> pages() const;
    [[nodiscard]] SelectionLists& lists() { return m_lists; }
    /// What was hidden and dragged in the open capture, for Ctrl+Z: whoever does such a thing pushes a
    /// command with a text in the infinitive ("hide payments"). Emptied with the capture.
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    /// How the person arranged the columns of the tables, by the table's name in settings.
    [[nodiscard]] QMap<QString, TableLayout> tableLayouts() const;
    void setTableLayouts(const QMap<QString, TableLayout>& layouts);

    /// Every panel that has no search field of its own.
    [[nodiscard]] QList<QWidget*> placesWithoutSearch() const;

    /// Nothing is being computed in the background.
    [[nodiscard]] bool isSettled() const;

    /// Which panels are shown and how; its name is empty.
    [[nodiscard]] Perspective perspective() const;
    void setPerspective(const Perspective& perspective);

    /// Goes back to what was selected before, and its filter. `traceFollows`: as openedTraceItself() was
    /// then.
    void restore(const Selection& selection, bool traceFollows);
    /// Titles of the two lower pages in front.
    [[nodiscard]] QStringList pageTitles() const;
    /// The window opened the present trace by itself, for the selected edge.
    [[nodiscard]] bool openedTraceItself() const {
        return m_ownTrace && m_ownTrace == m_selection.now().trace;
    }

    /// Brings the waterfall to the front, with the keyboard.
    void showWaterfall();

    /// Esc: ends the innermost thing that is selected, or else the focus of the graph.
    void stepBack();
    /// A trace or span id as text is opened, a service (by label, or what it begins with) is selected; false:
    /// neither.
    bool goTo(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

signals:
    void timePointed(const std::optional<hallway::Timestamp>& time);
    void rangeDragged(const std::optional<hallway::TimeRange>& range);

private:
    void buildPanels();
    void buildSplitters();
    void connectViews();
    void connectPages();
    void connectDifferences(DifferencesPage& page);
    void followSelection(const Selection& now, const Selection& before);
    void openWorstCall(EdgeId edge);
    void loadOverview();
    [[nodiscard]] QWidget& widgetOf(Panel panel) const;
    void rememberSizes();
    void fitSidesToText(); ///< larger text, wider side panels

    std::shared_ptr<const Capture> m_capture;
    SelectionModel m_selection;
    QUndoStack m_undo;
    FilterModel m_filter;
    CatalogReader m_catalog; ///< behind everything else: nobody waits for it
    FilterPresenter m_filtering;
    SubsetFigures m_figures;
    SelectionLists m_lists;
    OverviewStrip* m_overview;
    TablesPanel* m_tablesPanel;
    GraphView* m_graphView;
    WaterfallView* m_waterfallView;
    LowerPanel *m_left, *m_right;
    QWidget* m_heatmapPanel;
    PanelHead* m_heatmapHead;
    HeatmapView* m_heatmapView;
    Inspector* m_inspector;
    QSplitter *m_columns, *m_rows, *m_lower;
    GraphPresenter* m_graph;
    HeatmapPresenter* m_heatmap;
    HeatmapControls* m_heatmapControls;
    WaterfallPresenter* m_waterfall;
    TablesPresenter* m_tables;
    InspectorPresenter* m_inspection;
    QMap<QString, QList<int>> m_shownSizes; ///< of splitters, while all their parts were shown
    std::optional<TraceRow> m_ownTrace;     ///< opened for an edge, not chosen by the person
    bool m_restoring = false;
    double m_textHeight = 0;        ///< px, that the side panels are wide enough for
    std::size_t m_overviewBins = 0; ///< as asked for last
    JobRunner m_overviewJobs, m_worstCallJobs;
};

} // namespace hallway
