// Finds a service by typing and a trace by its id.
#pragma once

#include "common/Theme.h"
#include "session/Capture.h"

#include <QLineEdit>

class QAction;
class QStringListModel;

namespace hallway {

class GoToField : public QLineEdit {
    Q_OBJECT

public:
    explicit GoToField(QWidget* parent = nullptr);

    void setCapture(const Capture* capture); ///< offers its services; null empties and disables
    void setTheme(const Theme& theme);

signals:
    /// Enter, or one of the offers was chosen.
    void wanted(const QString& text);
    void left(); ///< Esc

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QStringListModel* m_names;
    QAction* m_icon;
};

} // namespace hallway
