// Paints the waterfall to any QPainter: screen and export are one. Paints nothing outside its area and needs
// no clipping but at the lower end, where the last row may be cut.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "waterfall/WaterfallColours.h"
#include "waterfall/WaterfallFacts.h"
#include "waterfall/WaterfallGeometry.h"
#include "waterfall/WaterfallMinimap.h"
#include "waterfall/WaterfallRows.h"

#include <QImage>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

class QPainter;

namespace hallway {

/// What is painted. Pointers are never null but where said, and only used during the call.
struct WaterfallScene {
    const WaterfallTrace* trace = nullptr;
    const WaterfallRows* rows = nullptr;
    WaterfallGeometry geometry;
    std::uint32_t root = TreeSpan::none; ///< of the subtree shown
    bool criticalPath = true;
    std::optional<std::uint32_t> selectedRow, hoveredRow, focusedRow;
    const std::vector<bool>* edgeCalls = nullptr;     ///< by span; null = none
    const std::vector<bool>* matches = nullptr;       ///< by span: found by the search; null = none
    const QImage* minimap = nullptr;                  ///< of minimapImage(); null = not painted
    const std::vector<ColourCode>* colours = nullptr; ///< by row; null = those of the services
    const WaterfallFacts* facts = nullptr;            ///< null = nothing known yet
    std::optional<TimeWindow> measured;               ///< a band over the rows
    QStringList measureText;                          ///< its length, then what runs in it
    std::optional<TimeWindow> brushed;                ///< being dragged in the minimap
};

/// The full colour of a row's bar.
[[nodiscard]] QColor barColour(const WaterfallScene& scene, std::uint32_t row, const Theme& theme);

/// What a row is painted on.
[[nodiscard]] const QColor& rowGround(const WaterfallScene& scene, std::uint32_t row, const Theme& theme);

/// The colours of a minimap as an image of one pixel per cell.
[[nodiscard]] QImage minimapImage(const WaterfallMinimap& minimap, const Theme& theme);

class WaterfallPainter {
public:
    WaterfallPainter(const Theme& theme, const Fonts& fonts);

    /// O(visible rows), whatever the size of the trace; only the links of the critical path are gone through
    /// by time.
    void paint(QPainter& painter, const WaterfallScene& scene) const;

private:
    void paintGround(QPainter& painter, const WaterfallScene& scene) const;
    void paintPath(QPainter& painter, const WaterfallScene& scene) const;
    void paintRuler(QPainter& painter, const WaterfallScene& scene) const;
    void paintMinimap(QPainter& painter, const WaterfallScene& scene) const;
    void paintMeasure(QPainter& painter, const WaterfallScene& scene) const;

    Theme m_theme;
    Fonts m_fonts;
};

} // namespace hallway
