// The panel at the left: edges, services and traces, one table behind each tab.
#pragma once

#include "items/TableLayout.h"
#include "tables/FigureTable.h"

#include <QMap>
#include <QWidget>

#include <array>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace hallway {

class TotalsStrip;

class TablesPanel : public QWidget {
    Q_OBJECT

public:
    enum Tab { Edges, Services, Traces };
    static constexpr int tabCount = 3;

    explicit TablesPanel(QWidget* parent = nullptr);

    [[nodiscard]] FigureTable& table(Tab tab) { return *m_tables[static_cast<std::size_t>(tab)]; }
    [[nodiscard]] Tab current() const;
    void setCurrent(Tab tab);
    void setCount(Tab tab, std::uint64_t count);
    void clearCounts();
    /// A line under the table: what its rows are and in which order.
    void setHint(Tab tab, const QString& text);
    void setTheme(const Theme& theme);

    /// How the person arranged the columns, by the table's name in settings.
    [[nodiscard]] QMap<QString, TableLayout> layouts() const;
    void setLayouts(const QMap<QString, TableLayout>& layouts);

private:
    void showHint();

    QTabBar* m_bar;
    QStackedWidget* m_stack;
    QLabel* m_hint;
    std::array<FigureTable*, tabCount> m_tables{};
    std::array<TotalsStrip*, tabCount> m_totals{};
    std::array<QString, tabCount> m_names, m_hints;
};

} // namespace hallway
