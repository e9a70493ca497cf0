// A list of findings in sections. Each finding opens into its details, steps through its examples, and can
// become a filter.
#pragma once

#include "common/Theme.h"
#include "items/FindingModel.h"

#include <QTreeView>

namespace hallway {

class FindingDelegate;

/// Keys: arrows walk, Right and Left open and close, `.` and `,` next and previous example, Enter and
/// Shift+Enter as set.
class FindingView : public QTreeView {
    Q_OBJECT

public:
    enum class Enter { OpensExample, Filters }; ///< Shift+Enter does the other
    explicit FindingView(Enter enter, QWidget* parent = nullptr);

    /// What was current and open stays so where there is a finding of the same title in the same section.
    void setFindings(Findings findings);
    [[nodiscard]] const FindingModel& findings() const { return m_model; }
    void setTheme(const Theme& theme);

    /// The condition of the current finding; empty = none.
    [[nodiscard]] QString currentCondition() const;
    /// Of the current finding: which of its examples was chosen last, from 0; −1 without examples.
    [[nodiscard]] int currentExample() const { return m_example; }
    [[nodiscard]] int exampleCount() const;

    void stepExample(bool forward); ///< round the end
    void filterByCurrent();
    void openCurrent();

signals:
    /// The person walked to a finding, or stepped through its examples.
    void exampleChosen(const hallway::FindingPlace& place);
    void exampleOpened(const hallway::FindingPlace& place);
    /// A detail that leads somewhere else: an edge or a node.
    void edgeChosen(hallway::EdgeId edge);
    void nodeChosen(hallway::NodeId node);
    void conditionRequested(const QString& condition);
    /// Another finding or another example of it is current now.
    void currentFindingChanged();

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] const Finding* currentFinding() const;
    void chooseExample(int example);
    void followDetail(const QModelIndex& index, bool open);
    void copyCurrent() const;

    Enter m_enter;
    FindingModel m_model;
    FindingDelegate* m_delegate;
    int m_example = -1;
    bool m_filling = false; ///< setFindings() is at work: nobody walked
};

} // namespace hallway
