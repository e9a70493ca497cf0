// The list of findings: a click or Enter on a row asks for a filter by its value.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "items/DifferenceModel.h"

#include <QListView>

namespace hallway {

/// Shows what it is given. Arrows walk the rows, Enter and a click filter, Delete excludes, Ctrl+C copies.
class DifferenceList : public QListView {
    Q_OBJECT

public:
    explicit DifferenceList(QWidget* parent = nullptr);

    void setItems(std::vector<DifferenceItem> items);
    [[nodiscard]] const DifferenceModel& findings() const { return *m_model; }
    void setTheme(const Theme& theme);

signals:
    void conditionChosen(const QString& condition); ///< only these calls, or `!(…)`: without them

protected:
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(const QModelIndex& index, bool exclude = false);
    void copy(const QModelIndex& index) const;

    DifferenceModel* m_model;
    Theme m_theme;
    KeptFonts m_fonts;
    friend class DifferenceDelegate;
};

} // namespace hallway
