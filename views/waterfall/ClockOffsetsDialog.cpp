#include "waterfall/ClockOffsetsDialog.h"

#include "base/FormatText.h"
#include "common/Fonts.h"
#include "common/PlainToolTip.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hallway {
namespace {

constexpr int mostRows = 500;

QTableWidgetItem* cellOf(const QString& text, bool isFigure, bool inTrace, const QPalette& palette) {
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(isFigure ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    item->setToolTip(plainToolTip(text));
    if (!inTrace) {
        item->setForeground(palette.color(QPalette::PlaceholderText));
    }
    return item;
}

QString countText(std::uint64_t value) { return QString::fromStdString(format::countExact(value)); }
QString durationText(Duration value) { return QString::fromStdString(format::duration(value)); }

} // namespace

ClockOffsetsDialog::ClockOffsetsDialog(QWidget* parent)
    : QDialog(parent), m_adjust(new QCheckBox(tr("&Adjust clocks"), this)), m_limit(new QSpinBox(this)),
      m_table(new QTableWidget(0, 6, this)), m_note(new QLabel(this)) {
    setWindowTitle(tr("Clock offsets"));
    m_limit->setRange(0, mostMilliseconds);
    m_limit->setSuffix(tr(" ms"));
    m_limit->setGroupSeparatorShown(true);
    m_limit->setKeyboardTracking(false);
    m_limit->setAccessibleName(tr("Largest shift"));
    m_limit->setToolTip(tr("Spans that would have to be shifted further stay where they are"));
    auto* label = new QLabel(tr("&Largest shift:"), this);
    label->setBuddy(m_limit);
    m_table->setHorizontalHeaderLabels({tr("Caller's host"), tr("Callee's host"), tr("Calls"), tr("Shifted"),
                                        tr("Median shift"), tr("Over the limit")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(0);
    m_table->verticalHeader()->setDefaultSectionSize(qRound(22 * Fonts(font()).scale));
    for (int column = 0; column < m_table->columnCount(); ++column) {
        m_table->horizontalHeaderItem(column)->setTextAlignment(
            (column > 1 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(tr("Clock offsets of pairs of hosts"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto* controls = new QHBoxLayout;
    controls->addWidget(m_adjust);
    controls->addStretch(1);
    controls->addWidget(label);
    controls->addWidget(m_limit);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(controls);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    resize(680, 360);
    connect(m_adjust, &QCheckBox::toggled, this, &ClockOffsetsDialog::adjustingChosen);
    connect(m_limit, &QSpinBox::valueChanged, this,
            [this](int value) { emit limitChosen(std::chrono::milliseconds(value)); });
}

void ClockOffsetsDialog::setAdjusted(bool on) {
    const QSignalBlocker quiet(m_adjust);
    m_adjust->setChecked(on);
}

void ClockOffsetsDialog::setLimit(Duration limit) {
    const QSignalBlocker quiet(m_limit);
    m_limit->setValue(
        static_cast<int>(std::clamp<std::int64_t>(limit.count() / 1'000'000, 0, mostMilliseconds)));
}

void ClockOffsetsDialog::setBusy() { m_note->setText(tr("Comparing the clocks of all traces…")); }

void ClockOffsetsDialog::setOffsets(const std::vector<NamedOffset>& offsets) {
    const int rows = static_cast<int>(std::min<std::size_t>(offsets.size(), mostRows));
    m_table->setRowCount(rows);
    std::uint64_t over = 0;
    for (int row = 0; row < rows; ++row) {
        const NamedOffset& named = offsets[static_cast<std::size_t>(row)];
        const HostOffset& offset = named.offset;
        const auto host = [](const QString& name) { return name.isEmpty() ? tr("(no host)") : name; };
        const QString none =
            QString::fromUtf8(format::absent.data(), static_cast<qsizetype>(format::absent.size()));
        const QString cells[] = {host(named.caller),
                                 host(named.callee),
                                 countText(offset.compared),
                                 countText(offset.shifted),
                                 offset.shifted > 0 ? durationText(offset.median) : none,
                                 countText(offset.overLimit)};
        for (int column = 0; column < 6; ++column) {
            m_table->setItem(row, column, cellOf(cells[column], column > 1, named.inTrace, palette()));
        }
        if (offset.shifted > 0) {
            m_table->item(row, 4)->setToolTip(plainToolTip(
                tr("From %1 to %2, on %3 calls")
                    .arg(durationText(offset.least), durationText(offset.most), countText(offset.shifted))));
        }
    }
    for (const NamedOffset& named : offsets) {
        over += named.offset.overLimit;
    }
    QStringList notes;
    if (offsets.empty()) {
        notes << tr("No call of this capture goes from one host to another.");
    } else {
        notes << tr(
            "A callee that seems to run outside its caller's time is shifted into it: the clocks of the "
            "hosts differ. The median is that of the shifted calls; grey: hosts of other traces.");
    }
    if (over > 0) {
        notes << tr("%1 calls are too far apart to be adjusted.").arg(countText(over));
    }
    if (offsets.size() > mostRows) {
        notes << tr("%1 more pairs of hosts are not listed.").arg(countText(offsets.size() - mostRows));
    }
    m_note->setText(notes.join(QLatin1Char(' ')));
}

} // namespace hallway
