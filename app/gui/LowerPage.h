// A page of the lower panels: a view with what feeds it.
#pragma once

#include "base/FormatText.h"
#include "common/Theme.h"
#include "items/SelectionModel.h"
#include "session/Capture.h"

#include <QAction>
#include <QList>
#include <QWidget>

#include <memory>

namespace hallway {

/// GUI thread. Works only while it can be seen: what changes meanwhile is caught up when it is shown.
class LowerPage : public QWidget {
    Q_OBJECT

public:
    LowerPage(const QString& title, SelectionModel& selection, QWidget* parent = nullptr);

    [[nodiscard]] const QString& title() const { return m_title; }
    void setCapture(std::shared_ptr<const Capture> capture);
    virtual void setTheme(const Theme& theme) = 0;
    virtual void setUtcOffset(format::UtcOffset) {} ///< nullptr = UTC
    /// Keys of attributes of the open capture, to be proposed where one is typed; most frequent first.
    virtual void setAttributeKeys(const QStringList&) {}
    [[nodiscard]] virtual bool isBusy() const = 0;
    /// For menus, the command palette and the sheet of keys. The page owns them.
    [[nodiscard]] virtual QList<QAction*> commands() const { return {}; }

signals:
    /// The filter is to be narrowed by a condition of the filter language.
    void conditionRequested(const QString& condition);
    /// A span was selected that the waterfall is to show.
    void waterfallRequested();

protected:
    [[nodiscard]] SelectionModel& selection() const { return m_selection; }
    [[nodiscard]] const std::shared_ptr<const Capture>& capture() const { return m_capture; }
    /// Whether the page shows something else now; range and filter are asked for already.
    [[nodiscard]] virtual bool concerns(const Selection&, const Selection&) const { return false; }
    /// Derives anew what is shown; without a capture, which is the only case while the page is hidden, it
    /// lets go of everything at once.
    virtual void refresh() = 0;

    void showEvent(QShowEvent* event) override;

private:
    void becomeStale();

    QString m_title;
    SelectionModel& m_selection;
    std::shared_ptr<const Capture> m_capture;
    bool m_isStale = false;
};

} // namespace hallway
