// The line that says what the filter found and what figures count under it.
#pragma once

#include "common/Theme.h"
#include "items/AppliedFilter.h"

#include <QFrame>

class QLabel;
class QMenu;
class QToolButton;

namespace hallway {

class MenuButton;

class FilterBar : public QFrame {
    Q_OBJECT

public:
    /// `modes`: the actions that choose what is counted; `clear`: the one that ends the filter.
    FilterBar(const QList<QAction*>& modes, QAction& clear, QWidget* parent = nullptr);

    /// Null hides it. `allTraces`: of the whole capture.
    void setApplied(const AppliedFilter* filter, std::uint64_t allTraces);
    void setBusy(); ///< it is being looked for
    void setTheme(const Theme& theme);
    [[nodiscard]] QString text() const; ///< as it is shown, with the mode; empty while hidden

private:
    QLabel* m_found;
    MenuButton* m_mode;
    QToolButton* m_clear;
};

/// "all spans of these traces" or "matching spans’ calls only"
[[nodiscard]] QString nameOf(FilterMode mode);

} // namespace hallway
