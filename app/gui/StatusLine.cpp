#include "gui/StatusLine.h"

#include "base/FormatText.h"
#include "common/Text.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace hallway {

namespace {

constexpr int barSteps = 1000;

QString counted(std::uint64_t count) { return QString::fromStdString(format::countExact(count)); }

int pluralOf(std::uint64_t count) {
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

QString sized(std::uint64_t bytes) { return QString::fromStdString(format::bytes(bytes)); }

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QFrame(parent), m_counts(new QLabel(this)), m_note(new QLabel(this)), m_pointer(new QLabel(this)),
      m_zone(new QLabel(this)), m_import(new QLabel(this)), m_problems(new QToolButton(this)),
      m_cancel(new QToolButton(this)), m_bar(new QProgressBar(this)) {
    setObjectName(QStringLiteral("statusLine"));
    for (QLabel* label : {m_counts, m_note, m_pointer, m_zone, m_import})
        label->setTextFormat(Qt::PlainText);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_problems->setProperty("flat", true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setToolTip(tr("What was wrong in the files"));
    m_problems->setObjectName(QStringLiteral("problemsButton"));
    m_cancel->setProperty("flat", true);
    m_cancel->setText(QStringLiteral("✕"));
    m_cancel->setAccessibleName(tr("Cancel the import"));
    m_cancel->setToolTip(tr("Cancel the import; what was open before stays"));
    m_cancel->setObjectName(QStringLiteral("cancelImport"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(100);
    m_bar->setAccessibleName(tr("Progress of the import"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(14);
    layout->addWidget(m_counts);
    layout->addWidget(m_problems);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_pointer);
    layout->addWidget(m_zone);
    layout->addWidget(m_import);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsClicked);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelClicked);
    setCapture(nullptr);
    hideImport();
}

void StatusLine::setCapture(const Capture* capture) {
    const std::size_t problems = capture ? capture->problemCount() : 0;
    m_problems->setVisible(problems > 0);
    m_zone->setVisible(capture != nullptr);
    if (!capture) {
        m_counts->setText(tr("No capture open"));
        return;
    }
    const CaptureFigures& figures = capture->figures();
    QStringList parts{tr("%1 spans", nullptr, pluralOf(figures.spans)).arg(counted(figures.spans)),
                      tr("%1 traces", nullptr, pluralOf(figures.traces)).arg(counted(figures.traces)),
                      tr("%1 services", nullptr, pluralOf(figures.services)).arg(counted(figures.services))};
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    const int n = pluralOf(problems);
    m_problems->setText(capture->sources().size() == 1
                            ? tr("%1 problems in the file", nullptr, n).arg(counted(problems))
                            : tr("%1 problems in the files", nullptr, n).arg(counted(problems)));
}

void StatusLine::setNote(const QString& text) { m_note->setText(text); }
void StatusLine::setPointer(const QString& text) { m_pointer->setText(text); }
void StatusLine::setZone(const QString& text) { m_zone->setText(text); }
void StatusLine::setWarningIcon(const QIcon& icon) { m_problems->setIcon(icon); }

void StatusLine::showImport(const Progress& progress) {
    const QString name = QString::fromStdString(
        format::elideMiddle(shownText(progress.subject).section(QLatin1Char('/'), -1).toStdString(), 40));
    const QString spans =
        tr("%1 spans so far", nullptr, pluralOf(progress.spans)).arg(counted(progress.spans));
    if (progress.subject.empty())
        m_import->setText(tr("Opening…"));
    else if (progress.bytesTotal > 0)
        m_import->setText(tr("Reading %1: %2 of %3, %4")
                              .arg(name, sized(progress.bytesDone), sized(progress.bytesTotal), spans));
    else
        m_import->setText(tr("Reading %1: %2, %3").arg(name, sized(progress.bytesDone), spans));
    m_bar->setMaximum(progress.bytesTotal > 0 ? barSteps : 0);
    if (progress.bytesTotal > 0)
        m_bar->setValue(static_cast<int>(static_cast<double>(progress.bytesDone) /
                                         static_cast<double>(progress.bytesTotal) * barSteps));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_import), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_cancel)})
        widget->show();
}

void StatusLine::hideImport() {
    for (QWidget* widget :
         {static_cast<QWidget*>(m_import), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_cancel)})
        widget->hide();
}

} // namespace hallway
