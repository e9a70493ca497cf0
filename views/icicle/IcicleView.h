// An icicle that is looked into: zoomed, walked and pointed at. Shows what it is given and reports what the
// person did.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "icicle/IcicleGeometry.h"

#include <QAbstractScrollArea>
#include <QVariantAnimation>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hallway {

class IcicleView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit IcicleView(QWidget* parent = nullptr);

    /// Null: nothing. `keepsZoom`: the same cells again, wide by something else or not.
    void setIcicle(std::shared_ptr<const Icicle> icicle, bool keepsZoom = false);
    /// What tooltips and screen readers say of a cell: plain text, line by line.
    void setDescription(std::function<QString(std::uint32_t)> description);
    void setTheme(const Theme& theme);
    void setCriticalPath(bool on);
    void setMotion(bool on); ///< off: zooms at once

    /// Selects a cell and scrolls to it; tells nobody. Nothing: no cell.
    void select(std::optional<std::uint32_t> cell);
    [[nodiscard]] std::optional<std::uint32_t> selected() const { return m_selected; }

    void zoomTo(std::uint32_t cell); ///< one step; back() undoes it
    void back();                     ///< to what was shown before; at last the whole
    void showWhole();
    [[nodiscard]] const IcicleWindow& window() const { return m_geometry.window; } ///< where a zoom ends
    [[nodiscard]] IcicleGeometry geometry() const { return m_geometry; }
    [[nodiscard]] const Icicle* icicle() const { return m_icicle.get(); }

signals:
    void cellSelected(std::uint32_t cell); ///< by click or key
    void menuRequested(std::uint32_t cell, const QPoint& globalPosition);
    void criticalPathToggled(bool on);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void layOut();
    void choose(std::uint32_t cell);
    void showRow(std::uint32_t row);
    void showWindow(const IcicleWindow& window, bool animated);
    void zoomBy(double factor, double anchor);
    void panBy(double share);
    void hover(std::optional<QPointF> position);
    void showTip(const QPoint& globalPosition, QPointF position);
    bool navigate(const QKeyEvent& event);
    [[nodiscard]] std::optional<std::uint32_t> neighbour(int step) const;
    [[nodiscard]] std::optional<std::uint32_t> widestChild(std::uint32_t cell) const;
    [[nodiscard]] std::optional<std::uint32_t> nextFailed(bool forward) const;
    [[nodiscard]] IcicleWindow whole() const;

    std::shared_ptr<const Icicle> m_icicle;
    std::function<QString(std::uint32_t)> m_description;
    Theme m_theme;
    Fonts m_fonts;
    IcicleGeometry m_geometry;          ///< where a zoom ends
    IcicleWindow m_shown;               ///< on the way there
    std::vector<IcicleWindow> m_before; ///< zooms to go back to
    std::optional<std::uint32_t> m_selected, m_hovered;
    std::optional<QPointF> m_pointer, m_dragFrom;
    IcicleWindow m_dragWindow;
    bool m_dragged = false;
    bool m_criticalPath = true, m_motion = true, m_focusByKeyboard = false;
    QVariantAnimation m_animation;
    IcicleWindow m_animationFrom;
};

} // namespace hallway
