#include "analysis/Differences.h"

#include "analysis/DimensionOrder.h"
#include "analysis/Significance.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace hallway {

namespace {

constexpr std::size_t notTested = static_cast<std::size_t>(-1);
constexpr std::size_t bits = 64;

double shareOf(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double effectOf(const SplitCount& with, const SplitCount& all) {
    return shareOf(with.selected, all.selected) - shareOf(with.others, all.others);
}

void count(SplitCount& target, bool selected) { ++(selected ? target.selected : target.others); }

void add(SplitCount& target, const SplitCount& more) {
    target.selected += more.selected;
    target.others += more.others;
}

ValueLabel labelOf(const ValueColumn& column, std::uint32_t first, std::uint32_t last) {
    ValueLabel label = column.labels[first];
    if (first != last) label.high = column.labels[last].high;
    return label;
}

/// Ids: of many values nearly each is another one.
bool isUnique(const TalliedKey& key) {
    constexpr std::size_t many = 20;
    return key.occurrences.size() >= many && key.texts.size() * 2 > key.occurrences.size();
}

} // namespace

DifferenceFinder::DifferenceFinder(const ComparedCalls& calls, const std::vector<InnerSpan>& inside,
                                   const SpanTable& spans, const DifferenceRules& rules)
    : m_calls(calls), m_rules(rules), m_isUnit(firstOfTraces(calls, spans)) {
    m_result.calls = countOf(calls);
    for (std::size_t i = 0; i < calls.size(); ++i)
        if (m_isUnit[i]) count(m_result.tested, calls[i].selected);
    if (std::min(m_result.tested.selected, m_result.tested.others) < rules.leastCalls) {
        m_isUnit.assign(calls.size(), true);
        m_result.tested = m_result.calls;
        m_result.unit = TestedUnit::Call;
    }
    for (const InnerSpan& held : inside)
        count(m_innerSpans[spans.node[held.span.index()]], calls[held.call].selected);
    m_result.enough = std::min(m_result.calls.selected, m_result.calls.others) >= rules.leastCalls;
}

DifferenceFinder::Candidate DifferenceFinder::weigh(const Counts& counts, const ValueLabel& label) {
    Candidate candidate{
        notTested, 0, 0, false, {label, counts.calls, effectOf(counts.calls, m_result.calls), {}}};
    const std::uint64_t with = counts.tested.all();
    if (with < m_rules.leastCalls || with == m_result.tested.all()) return candidate;
    candidate.test = m_p.size();
    m_p.push_back(fishersExact({counts.tested.selected, m_result.tested.selected},
                               {counts.tested.others, m_result.tested.others}));
    const bool agrees = effectOf(counts.tested, m_result.tested) * candidate.value.effect > 0;
    candidate.value.p = agrees ? m_p.back() : 1;
    return candidate;
}

bool DifferenceFinder::mayBeShown(const Candidate& candidate, bool hasSeveral) const {
    const ComparedValue& value = candidate.value;
    if (!value.p || *value.p > m_rules.level || std::abs(value.effect) < m_rules.leastEffect) return false;
    if (value.effect < 0 && !hasSeveral) return false;
    const std::uint64_t calls = value.effect > 0 ? value.calls.selected : value.calls.others;
    const std::uint64_t all = value.effect > 0 ? m_result.calls.selected : m_result.calls.others;
    return calls >= m_rules.leastCalls && shareOf(calls, all) >= m_rules.leastShare;
}

void DifferenceFinder::add(TalliedKey key) {
    if (key.tooMany || isUnique(key)) {
        m_result.leftOut.push_back({key.dimension, key.tooMany ? NotCompared::TooMany : NotCompared::Unique});
        return;
    }
    if (key.texts.empty() && key.numbers.empty()) return;
    const ValueColumn column = columnOf(std::move(key));
    if (column.labels.empty())
        m_result.leftOut.push_back({column.dimension, NotCompared::Several});
    else
        add(column);
}

std::vector<DifferenceFinder::Counts> DifferenceFinder::countsOf(const ValueColumn& column) const {
    std::vector<Counts> counts(column.labels.size());
    for (const Occurrence& held : column.occurrences)
        count(counts[held.value].spans, m_calls[held.call].selected);
    const auto countCall = [&](const Occurrence& held) {
        count(counts[held.value].calls, m_calls[held.call].selected);
        if (m_isUnit[held.call]) count(counts[held.value].tested, m_calls[held.call].selected);
    };
    if (!column.dimension.hasSeveral()) {
        std::for_each(column.occurrences.begin(), column.occurrences.end(), countCall);
        return counts;
    }
    std::vector<Occurrence> unique = column.occurrences;
    std::sort(unique.begin(), unique.end());
    unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
    std::for_each(unique.begin(), unique.end(), countCall);
    return counts;
}

bool DifferenceFinder::spansDiffer(const Dimension& dimension, const Counts& counts, double effect) const {
    // A service or an edge is there or not; sums are about how many there are.
    if (!dimension.service.valid() || dimension.isSum()) return true;
    const auto all = m_innerSpans.find(dimension.service);
    if (all == m_innerSpans.end()) return true;
    const SplitCount& of = all->second;
    if (of.selected == 0 || of.others == 0) return false; // only one side calls the service at all
    const double apart = effectOf(counts.spans, of);
    return std::abs(apart) >= m_rules.leastEffect && apart * effect > 0;
}

void DifferenceFinder::add(const ValueColumn& column) {
    if (!m_result.enough || column.labels.empty()) return;
    ++m_result.dimensions;
    const std::vector<Counts> counts = countsOf(column);
    std::vector<Candidate> values;
    std::optional<Candidate> best;
    const bool hasSeveral = column.dimension.hasSeveral();
    const auto consider = [&](const Candidate& candidate, const Counts& held) {
        const bool isBetter = !best || std::abs(candidate.value.effect) > std::abs(best->value.effect);
        if (isBetter && mayBeShown(candidate, hasSeveral) &&
            spansDiffer(column.dimension, held, candidate.value.effect))
            best = candidate;
    };
    const auto size = static_cast<std::uint32_t>(counts.size());
    // Of a fact all ranges together say no more than that its service is there.
    const bool isWholeSaid = column.isOrdered && column.dimension.scope == ValueScope::Fact;
    for (std::uint32_t first = 0; first < size; ++first) {
        Counts sum;
        for (std::uint32_t last = first; last < (column.isOrdered ? size : first + 1); ++last) {
            hallway::add(sum.calls, counts[last].calls);
            hallway::add(sum.tested, counts[last].tested);
            hallway::add(sum.spans, counts[last].spans);
            if (isWholeSaid && first == 0 && last + 1 == size) continue;
            Candidate candidate = weigh(sum, labelOf(column, first, last));
            candidate.first = first;
            candidate.last = last;
            consider(candidate, sum);
            if (first == last) values.push_back(std::move(candidate));
        }
    }
    if (!hasSeveral) { // the calls without a value
        Counts none{m_result.calls, m_result.tested, {}};
        for (const Counts& held : counts) {
            none.calls.selected -= held.calls.selected;
            none.calls.others -= held.calls.others;
            none.tested.selected -= held.tested.selected;
            none.tested.others -= held.tested.others;
        }
        Candidate candidate = weigh(none, {ValueForm::Absent, {}, {}, {}, {}});
        candidate.absent = true;
        consider(candidate, none);
        if (none.calls.all() > 0) values.push_back(std::move(candidate));
    }
    if (best) keep(column, values, *best);
}

void DifferenceFinder::keep(const ValueColumn& column, const std::vector<Candidate>& values,
                            const Candidate& best) {
    Row row;
    row.finding.dimension = column.dimension;
    row.finding.value = best.value;
    row.test = best.test;
    std::vector<const Candidate*> shown;
    for (const Candidate& value : values)
        shown.push_back(&value);
    if (!column.isOrdered)
        std::stable_sort(shown.begin(), shown.end(), [](const Candidate* a, const Candidate* b) {
            return a->value.calls.all() > b->value.calls.all();
        });
    if (shown.size() > m_rules.mostValues + (column.isOrdered ? 1 : 0)) shown.resize(m_rules.mostValues);
    for (const Candidate* const value : shown) {
        row.finding.values.push_back(value->value);
        row.valueTests.push_back(value->test);
    }
    row.calls.assign((m_calls.size() + bits - 1) / bits, 0);
    for (const Occurrence& held : column.occurrences) {
        const bool has = best.absent || (best.first <= held.value && held.value <= best.last);
        if (has) row.calls[held.call / bits] |= std::uint64_t{1} << held.call % bits;
    }
    row.callCount = best.value.calls.all();
    if (best.absent) { // marked are those that have a value
        for (std::uint64_t& word : row.calls)
            word = ~word;
        if (const std::size_t rest = m_calls.size() % bits; rest != 0)
            row.calls.back() &= (std::uint64_t{1} << rest) - 1;
    }
    m_rows.push_back(std::move(row));

    const std::size_t most = m_rules.mostFindings * 5; // before the same are united
    if (m_rows.size() < most * 2) return;
    const auto isGreater = [](const Row& a, const Row& b) {
        return std::abs(a.finding.value.effect) > std::abs(b.finding.value.effect);
    };
    std::nth_element(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(most), m_rows.end(),
                     isGreater);
    m_rows.resize(most);
}

bool DifferenceFinder::sameSplit(const Row& a, const Row& b) const {
    std::uint64_t both = 0;
    for (std::size_t i = 0; i < a.calls.size(); ++i)
        both += static_cast<std::uint64_t>(std::popcount(a.calls[i] & b.calls[i]));
    const auto real = [](std::uint64_t value) { return static_cast<double>(value); };
    const double all = real(m_calls.size()), ofA = real(a.callCount), ofB = real(b.callCount);
    const double spread = std::sqrt(ofA * (all - ofA)) * std::sqrt(ofB * (all - ofB));
    return spread > 0 && std::abs(all * real(both) - ofA * ofB) >= m_rules.sameSplit * spread;
}

Differences DifferenceFinder::finish() {
    const std::vector<double> corrected = holm(m_p);
    std::vector<Row*> rows;
    for (Row& row : m_rows) {
        row.finding.value.p = corrected[row.test];
        for (std::size_t i = 0; i < row.valueTests.size(); ++i)
            if (row.valueTests[i] != notTested) row.finding.values[i].p = corrected[row.valueTests[i]];
        if (*row.finding.value.p <= m_rules.level) rows.push_back(&row);
    }
    std::sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) {
        const auto rounded = [](const Row* row) {
            return std::lround(std::abs(row->finding.value.effect) * 100);
        };
        if (rounded(a) != rounded(b)) return rounded(a) > rounded(b);
        return comesBefore(a->finding.dimension, b->finding.dimension);
    });
    std::vector<const Row*> leaders;
    for (Row* const row : rows) {
        const auto same = std::find_if(leaders.begin(), leaders.end(),
                                       [&](const Row* leader) { return sameSplit(*leader, *row); });
        if (same != leaders.end()) {
            m_result.findings[static_cast<std::size_t>(same - leaders.begin())].also.push_back(
                {row->finding.dimension, row->finding.value});
        } else if (leaders.size() < m_rules.mostFindings) {
            leaders.push_back(row);
            m_result.findings.push_back(std::move(row->finding));
        }
    }
    std::sort(m_result.leftOut.begin(), m_result.leftOut.end(),
              [](const LeftOut& a, const LeftOut& b) { return a.dimension < b.dimension; });
    m_result.tests = m_p.size();
    return std::move(m_result);
}

} // namespace hallway
