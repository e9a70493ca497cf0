// Three sliders that leave out edges, each of which says what it hides.
#pragma once

#include "analysis/VisibleGraph.h"
#include "common/Theme.h"

#include <QWidget>

#include <array>

class QLabel;
class QSlider;

namespace hallway {

class GraphThresholds : public QWidget {
    Q_OBJECT
public:
    explicit GraphThresholds(QWidget* parent = nullptr);

    /// Emits nothing.
    void setState(const EdgeThresholds& least, const ThresholdEffects& effects);
    void setTheme(const Theme& theme);
    void open(); ///< shows itself; the first slider takes the keys

signals:
    void changed(const hallway::EdgeThresholds& least);
    void closed(); ///< Esc

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QSlider* slider;
        QLabel *value, *effect;
    };
    void report();

    Theme m_theme;
    EdgeThresholds m_least;
    std::array<Line, 3> m_lines{};
};

} // namespace hallway
