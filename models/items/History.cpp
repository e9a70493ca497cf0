#include "items/History.h"

#include <iterator>
#include <utility>

namespace hallway {

StepChange changeBetween(const Step& before, const Step& now) {
    const Selection &a = before.selection, &b = now.selection;
    if (a.filter != b.filter) return StepChange::Filter;
    if (a.range != b.range) return StepChange::Range;
    if (a.edge != b.edge || a.node != b.node || a.operation != b.operation) return StepChange::Subject;
    if (a.box != b.box || a.compared != b.compared) return StepChange::Box;
    if (a.trace != b.trace) return StepChange::Trace;
    if (before.pages != now.pages) return StepChange::Page;
    return a.span != b.span ? StepChange::Span : StepChange::None;
}

void History::record(Step step, std::chrono::milliseconds when, bool follows) {
    if (m_steps.empty()) {
        m_steps.push_back(std::move(step));
        return;
    }
    Step& current = m_steps[m_at];
    const StepChange change = changeBetween(current, step);
    if (change == StepChange::None) return;
    if (follows || change == StepChange::Span) {
        step.words = current.words;
        current = std::move(step);
        return;
    }
    const bool hasty = m_at > 0 && change == m_lastChange && when - m_lastTime < haste;
    m_lastChange = change;
    m_lastTime = when;
    m_steps.erase(std::next(m_steps.begin(), static_cast<std::ptrdiff_t>(m_at) + 1), m_steps.end());
    if (hasty) {
        m_steps.back() = std::move(step);
        return;
    }
    m_steps.push_back(std::move(step));
    if (m_steps.size() > most) m_steps.erase(m_steps.begin());
    m_at = m_steps.size() - 1;
}

void History::clear() { *this = {}; }

const Step* History::goTo(std::size_t index) {
    if (index >= m_steps.size()) return nullptr;
    m_at = index;
    m_lastChange = StepChange::None; // what comes now is a step of its own
    return &m_steps[m_at];
}

} // namespace hallway
