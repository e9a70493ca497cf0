// The inspector's third tab: one span in full.
#pragma once

#include "base/FormatText.h"
#include "common/Theme.h"
#include "items/AttributeModel.h"
#include "items/Inspection.h"

#include <QWidget>

class QLineEdit;
class QStackedLayout;

namespace hallway {

class AttributeListView;
class EmptyState;
class SpanHead;

class AttributePanel : public QWidget {
    Q_OBJECT

public:
    explicit AttributePanel(QWidget* parent = nullptr);

    void setSpan(std::optional<SpanInspection> span);
    /// Instead of a span.
    void setError(const QString& sentence);
    void setTheme(const Theme& theme);
    void setUtcOffset(format::UtcOffset offset);

signals:
    void linkActivated(hallway::TraceRow trace, hallway::SpanRow span);
    void nodeChosen(hallway::NodeId node);
    void copyRequested(const QString& text);
    void conditionRequested(const QString& condition);

private:
    void updatePage();

    AttributeModel* m_model;
    SpanHead* m_head;
    QLineEdit* m_search;
    AttributeListView* m_list;
    EmptyState *m_nothing, *m_noMatch;
    QStackedLayout *m_pages, *m_lists;
    bool m_hasSpan = false;
    QString m_error;
};

} // namespace hallway
