#include "analysis/ExceptionGroups.h"

#include "analysis/MessageShape.h"

#include <algorithm>
#include <tuple>

namespace hallway {

namespace {

constexpr std::size_t longestType = 300;

} // namespace

ExceptionCollector::Gathered& ExceptionCollector::groupOf(const ExceptionEvent& event) {
    const std::string type(event.type.substr(0, longestType));
    std::pair key(type, messageShape(event.message));
    if (const auto known = m_groups.find(key); known != m_groups.end()) return known->second;
    if (m_groups.size() < ExceptionGroup::mostGroups) {
        Gathered& made = m_groups[key];
        std::tie(made.group.type, made.group.shape) = key;
        return made;
    }
    const bool isFull = m_rest.size() >= ExceptionGroup::mostGroups && !m_rest.contains(type);
    Gathered& rest = m_rest[isFull ? std::string() : type];
    rest.group.type = isFull ? std::string() : type;
    rest.group.isRest = true;
    return rest;
}

void ExceptionCollector::add(const ExceptionEvent& event, SpanRow span) {
    ++m_count;
    Gathered& held = groupOf(event);
    ExceptionGroup& group = held.group;
    const Timestamp time = event.time > Timestamp() ? event.time : m_spans.start[span.index()];
    if (group.count == 0) {
        group.message = event.message.substr(0, ExceptionGroup::mostText);
        group.first = group.last = time;
    }
    if (group.stackTrace.empty()) group.stackTrace = event.stackTrace.substr(0, ExceptionGroup::mostText);
    ++group.count;
    group.inFailed += m_spans.flags[span.index()].has(SpanFlag::Failed);
    group.first = std::min(group.first, time);
    group.last = std::max(group.last, time);
    ++held.services[m_spans.node[span.index()]];
    const bool isRepeated = !group.examples.empty() && group.examples.back() == span;
    if (!isRepeated && group.examples.size() < ExceptionGroup::mostExamples) group.examples.push_back(span);
}

ExceptionReport ExceptionCollector::take() {
    ExceptionReport report;
    report.exceptions = m_count;
    const auto give = [&](Gathered& held) {
        held.group.services.assign(held.services.begin(), held.services.end());
        std::sort(held.group.services.begin(), held.group.services.end(), [](const auto& a, const auto& b) {
            return std::tuple(b.second, a.first) < std::tuple(a.second, b.first);
        });
        std::stable_sort(
            held.group.examples.begin(), held.group.examples.end(), [this](SpanRow a, SpanRow b) {
                return std::tuple(m_spans.start[a.index()], a) < std::tuple(m_spans.start[b.index()], b);
            });
        report.groups.push_back(std::move(held.group));
    };
    for (auto& [key, held] : m_groups)
        give(held);
    for (auto& [type, held] : m_rest)
        give(held);
    std::stable_sort(report.groups.begin(), report.groups.end(),
                     [](const ExceptionGroup& a, const ExceptionGroup& b) { return a.count > b.count; });
    return report;
}

} // namespace hallway
