// What the window is built of: pages, tool bar and menus.
#include "common/MenuButton.h"
#include "gui/CommandPalette.h"
#include "gui/FilterBar.h"
#include "gui/FilterField.h"
#include "gui/FirstStartPage.h"
#include "gui/KeySheet.h"
#include "gui/MainWindow.h"
#include "gui/MessageBar.h"
#include "gui/NamePrompt.h"
#include "gui/ProblemsPanel.h"
#include "gui/RangeChip.h"
#include "gui/StatusLine.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

namespace hallway {

namespace {

void setUpButton(QToolButton* button, const QString& text, const QString& tip) {
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
}

QMenu* exportMenu(const Actions& actions, QWidget* parent) {
    auto* menu = new QMenu(MainWindow::tr("&Export"), parent);
    menu->addActions(
        {actions.exportGraph, actions.exportWaterfall, actions.exportHeatmap, actions.copyGraph});
    menu->addSeparator();
    menu->addActions({actions.exportTrace, actions.saveCapture});
    menu->addSeparator();
    menu->addMenu(MainWindow::tr("Size of &PNG pictures"))->addActions(actions.pictureScale->actions());
    menu->addAction(actions.darkPictures);
    return menu;
}

} // namespace

void MainWindow::buildPages() {
    auto* page = new QWidget(this);
    page->setObjectName(QStringLiteral("page"));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_pages->addWidget(m_firstStart);
    m_pages->addWidget(m_workspace);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_status);
    setCentralWidget(page);
    m_problems = new ProblemsPanel(m_pages);
    m_palette = new CommandPalette(page);
    m_keySheet = new KeySheet(page);
    m_namePrompt = new NamePrompt(page);
    m_filterField = new FilterField(*page);
    setMinimumSize(720, 480);
}

void MainWindow::buildToolBar() {
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setAttribute(Qt::WA_StyledBackground);
    m_backButton->setDefaultAction(m_actions.goBack);
    m_forwardButton->setDefaultAction(m_actions.goForward);
    for (QToolButton* button : {m_backButton, m_forwardButton})
        button->setFocusPolicy(Qt::TabFocus);
    setUpButton(m_openButton, tr("Open"), m_actions.open->toolTip());
    setUpButton(m_measureButton, {}, tr("What edges and services show beside their failures"));
    setUpButton(m_exportButton, tr("Export"), tr("Pictures and files of what is shown"));
    auto* measures = new QMenu(m_measureButton);
    measures->addActions(m_actions.measure->actions());
    m_measureButton->setMenu(measures);
    m_exportButton->setMenu(exportMenu(m_actions, m_exportButton));
    for (MenuButton* button : {m_measureButton, m_exportButton}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setEnabled(false);
    }
    connect(m_openButton, &QToolButton::clicked, m_actions.open, &QAction::trigger);
    m_filterField->setEnabled(false); // until something is open
    for (QToolButton* button : {m_backButton, m_forwardButton})
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    auto* layout = new QHBoxLayout(m_toolBar);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->setSpacing(8);
    layout->addWidget(m_backButton);
    layout->addWidget(m_forwardButton);
    layout->addWidget(m_openButton);
    layout->addWidget(m_filterField, 1);
    layout->addWidget(m_chip);
    layout->addWidget(m_measureButton);
    layout->addWidget(m_exportButton);
    QWidget* before = m_openButton;
    for (QWidget* next : std::initializer_list<QWidget*>{m_filterField, m_measureButton, m_exportButton,
                                                         &m_workspace->overviewStrip()})
        setTabOrder(std::exchange(before, next), next);
}

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_actions.newWindow);
    file->addActions({m_actions.open, m_actions.openFolder, m_actions.addFiles});
    m_recentMenu = file->addMenu(tr("Re&cent"));
    file->addAction(m_actions.reopen);
    file->addAction(m_actions.openSample);
    file->addAction(m_actions.reload);
    file->addSeparator();
    file->addMenu(exportMenu(m_actions, file));
    file->addSeparator();
    file->addActions({m_actions.closeWindow, m_actions.quit});

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions.undo, m_actions.redo});
    edit->addSeparator();
    edit->addActions({m_actions.focusFilter, m_actions.clearFilter});
    m_filterMenu = edit->addMenu(tr("Fi&lters"));
    edit->addMenu(tr("Figures cou&nt"))->addActions(m_actions.filterMode->actions());
    edit->addSeparator();
    edit->addActions({m_actions.find, m_actions.pasteTrace, m_actions.copyGraph});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions(
        {m_actions.showTables, m_actions.showGraph, m_actions.showLower, m_actions.showInspector});
    view->addSeparator();
    m_perspectiveMenu = view->addMenu(tr("&Perspective"));
    view->addMenu(tr("&Measure"))->addActions(m_actions.measure->actions());
    view->addMenu(tr("T&heme"))->addActions(m_actions.theme->actions());
    QMenu* text = view->addMenu(tr("Te&xt size"));
    text->addActions({m_actions.largerText, m_actions.smallerText, m_actions.normalText});
    text->addSeparator();
    text->addActions(m_actions.textSize->actions());
    view->addActions({m_actions.highContrast, m_actions.noMotion, m_actions.localTime});

    QMenu* go = menuBar()->addMenu(tr("&Go"));
    go->addActions({m_actions.goBack, m_actions.goForward});
    m_stepsMenu = go->addMenu(tr("&Steps"));
    m_stepsMenu->setEnabled(false);
    go->addSeparator();
    go->addActions({m_actions.commands, m_actions.goTo, m_actions.nextFailure, m_actions.previousFailure,
                    m_actions.nextCall, m_actions.previousCall, m_actions.back});

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions.keys, m_actions.showProblems, m_actions.about});

    m_fileName->setObjectName(QStringLiteral("fileName"));
    m_fileName->setTextFormat(Qt::PlainText);
    menuBar()->setCornerWidget(m_fileName);
}

} // namespace hallway
