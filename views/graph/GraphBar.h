// The bar above the graph: everything that makes it show less, or other, than the recorded graph, each with
// its way out.
#pragma once

#include "analysis/VisibleGraph.h"
#include "common/Theme.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace hallway {

struct GraphBarState {
    struct Focus {
        QString name;
        int up = 1, down = 1;
        std::size_t shown = 0, all = 0; ///< services and other nodes
        bool operator==(const Focus&) const = default;
    };
    std::optional<Focus> focus;
    QString hide; ///< the expression; "" = none
    HiddenParts hidden;
    EdgeThresholds least;
    HiddenParts weak;
    QString groupBy; ///< the attribute; "" = none
    int groups = 0;
    std::size_t mixed = 0, ungrouped = 0; ///< services
    QString mixedText;                    ///< which, a line each
    QStringList operationsOf;
    bool queuesAsNodes = false;
    std::size_t placed = 0; ///< nodes put where they are by hand
    QString trace;          ///< its id, if all figures are of it alone
    bool operator==(const GraphBarState&) const = default;
};

/// "14 edges and 3 services hidden, 2 of the edges failing"
[[nodiscard]] QString hiddenText(const HiddenParts& hidden);

/// Hidden while there is nothing to say.
class GraphBar : public QWidget {
    Q_OBJECT
public:
    explicit GraphBar(QWidget* parent = nullptr);

    void setState(const GraphBarState& state);
    void setTheme(const Theme& theme);

signals:
    void focusStepped(int up, int down);
    void focusCleared();
    void hideCleared();
    void thresholdsCleared();
    void groupsCleared();
    void groupsCollapsed(bool all); ///< all of them, or none
    void operationsCleared();
    void queuesCleared();
    void placesCleared();
    void traceCleared();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Chip {
        QWidget* frame;
        QLabel* text;
        QToolButton* close;
    };
    Chip addChip(const QString& name, const QString& wayOut);
    QToolButton* addStep(QWidget* chip, const QString& sign, const QString& what);
    void addFocus();
    static void say(const Chip& chip, const QString& text);

    Theme m_theme;
    GraphBarState m_state;
    Chip m_focus, m_trace, m_hide, m_least, m_groups, m_operations, m_queues, m_places;
    QLabel *m_up, *m_down, *m_reach;
    QToolButton *m_lessUp, *m_moreUp, *m_lessDown, *m_moreDown, *m_collapse, *m_expand;
    std::vector<QToolButton*> m_closes;
};

} // namespace hallway
