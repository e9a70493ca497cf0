// The panel at the right: what is selected, in figures, calls and attributes (look.md, window-light.png).
//
// It is given plain values and holds no truth; the window computes them in background jobs
// (items/Inspections.h).
#pragma once

#include "base/FormatText.h"
#include "common/Theme.h"
#include "inspector/PanelContent.h"
#include "items/Inspection.h"
#include "items/TableLayout.h"

#include <QWidget>

#include <optional>
#include <variant>
#include <vector>

class QTabBar;
class QStackedWidget;

namespace hallway {

class AttributePanel;
class CallPanel;
class FigurePanel;

class Inspector : public QWidget {
    Q_OBJECT

public:
    /// What the first tab is about. monostate: no capture is open.
    using Subject =
        std::variant<std::monostate, CaptureInspection, EdgeInspection, NodeInspection, CallsInspection>;
    enum class Tab { Summary, Calls, Attributes };

    explicit Inspector(QWidget* parent = nullptr);
    ~Inspector() override;

    /// Keeps where it was scrolled to when the same edge or node comes again, e.g. for another range.
    void setSubject(Subject subject);
    /// The calls behind the subject, or those of the selected cell of the heatmap, in the order to be shown
    /// at first; `total`: also those that are not listed. Taken over without a copy, so a million rows cost
    /// nothing here.
    void setCalls(std::vector<CallItem> calls, std::uint64_t total);
    /// The span of the third tab. Does not change the tab.
    void setSpan(std::optional<SpanInspection> span);
    /// Instead of a span: why its attributes cannot be read.
    void setSpanError(const QString& sentence);

    /// Columns of attributes in the second tab, as callAttributesChosen() asked for them.
    void setCallAttributes(const SharedAttributeCells& attributes);
    void setAttributeKeys(const QStringList& keys); ///< offered as such columns
    /// How the person arranged the columns of the second tab; nothing: as at first.
    [[nodiscard]] std::optional<TableLayout> callLayout() const;
    void setCallLayout(const std::optional<TableLayout>& layout);
    /// With which codes the calls of the subject ended; of the subject that is shown.
    void setCodes(const CallCodes& codes);

    void showTab(Tab tab);
    [[nodiscard]] Tab tab() const;

    void setTheme(const Theme& theme);
    void setUtcOffset(format::UtcOffset offset); ///< nullptr = UTC

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void callActivated(hallway::TraceRow trace,
                       hallway::SpanRow span); ///< its trace is wanted, with the span revealed
    void edgeChosen(hallway::EdgeId edge);
    void nodeChosen(hallway::NodeId node);
    void spanLinkActivated(hallway::TraceRow trace, hallway::SpanRow span);
    void problemsRequested();
    void copyRequested(const QString& text); ///< for the clipboard; exact, plain text
    void callAttributesChosen(const QStringList& attributes);
    void callsSaveRequested(const QByteArray& csv);
    void conditionRequested(const QString& condition); ///< the filter is to be narrowed by it

private:
    void nameTabs();
    void showSubject(bool isSame);
    void follow(const PanelTarget& target);

    Subject m_subject;
    format::UtcOffset m_offset = nullptr;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    FigurePanel* m_figures;
    CallPanel* m_calls;
    AttributePanel* m_attributes;
};

} // namespace hallway
