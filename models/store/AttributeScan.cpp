#include "store/AttributeScan.h"

#include "store/RowChecksum.h"
#include "trace/Event.h"

#include <future>
#include <string>
#include <system_error>

namespace hallway {

namespace {

enum Column : int { Row, ResourceColumn, ScopeColumn, Attributes, Events, Links };

/// What is not asked for is not read either.
std::string selectRows(const AttributePredicate& predicate) {
    return std::string("SELECT row, resource, scope, ") + (predicate.inSpans ? "attributes, " : "NULL, ") +
           (predicate.inEvents ? "events, " : "NULL, ") + (predicate.inLinks ? "links" : "NULL") +
           " FROM span_row WHERE row >= ? AND row < ?";
}

template <class Id, class Answer>
Answer answerFor(Id id, const std::vector<Answer>& answers) {
    return id.index() < answers.size() ? answers[id.index()] : Answer::Damaged;
}

} // namespace

AttributeScan::AttributeScan(const AttributePredicate& predicate, const StringPool& strings,
                             const ResourceTable& resources, const ScopeTable& scopes)
    : m_predicate(predicate), m_matcher(predicate, strings) {
    for (std::size_t i = 0; i < resources.size(); ++i)
        m_resources.push_back(predicate.inResources ? m_matcher.answer(resources[ResourceId(i)].attributes)
                                                    : Answer::No);
    for (std::size_t i = 0; i < scopes.size(); ++i)
        m_scopes.push_back(predicate.inScopes ? m_matcher.answer(scopes[ScopeId(i)].attributes) : Answer::No);
}

Result<std::vector<StoreRow>> AttributeScan::run(std::span<Database> connections,
                                                 const CancelToken& cancel) const {
    if (!m_matcher.canFit()) return std::vector<StoreRow>();
    for (Database& connection : connections)
        connection.cancelWith(cancel);
    const auto all = allRows(connections.front());
    if (!all) return fail(all.error());
    const auto count = static_cast<std::int64_t>(connections.size());
    std::vector<std::future<Result<std::vector<StoreRow>>>> parts;
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t size = all->end - all->first;
        const Rows rows{all->first + size * i / count, all->first + size * (i + 1) / count};
        const Database& database = connections[static_cast<std::size_t>(i)];
        const auto part = [this, &database, rows] { return scan(database, rows); };
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
    return found;
}

Result<AttributeScan::Rows> AttributeScan::allRows(const Database& database) {
    auto select = database.prepare("SELECT ifnull(min(row), 0), ifnull(max(row), -1) + 1 FROM span_row");
    if (!select) return fail(select.error());
    const auto row = select->step();
    if (!row) return fail(row.error());
    const Rows rows{select->integer(0), select->integer(1)};
    if (rows.first < 0 || rows.end > std::int64_t{StoreRow().value()}) return damaged(database, "span rows");
    return rows;
}

Result<std::vector<StoreRow>> AttributeScan::scan(const Database& database, Rows rows) const {
    auto select = database.prepare(selectRows(m_predicate));
    if (!select) return fail(select.error());
    select->bind(1, rows.first);
    select->bind(2, rows.end);
    std::vector<StoreRow> found;
    for (;;) {
        const auto more = select->step();
        if (!more) return fail(more.error());
        if (!*more) return found;
        const Answer answer = answerOf(*select);
        if (answer == Answer::Damaged)
            return damaged(database, "span " + std::to_string(select->integer(Row)));
        if (answer == Answer::Yes) found.push_back(select->id<StoreRow>(Row));
    }
}

AttributeScan::Answer AttributeScan::answerOf(const Statement& row) const {
    Answer answer = answerFor(row.id<ResourceId>(ResourceColumn), m_resources);
    if (answer == Answer::No && !row.isNull(ScopeColumn))
        answer = answerFor(row.id<ScopeId>(ScopeColumn), m_scopes);
    if (answer == Answer::No) answer = m_matcher.answer(row.blob(Attributes));
    if (answer == Answer::No && m_predicate.inEvents) answer = answerOfEvents(row.blob(Events));
    if (answer == Answer::No && m_predicate.inLinks) answer = answerOfLinks(row.blob(Links));
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
