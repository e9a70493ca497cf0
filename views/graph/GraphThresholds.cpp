#include "graph/GraphThresholds.h"

#include "base/FormatText.h"
#include "graph/GraphBar.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>

namespace hallway {

namespace {

using std::chrono::milliseconds;

constexpr std::array<std::uint64_t, 19> callSteps{0,      1,      2,       5,       10,       20,    50,
                                                  100,    200,    500,     1'000,   2'000,    5'000, 10'000,
                                                  20'000, 50'000, 100'000, 200'000, 1'000'000};
constexpr std::array<double, 11> failedSteps{0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};
constexpr std::array<Duration, 16> timeSteps{
    milliseconds(0),     milliseconds(1),      milliseconds(2),      milliseconds(5),
    milliseconds(10),    milliseconds(20),     milliseconds(50),     milliseconds(100),
    milliseconds(200),   milliseconds(500),    milliseconds(1'000),  milliseconds(2'000),
    milliseconds(5'000), milliseconds(10'000), milliseconds(30'000), milliseconds(60'000)};

/// The last step that is not beyond the value: sliders stand there for values between.
template <class Steps, class Value>
int stepOf(const Steps& steps, const Value& value) {
    return static_cast<int>(std::upper_bound(steps.begin(), steps.end(), value) - steps.begin()) - 1;
}

QString asText(const std::string& text) { return QString::fromStdString(text); }

} // namespace

GraphThresholds::GraphThresholds(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("graphThresholds"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 4, 12, 4);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(3, 1);
    const std::array<QString, 3> names{tr("Least calls"), tr("Least failed share"), tr("Least p99")};
    const std::array<std::size_t, 3> counts{callSteps.size(), failedSteps.size(), timeSteps.size()};
    for (int i = 0; i < 3; ++i) {
        const auto at = static_cast<std::size_t>(i);
        Line& line = m_lines[at];
        line = {new QSlider(Qt::Horizontal, this), new QLabel(this), new QLabel(this)};
        line.slider->setRange(0, static_cast<int>(counts[at]) - 1);
        line.slider->setPageStep(1);
        line.slider->setFixedWidth(160);
        line.slider->setAccessibleName(names[at]);
        auto* name = new QLabel(names[at], this);
        name->setBuddy(line.slider);
        grid->addWidget(name, i, 0);
        grid->addWidget(line.slider, i, 1);
        grid->addWidget(line.value, i, 2);
        grid->addWidget(line.effect, i, 3);
        line.value->setMinimumWidth(70);
        connect(line.slider, &QSlider::valueChanged, this, &GraphThresholds::report);
    }
    setState({}, {});
    hide();
}

void GraphThresholds::report() {
    const auto at = [this](std::size_t i) { return static_cast<std::size_t>(m_lines[i].slider->value()); };
    emit changed({callSteps[at(0)], failedSteps[at(1)], timeSteps[at(2)]});
}

void GraphThresholds::setState(const EdgeThresholds& least, const ThresholdEffects& effects) {
    m_least = least;
    const std::array<int, 3> steps{stepOf(callSteps, least.calls), stepOf(failedSteps, least.failed),
                                   stepOf(timeSteps, least.p99)};
    const QString any = tr("any");
    const std::array<QString, 3> values{least.calls == 0 ? any : asText(format::countExact(least.calls)),
                                        least.failed <= 0 ? any : tr("%1 %").arg(least.failed * 100),
                                        least.p99 <= Duration::zero() ? any
                                                                      : asText(format::duration(least.p99))};
    const std::array<HiddenParts, 3> hidden{effects.calls, effects.failed, effects.p99};
    for (std::size_t i = 0; i < 3; ++i) {
        const QSignalBlocker quiet(m_lines[i].slider);
        m_lines[i].slider->setValue(steps[i]);
        m_lines[i].value->setText(values[i]);
        m_lines[i].effect->setText(hiddenText(hidden[i]));
        m_lines[i].slider->setAccessibleDescription(values[i] + QStringLiteral(", ") + hiddenText(hidden[i]));
        QPalette palette = m_lines[i].effect->palette();
        palette.setColor(QPalette::WindowText, hidden[i].failing > 0 ? m_theme.degraded : m_theme.text2);
        m_lines[i].effect->setPalette(palette);
    }
}

void GraphThresholds::open() {
    show();
    m_lines[0].slider->setFocus(Qt::ShortcutFocusReason);
}

void GraphThresholds::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

void GraphThresholds::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    hide();
    emit closed();
}

void GraphThresholds::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.header);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.line);
}

} // namespace hallway
