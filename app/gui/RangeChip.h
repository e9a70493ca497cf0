// The time range every view shows, as a chip in the tool bar with a cross to end it.
#pragma once

#include "base/FormatText.h"
#include "common/Theme.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace hallway {

class RangeChip : public QFrame {
    Q_OBJECT

public:
    explicit RangeChip(QWidget* parent = nullptr);

    /// Nothing hides it. `offset`: nullptr = UTC.
    void setRange(const std::optional<TimeRange>& range, format::UtcOffset offset);
    void setTheme(const Theme& theme);
    [[nodiscard]] QString text() const;

signals:
    void cleared();

private:
    QLabel *m_icon, *m_text;
};

} // namespace hallway
