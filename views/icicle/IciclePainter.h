// Draws an icicle to any QPainter.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "icicle/IcicleGeometry.h"

class QPainter;

namespace hallway {

/// What is drawn in one frame.
struct IcicleScene {
    const Icicle& icicle;
    IcicleGeometry geometry;
    std::optional<std::uint32_t> selected, hovered; ///< cells
    bool criticalPath = true;
    bool focused = false; ///< by keyboard
};

class IciclePainter {
public:
    IciclePainter(Theme theme, Fonts fonts) : m_theme(std::move(theme)), m_fonts(std::move(fonts)) {}

    /// Only what lies in `scene.geometry.area`.
    void paint(QPainter& painter, const IcicleScene& scene) const;

private:
    void paintCell(QPainter& painter, const IcicleScene& scene, const VisibleCell& visible) const;
    void paintText(QPainter& painter, const IcicleScene& scene, const IcicleCell& cell, QRectF box) const;
    void paintFailures(QPainter& painter, const IcicleCell& cell, const QRectF& box) const;
    void paintRuler(QPainter& painter, const IcicleScene& scene) const;

    Theme m_theme;
    Fonts m_fonts;
};

} // namespace hallway
