// The strip that says what the colours of the bars stand for, one button a value.
#pragma once

#include "common/Theme.h"
#include "waterfall/WaterfallColours.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace hallway {

class WaterfallLegend : public QWidget {
    Q_OBJECT
public:
    explicit WaterfallLegend(QWidget* parent = nullptr);

    /// Hides itself where colours stand for services: their names say it.
    void setColours(const WaterfallColours& colours);
    void setTheme(const Theme& theme);

signals:
    void valueChosen(std::uint32_t value); ///< index into WaterfallValues::values: filter by it
    void closed();                         ///< back to the services

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void showWhatFits();

    Theme m_theme;
    WaterfallColours m_colours;
    QLabel* m_key;
    QHBoxLayout* m_row;
    std::vector<QToolButton*> m_values;
    QLabel* m_more;
    QToolButton* m_close;
};

} // namespace hallway
