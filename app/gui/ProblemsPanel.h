// The list of what was wrong with the files, each kind with how often and its first example.
#pragma once

#include "common/Theme.h"
#include "trace/Source.h"

#include <QFrame>

#include <vector>

class QVBoxLayout;

namespace hallway {

class PanelHead;

/// A panel over the lower left of its parent; Esc or its button closes it.
class ProblemsPanel : public QFrame {
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget* parent);

    void setTheme(const Theme& theme);
    void setSources(const std::vector<Source>& sources);
    /// Above the lower left corner of the parent, as large as its list asks for.
    void open();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    PanelHead* m_head = nullptr;
    QVBoxLayout* m_rows = nullptr;
};

} // namespace hallway
