// How far the clocks of the hosts are apart, and up to where they are adjusted.
#pragma once

#include "analysis/ClockOffsets.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QLabel;
class QSpinBox;
class QTableWidget;

namespace hallway {

/// An offset with the names of its hosts, fit to be shown.
struct NamedOffset {
    HostOffset offset;
    QString caller, callee; ///< empty: a span without a host
    bool inTrace = false;   ///< the trace shown has such calls
};

/// Does not block the window.
class ClockOffsetsDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr int mostMilliseconds = 86'400'000; ///< a day

    explicit ClockOffsetsDialog(QWidget* parent = nullptr);

    void setAdjusted(bool on);
    void setLimit(Duration limit);
    void setBusy(); ///< the offsets are being looked for
    void setOffsets(const std::vector<NamedOffset>& offsets);

signals:
    void adjustingChosen(bool on);
    void limitChosen(hallway::Duration limit);

private:
    QCheckBox* m_adjust;
    QSpinBox* m_limit;
    QTableWidget* m_table;
    QLabel* m_note;
};

} // namespace hallway
