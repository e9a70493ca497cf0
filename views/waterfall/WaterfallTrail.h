// The strip below the head of the waterfall, there when something is left out: where in the trace one is, and
// what the filter leaves.
#pragma once

#include "common/Theme.h"
#include "waterfall/WaterfallRows.h"

#include <QWidget>

#include <optional>

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

private:
    void addPlace(const QString& text, std::optional<std::uint32_t> span);

    Theme m_theme;
    QWidget* m_places;
    QHBoxLayout* m_row;
    QLabel* m_count;
    QToolButton* m_switch;
    bool m_hides = false;
    const WaterfallTrace* m_trace = nullptr; ///< of the places; only compared
    std::uint32_t m_root = TreeSpan::none;
};

} // namespace hallway
