#include "gui/LowerPage.h"

#include <utility>

namespace hallway {

LowerPage::LowerPage(const QString& title, SelectionModel& selection, QWidget* parent)
    : QWidget(parent), m_title(title), m_selection(selection) {
    setAccessibleName(title);
    connect(&selection, &SelectionModel::changed, this,
            [this](const Selection& now, const Selection& before) {
                if (now.range != before.range || now.filter != before.filter || concerns(now, before))
                    becomeStale();
            });
}

void LowerPage::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture.reset();
    refresh(); // rows of another capture must not be chosen from while the new one is worked through
    m_capture = std::move(capture);
    becomeStale();
}

void LowerPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(m_isStale, false)) refresh();
}

void LowerPage::becomeStale() {
    m_isStale = !isVisible();
    if (!m_isStale) refresh();
}

} // namespace hallway
