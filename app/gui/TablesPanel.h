// The panel at the left: edges, services and traces, one table behind each tab.
#pragma once

#include "tables/FigureTable.h"

#include <QWidget>

#include <array>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace hallway {

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

private:
    void showHint();

    QTabBar* m_bar;
    QStackedWidget* m_stack;
    QLabel* m_hint;
    std::array<FigureTable*, tabCount> m_tables{};
    std::array<QString, tabCount> m_names, m_hints;
};

} // namespace hallway
