// The window: menus, tool bar, pages and status line around the workspace. It only connects; what things mean
// is said in the controllers and presenters.
#pragma once

#include "gui/Actions.h"
#include "gui/OpenController.h"
#include "gui/SettingsStore.h"
#include "gui/Workspace.h"

#include <QMainWindow>
#include <QPalette>

class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace hallway {

class CommandPalette;
class ExportController;
class FilterBar;
class FilterField;
class FirstStartPage;
class HistoryController;
class KeySheet;
class MenuButton;
class MessageBar;
class NamePrompt;
class ProblemsPanel;
class GraphActions;
class RangeChip;
class StatusLine;

struct WindowParts {
    std::string cacheFolder;                    ///< as in CaptureOpener
    std::shared_ptr<const LayoutEngine> engine; ///< lays out the graph
    QString settingsPath;                       ///< empty: nothing is remembered
    QString samplePath;                         ///< empty: there is none
    QPalette systemPalette;                     ///< decides the theme where the choice is System
    QStringList files = {};                     ///< to be opened at once; empty: the first page
    ExpansionLimits limits = {};                ///< of compressed files, in this run
    /// Of a window that is there already; null: this one is the first and reads them.
    std::shared_ptr<SettingsStore> settings = {};
    /// Of this run only: the stored choice stays.
    std::optional<WindowRequest::ThemeChoice> theme = {};
};

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WindowParts parts);
    ~MainWindow() override;

    void open(const QStringList& files) { m_opener.open(files); }
    /// Of this run only, until the person chooses: the stored choice stays.
    void forceTheme(WindowRequest::ThemeChoice choice);

    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] OpenController& opener() { return m_opener; }
    [[nodiscard]] ExportController& exporter() { return *m_exporter; }
    [[nodiscard]] Actions& actions() { return m_actions; }
    [[nodiscard]] const Settings& settings() const { return m_store->now(); }
    [[nodiscard]] HistoryController& history() { return *m_history; }
    [[nodiscard]] const Theme& theme() const { return m_theme; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildMenus();
    void buildToolBar();
    void buildPages();
    void connectOpening();
    void connectExports();
    void connectView();
    void connectNavigation();
    void connectUndo();
    void connectCommands();
    void connectState();
    void connectHistory();
    void connectFilter();

    void openCommands();
    void openGoTo();
    void goTo(const QString& text);

    void showCapture(const std::vector<Error>& unreadable);
    void focusGraph();
    void showRecent();
    void showGraphMenu(const GraphChoice& on, const QPoint& at);
    void showRange(const std::optional<TimeRange>& range);
    void followSettings(const Settings& now, const Settings& before);
    void applyLooks();
    void wearTheme();
    void setTextSize(int percent);
    void stepTextSize(int steps);
    void openNewWindow();
    void applyPerspective(const Perspective& perspective);
    void showPerspectives();
    void followFilter(); ///< as it is written
    void showFilter();   ///< what it found
    void showFilters();  ///< those in the menu
    void renameFilter(const NamedFilter& filter, const QString& name);
    void applyMeasure(LabelMeasure measure);
    void applyClock(bool localTime);
    void restore();
    void remember();

    WindowParts m_parts;
    std::shared_ptr<SettingsStore> m_store;
    Theme m_theme;
    std::optional<LastView> m_awaited; ///< to be shown again once its files are open
    Actions m_actions;
    GraphActions* m_graphActions;
    OpenController m_opener;
    QLabel* m_fileName;
    QMenu *m_recentMenu = nullptr, *m_perspectiveMenu = nullptr, *m_stepsMenu = nullptr,
          *m_filterMenu = nullptr;
    QWidget* m_toolBar;
    QToolButton *m_backButton, *m_forwardButton, *m_openButton;
    MenuButton *m_measureButton, *m_exportButton;
    FilterField* m_filterField = nullptr;
    FilterBar* m_filterBar;
    RangeChip* m_chip;
    MessageBar* m_messages;
    QStackedWidget* m_pages;
    FirstStartPage* m_firstStart;
    Workspace* m_workspace;
    HistoryController* m_history;
    ExportController* m_exporter;
    ProblemsPanel* m_problems;
    CommandPalette* m_palette = nullptr;
    KeySheet* m_keySheet = nullptr;
    NamePrompt* m_namePrompt = nullptr;
    StatusLine* m_status;
    bool m_localTime = false;
    QMetaObject::Connection m_graphAwaited; ///< to have the keyboard once the window is active
};

} // namespace hallway
