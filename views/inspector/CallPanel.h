// The inspector's second tab: the calls behind what is selected, one by one.
#pragma once

#include "base/FormatText.h"
#include "common/Theme.h"
#include "items/CallModel.h"
#include "items/TableLayout.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace hallway {

class EmptyState;
class FigureTable;
class TotalsStrip;

class CallPanel : public QWidget {
    Q_OBJECT

public:
    explicit CallPanel(QWidget* parent = nullptr);

    /// `total`: also those that are not listed.
    void setCalls(std::vector<CallItem> calls, std::uint64_t total);
    void setTheme(const Theme& theme);
    void setUtcOffset(format::UtcOffset offset);
    /// Columns of attributes, as attributesChosen() asked for them.
    void setAttributes(const SharedAttributeCells& attributes);
    void setAttributeKeys(const QStringList& keys); ///< offered as columns
    /// How the person arranged the columns; nothing: as at first.
    [[nodiscard]] std::optional<TableLayout> ownLayout() const;
    void setOwnLayout(const std::optional<TableLayout>& layout);

signals:
    void attributesChosen(const QStringList& attributes);
    void saveRequested(const QByteArray& csv);
    void callActivated(hallway::TraceRow trace, hallway::SpanRow span);

private:
    void activate(int row);
    void sayHowMany(std::uint64_t total);

    CallModel* m_model;
    FigureTable* m_table;
    TotalsStrip* m_totals;
    EmptyState* m_empty;
    QLabel* m_foot;
    QStackedLayout* m_pages;
    Theme m_theme;
};

} // namespace hallway
