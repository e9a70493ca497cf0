#include "gui/FilterPresenter.h"

#include "query/Filter.h"
#include "session/FilterRun.h"

namespace hallway {

FilterPresenter::FilterPresenter(FilterModel& filter, SelectionModel& selection, QObject* parent)
    : QObject(parent), m_filter(filter), m_selection(selection) {
    connect(&filter, &FilterModel::changed, this, &FilterPresenter::evaluate);
}

void FilterPresenter::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture = std::move(capture);
    m_match.reset();
    m_matchText.clear();
    evaluate();
}

void FilterPresenter::evaluate() {
    m_jobs.cancel();
    const QString text = m_filter.text();
    const FilterMode mode = m_filter.mode();
    const auto& now = m_selection.now().filter;
    if (now && now->text == text && now->mode == mode) return; // as it was gone back to
    const auto parsed = Filter::parse(text.toStdString());
    if (!m_capture || !parsed) return m_selection.setFilter(nullptr);
    m_jobs.run(
        [capture = m_capture, filter = *parsed, text, mode,
         known = text == m_matchText ? m_match : nullptr](const CancelToken& cancel) -> Result<Found> {
            Match match = known;
            if (!match) {
                auto found = matchOf(filter, *capture, cancel);
                if (!found) return tl::unexpected(found.error());
                match = std::make_shared<const FilterMatch>(std::move(*found));
            }
            auto chosen = std::make_shared<const Chosen>(chosenBy(*match, mode, *capture));
            return Found{match, std::make_shared<const AppliedFilter>(
                                    AppliedFilter{text, mode, match->spans, std::move(chosen)})};
        },
        [this, text](const Result<Found>& found) {
            if (!found) {
                if (found.error().code != ErrorCode::Cancelled) emit failed(found.error());
                return;
            }
            m_match = found->match;
            m_matchText = text;
            m_selection.setFilter(found->applied);
        });
}

} // namespace hallway
