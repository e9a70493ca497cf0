// Types a few letters, does anything: the actions of the window, and the services and traces to go to.
#pragma once

#include "common/Theme.h"
#include "gui/Overlay.h"

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace hallway {

class PaletteDelegate;
class PaletteModel;

struct PaletteEntry {
    QString text;  ///< what the letters are looked for in
    QString place; ///< told behind it: a menu, a view, "service"
    QString keys = {};
    bool isOn = false; ///< a switch that is on
    std::function<void()> run;
};

class CommandPalette : public Overlay {
    Q_OBJECT

public:
    /// Entries that depend on what is typed, e.g. traces by the begin of their id; they come first.
    using Finder = std::function<std::vector<PaletteEntry>(const QString& typed)>;

    explicit CommandPalette(QWidget* parent);

    /// `prompt` stands in the empty field; `nothing` is said when nothing matches, %1 being what was typed.
    void openWith(const QString& prompt, const QString& nothing, std::vector<PaletteEntry> entries,
                  Finder finder = {});
    void setTheme(const Theme& theme);

protected:
    [[nodiscard]] QRect placeIn(const QSize& area) const override;
    [[nodiscard]] QWidget* keyboardTarget() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search();
    void run(const QModelIndex& index);
    void step(int rows);

    QLineEdit* m_field;
    QListView* m_list;
    QLabel* m_nothing;
    PaletteModel* m_model;
    PaletteDelegate* m_delegate;
    std::vector<PaletteEntry> m_entries;
    Finder m_finder;
    QString m_nothingText;
};

} // namespace hallway
