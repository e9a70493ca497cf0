// The inspector's first tab: the figures of an edge, a service or the capture, in one scrolling column.
#pragma once

#include "inspector/PanelContent.h"
#include "inspector/PanelWidgets.h"

#include <QScrollArea>

#include <set>

class QVBoxLayout;

namespace hallway {

class FigurePanel : public QScrollArea {
    Q_OBJECT

public:
    explicit FigurePanel(QWidget* parent = nullptr);

    struct Charts {
        LatencyBins latency;
        CallBins overTime;
        std::optional<Distribution> marks{}; ///< percentiles drawn into the histogram
    };
    /// `isSame`: the same subject with other figures; scrolling and opened sections stay.
    void setContent(PanelContent content, Charts charts, bool isSame);
    void setTheme(const Theme& theme);
    void setUtcOffset(format::UtcOffset offset) {
        m_offset = offset;
    } ///< of the charts; takes effect with the next content

signals:
    void targetChosen(const hallway::PanelTarget& target);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void addSubject(QVBoxLayout& column, const SharedPanelStyle& style);
    void addSection(QVBoxLayout& column, std::size_t index, const SharedPanelStyle& style);
    void addRow(QVBoxLayout& column, const PanelRow& row, const PanelColumns& columns,
                const SharedPanelStyle& style);
    void addChart(QVBoxLayout& column, PanelSection::Chart chart, const SharedPanelStyle& style);

    PanelContent m_content;
    Charts m_charts;
    Theme m_theme;
    format::UtcOffset m_offset = nullptr;
    std::set<QString> m_closed; ///< titles of sections that show nothing, whatever the subject
    std::set<QString> m_opened; ///< titles of sections that show all their rows
};

} // namespace hallway
