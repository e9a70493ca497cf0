// Asks for a name without a box in the way.
#pragma once

#include "gui/Overlay.h"

#include <functional>

class QLabel;
class QLineEdit;

namespace hallway {

/// Enter takes the name, Esc leaves everything as it is.
class NamePrompt : public Overlay {
    Q_OBJECT

public:
    explicit NamePrompt(QWidget* parent);

    /// `done` is called with a name that is not empty; not at all if the person changes their mind.
    void ask(const QString& question, const QString& suggestion, std::function<void(const QString&)> done);

protected:
    [[nodiscard]] QRect placeIn(const QSize& area) const override;
    [[nodiscard]] QWidget* keyboardTarget() override;

private:
    void take();

    QLabel* m_question;
    QLineEdit* m_name;
    std::function<void(const QString&)> m_done;
};

} // namespace hallway
