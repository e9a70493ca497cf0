// The steps of an investigation, to be walked back and forth like pages of a browser.
#pragma once

#include "items/SelectionModel.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace hallway {

/// Where one stands: what is selected, with its range and filter, and which lower pages are in front.
struct Step {
    Selection selection;
    QStringList pages{};       ///< names of those in front
    QString words{};           ///< for lists, e.g. "payments → api"
    bool traceFollows = false; ///< the window opened the trace by itself, for the edge
    bool operator==(const Step&) const = default;
};

/// What makes one step another, the weightiest first.
enum class StepChange { Filter, Range, Subject, Box, Trace, Page, Span, None };
[[nodiscard]] StepChange changeBetween(const Step& before, const Step& now);

/// A value without Qt's event loop: times are told to it. Holds at most `most` steps and what they share with
/// the capture, such as applied filters.
class History {
public:
    static constexpr std::size_t most = 50;
    /// Changes of one kind that follow one another faster are one step: rows walked with the arrows, a range
    /// that is pushed along.
    static constexpr std::chrono::milliseconds haste{700};

    /// A step was taken at `when`, a time of any clock that does not go back. What lay ahead is forgotten,
    /// unless only the span changed. `follows`: the window did it on its own after the step before, e.g.
    /// opened the worst call of an edge; it belongs to that step.
    void record(Step step, std::chrono::milliseconds when, bool follows = false);
    void clear();

    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_steps.size(); }
    /// Goes one step or to a step of the list; null, and nothing happens, where there is none. The pointer is
    /// good until the next record() or clear().
    const Step* goBack() { return canGoBack() ? goTo(m_at - 1) : nullptr; }
    const Step* goForward() { return canGoForward() ? goTo(m_at + 1) : nullptr; }
    const Step* goTo(std::size_t index);

    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; } ///< oldest first
    [[nodiscard]] std::size_t at() const { return m_at; }                    ///< of steps(), where one stands

private:
    std::vector<Step> m_steps;
    std::size_t m_at = 0;
    StepChange m_lastChange = StepChange::None;
    std::chrono::milliseconds m_lastTime{0};
};

} // namespace hallway
