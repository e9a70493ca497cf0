// The latency heatmap of an edge or a service: calls over time × latency, chosen by click, box and keyboard.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "heatmap/HeatmapGeometry.h"
#include "heatmap/HeatmapPainter.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace hallway {

/// Shows what it is given and reports what the person did; it holds no truth. Keys: arrows move a cell
/// cursor, Enter chooses its calls (or those of the box), `.` and `,` go to the next and previous cell that
/// holds calls, Esc clears.
class HeatmapView : public QWidget {
    Q_OBJECT
public:
    explicit HeatmapView(QWidget* parent = nullptr);

    /// Null = nothing is selected. `subject` names the edge or service; a heatmap without samples explains
    /// itself.
    void setHeatmap(std::shared_ptr<const Heatmap> heatmap, const QString& subject);
    void setTheme(const Theme& theme);
    void setUtcOffset(format::UtcOffset offset); ///< nullptr = UTC
    void setLayers(const HeatmapLayers& layers);
    [[nodiscard]] const HeatmapLayers& layers() const { return m_layers; }
    void setLinear(bool linear); ///< of the latency axis: another heatmap is asked for
    /// Nothing clears the box. Emits nothing.
    void setBox(std::optional<HeatmapCells> box);

    [[nodiscard]] std::optional<HeatmapSelection> box() const;
    /// What heatmapOf should be asked for at the present size; see optionsChanged.
    [[nodiscard]] HeatmapOptions options() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void cellSelected(
        const hallway::HeatmapSelection& cell); ///< a click, or Enter on the cursor: its calls are wanted
    void boxSelected(const hallway::HeatmapSelection& box);  ///< a drag ended
    void boxActivated(const hallway::HeatmapSelection& box); ///< Enter on the box
    void boxCleared();
    void
    optionsChanged(const hallway::HeatmapOptions& options); ///< the size now asks for another number of cells

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] bool drawsSomething() const;
    [[nodiscard]] bool isOwnKey(const QKeyEvent& event) const;
    [[nodiscard]] HeatmapScene sceneNow() const;       ///< needs drawsSomething()
    [[nodiscard]] HeatmapGeometry geometryNow() const; ///< likewise
    void moveCursor(int columns, int rows);
    void stepCell(bool forward);
    void placeCursor(const HeatmapGeometry::Cell& cell);
    void clear(); ///< one thing at a time: a drag, the cursor, the box

    struct Drag {
        QPointF from;
        bool timeOnly = false;
        bool moved = false;
        std::optional<HeatmapCells> boxBefore;
    };
    std::shared_ptr<const Heatmap> m_heatmap;
    QString m_subject;
    Theme m_theme;
    KeptFonts m_fonts;
    format::UtcOffset m_offset = nullptr;
    HeatmapLayers m_layers;
    bool m_linear = false;
    HeatmapOptions m_reported;
    std::optional<HeatmapCells> m_box;
    std::optional<HeatmapGeometry::Cell> m_hovered, m_cursor;
    std::optional<Drag> m_drag;
    bool m_focusByKeyboard = false;
};

} // namespace hallway
