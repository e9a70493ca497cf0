// The strip below the head of the waterfall, there when something is left out: where in the trace one is, and
// what the filter leaves.
#pragma once

#include "common/Theme.h"
#include "waterfall/WaterfallRows.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace hallway {

/// "Whole trace › gateway POST /checkout › … › payments Authorize", each a button, and at the right "12 of
/// 480 spans match; 440 hidden" with the switch.
class WaterfallTrail : public QWidget {
    Q_OBJECT
public:
    explicit WaterfallTrail(QWidget* parent = nullptr);

    /// `root` none = the whole trace is shown. Hides itself when there is neither subtree nor filter.
    void show(const WaterfallTrace* trace, std::uint32_t root, const WaterfallRows& rows, bool hasFilter,
              bool hidesOthers);
    void setTheme(const Theme& theme);

signals:
    void rootChosen(std::uint32_t span); ///< TreeSpan::none = the whole trace
    void hidingChosen(bool hide);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        QString text;
        std::uint32_t span = TreeSpan::none;
    };

    void showPlaces();
    void addPlace(const Place& place);
    void addLabel(const QString& text, bool strong);
    [[nodiscard]] double placeRoom() const; ///< px for the text of each

    Theme m_theme;
    QWidget* m_places;
    QHBoxLayout* m_row;
    QLabel* m_count;
    QToolButton* m_switch;
    bool m_hides = false;
    std::vector<Place> m_way; ///< from the root of the trace to that of the subtree; levels may be left out
    bool m_leavesOut = false; ///< between the first and the second
    double m_room = 0;        ///< that of the places shown
    const WaterfallTrace* m_trace = nullptr; ///< of the places; only compared
    std::uint32_t m_root = TreeSpan::none;
};

} // namespace hallway
