#include "store/AttributeScan.h"

#include "store/RowChecksum.h"
#include "trace/Event.h"

#include <algorithm>
#include <future>
#include <string>
#include <system_error>

namespace hallway {

namespace {

template <class Id, class Answer>
Answer answerFor(Id id, const std::vector<Answer>& answers) {
    return id.index() < answers.size() ? answers[id.index()] : Answer::Damaged;
}

/// What is not asked for is not read either.
SpanPart lastPartOf(const AttributePredicate& predicate) {
    if (predicate.inLinks) return SpanPart::Links;
    if (predicate.inEvents) return SpanPart::Events;
    return predicate.inSpans ? SpanPart::Attributes : SpanPart::Resource;
}

} // namespace

AttributeScan::AttributeScan(const AttributePredicate& predicate, const StringPool& strings,
                             const ResourceTable& resources, const ScopeTable& scopes)
    : m_predicate(predicate), m_matcher(predicate, strings), m_lastPart(lastPartOf(predicate)) {
    for (std::size_t i = 0; i < resources.size(); ++i)
        m_resources.push_back(predicate.inResources ? m_matcher.answer(resources[ResourceId(i)].attributes)
                                                    : Answer::No);
    for (std::size_t i = 0; i < scopes.size(); ++i)
        m_scopes.push_back(predicate.inScopes ? m_matcher.answer(scopes[ScopeId(i)].attributes) : Answer::No);
}

Result<std::vector<StoreRow>> AttributeScan::run(std::span<const Database> connections,
                                                 const CancelToken& cancel) const {
    if (!m_matcher.canFit()) return std::vector<StoreRow>();
    std::vector<std::future<Result<std::vector<StoreRow>>>> parts;
    for (std::size_t i = 0; i < connections.size(); ++i) {
        const auto part = [&, i] { return scan(connections[i], {i, connections.size()}, cancel); };
        try {
            parts.push_back(std::async(std::launch::async, part));
        } catch (const std::system_error&) { // no more threads: when it is asked for
            parts.push_back(std::async(std::launch::deferred, part));
        }
    }
    std::vector<StoreRow> found;
    std::optional<Error> error;
    for (auto& part : parts) {
        const auto rows = part.get();
        if (rows)
            found.insert(found.end(), rows->begin(), rows->end());
        else if (!error)
            error = rows.error();
    }
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    if (error) return fail(std::move(*error));
    if (!std::is_sorted(found.begin(), found.end())) return damaged(connections.front(), "order of spans");
    return found;
}

Result<std::vector<StoreRow>> AttributeScan::scan(const Database& database, TableReader::Piece piece,
                                                  const CancelToken& cancel) const {
    auto rows = TableReader::open(database, "span_row", piece, cancel);
    if (!rows) return fail(rows.error());
    std::vector<StoreRow> found;
    for (;;) {
        const auto more = rows->next();
        if (!more) return fail(more.error());
        if (!*more) return found;
        auto span = readAttributes(rows->record(), m_lastPart);
        if (!span && !rows->isWhole()) {
            const auto record = rows->wholeRecord();
            if (!record) return fail(record.error());
            span = readAttributes(*record, m_lastPart);
        }
        const Answer answer = span ? answerOf(*span) : Answer::Damaged;
        if (answer == Answer::Damaged) return damaged(database, "span " + std::to_string(rows->row()));
        if (answer == Answer::Yes) found.emplace_back(rows->row());
    }
}

AttributeScan::Answer AttributeScan::answerOf(const SpanRowAttributes& span) const {
    Answer answer = answerFor(span.resource, m_resources);
    if (answer == Answer::No && span.scope.valid()) answer = answerFor(span.scope, m_scopes);
    if (answer == Answer::No && m_predicate.inSpans) answer = m_matcher.answer(span.attributes);
    if (answer == Answer::No && m_predicate.inEvents) answer = answerOfEvents(span.events);
    if (answer == Answer::No && m_predicate.inLinks) answer = answerOfLinks(span.links);
    return answer;
}

AttributeScan::Answer AttributeScan::answerOfEvents(std::string_view packed) const {
    while (!packed.empty()) {
        const auto event = takeEvent(packed);
        if (!event) return Answer::Damaged;
        if (const Answer answer = m_matcher.answer(event->attributes); answer != Answer::No) return answer;
    }
    return Answer::No;
}

AttributeScan::Answer AttributeScan::answerOfLinks(std::string_view packed) const {
    while (!packed.empty()) {
        const auto link = takeLink(packed);
        if (!link) return Answer::Damaged;
        if (const Answer answer = m_matcher.answer(link->attributes); answer != Answer::No) return answer;
    }
    return Answer::No;
}

} // namespace hallway
