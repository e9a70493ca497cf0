// What may stand at the cursor of a filter, in a list below its field.
#pragma once

#include "common/Theme.h"

#include <QFrame>

#include <optional>
#include <vector>

class QListView;

namespace hallway {

class PaletteDelegate;
class PaletteModel;

class CompletionList : public QFrame {
    Q_OBJECT

public:
    struct Proposal {
        QString text;  ///< foreign; shown as plain text
        QString about; ///< what it is, or how many have it
        /// Letters of the text that were typed already, for emphasis.
        QList<qsizetype> typed{};
    };

    explicit CompletionList(QWidget* parent);

    /// Below `field`, nothing of it chosen yet; an empty list hides it.
    void offer(std::vector<Proposal> proposals, const QWidget& field);
    void setTheme(const Theme& theme);
    void step(int rows); ///< from none to the first or last one
    [[nodiscard]] std::optional<std::size_t> chosen() const;
    [[nodiscard]] int count() const;

signals:
    void clicked(std::size_t index);

private:
    QListView* m_list;
    PaletteModel* m_model;
    PaletteDelegate* m_delegate;
};

} // namespace hallway
