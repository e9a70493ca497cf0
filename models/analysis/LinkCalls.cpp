#include "analysis/CallWork.h"
#include "analysis/Parallel.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace hallway {

namespace {

/// Every span that is linked to, numbered, with the rows that have its id in the files.
class Targets {
public:
    std::uint32_t add(TraceId trace, SpanId span) {
        auto& inTrace = m_byTrace[trace];
        const auto number = static_cast<std::uint32_t>(m_holders.size());
        const auto [entry, isNew] = inTrace.try_emplace(std::pair(span.value, span.opaque), number);
        if (isNew) m_holders.emplace_back();
        return entry->second;
    }

    /// Call it once, when all are added.
    void findHolders(const ResolvedSpans& resolved, unsigned threads) {
        const TraceTable& traces = resolved.table.traces;
        runParts(traces.size(), threads, [&](std::size_t begin, std::size_t end) {
            std::vector<std::pair<TraceTargets::key_type, std::uint32_t>>
                wanted; // flat, for it is searched for each span of the trace
            for (std::size_t index = begin; index < end; ++index) {
                const auto found = m_byTrace.find(traces[index].id);
                if (found == m_byTrace.end()) continue;
                wanted.assign(found->second.begin(), found->second.end());
                findHolders(traces[index], wanted, resolved);
            }
        });
    }

    [[nodiscard]] const std::vector<SpanRow>& holders(std::uint32_t target) const {
        return m_holders[target];
    }

private:
    /// Numbers by SpanId::value and SpanId::opaque.
    using TraceTargets = std::map<std::pair<std::uint64_t, bool>, std::uint32_t>;

    void findHolders(const TraceEntry& trace,
                     std::span<const std::pair<TraceTargets::key_type, std::uint32_t>> wanted,
                     const ResolvedSpans& resolved) {
        for (std::uint32_t index = 0; index < trace.spanCount; ++index) {
            const SpanRow row(trace.firstSpan + index);
            const SpanId id = idInFile(row, resolved);
            const std::pair key(id.value, id.opaque);
            const auto target =
                std::lower_bound(wanted.begin(), wanted.end(), key,
                                 [](const auto& held, const auto& sought) { return held.first < sought; });
            if (target != wanted.end() && target->first == key) m_holders[target->second].push_back(row);
        }
    }

    [[nodiscard]] static SpanId idInFile(SpanRow row, const ResolvedSpans& resolved) {
        if (resolved.table.flags[row.index()].has(SpanFlag::SyntheticId)) {
            const auto& renamed = resolved.findings.renamed;
            const auto found =
                std::lower_bound(renamed.begin(), renamed.end(), row,
                                 [](const auto& held, SpanRow wanted) { return held.first < wanted; });
            if (found != renamed.end() && found->first == row) return found->second;
        }
        return resolved.table.spanId(row);
    }

    std::unordered_map<TraceId, TraceTargets, TraceIdHash> m_byTrace;
    std::vector<std::vector<SpanRow>> m_holders; ///< in order of rows
};

struct LinkCandidate {
    SpanRow receiver;
    std::uint32_t target = 0; ///< number in Targets
    SpanRow producer;         ///< invalid: the target is not imported
};

bool maySend(const CallWork& work, SpanRow span) {
    const SpanKind kind = work.spans().kind(span);
    const MessagingRole role = work.traits(span).role;
    return kind == SpanKind::Producer ||
           (kind == SpanKind::Client && (role == MessagingRole::Create || role == MessagingRole::Send));
}

/// Rule 17: a send span that links to a create span of its own trace.
bool isCreatePair(const CallWork& work, SpanRow send, SpanRow create) {
    return work.traits(send).role == MessagingRole::Send && work.isCallerKind(send) &&
           work.traits(create).role == MessagingRole::Create && work.isCallerKind(create) &&
           work.spans().traceOf(send) == work.spans().traceOf(create);
}

class LinkCallBuilder {
public:
    LinkCallBuilder(CallWork& work, std::span<const CallDrafts> crossings, unsigned threads)
        : m_work(work), m_crossings(crossings), m_threads(threads), m_drafts(work.input.peers.size()) {}

    CallDrafts run() {
        findLinks();
        findCandidates();
        groupReceives();
        forEachMessage(
            [this](const CallDraft& call) { m_connected.insert(pairKey(call.client, call.callee)); });
        for (const LinkCandidate& candidate : m_candidates)
            addCall(candidate);
        markCreatePairs();
        return std::move(m_drafts);
    }

private:
    struct Group {
        bool hasOthers = false; ///< receiving spans that are no receive (poll) spans
        std::optional<Timestamp> firstArrival;
    };

    [[nodiscard]] static std::uint64_t pairKey(SpanRow producer, NodeId consumer) {
        return (static_cast<std::uint64_t>(producer.value()) << 32) | consumer.value();
    }

    [[nodiscard]] static std::uint64_t groupKey(std::uint32_t target, NodeId consumer) {
        return (static_cast<std::uint64_t>(target) << 32) | consumer.value();
    }

    /// The crossings of class messaging that have a client side.
    template <class Visit>
    void forEachMessage(Visit visit) const {
        for (const CallDrafts& drafts : m_crossings)
            for (const CallDraft& call : drafts.calls)
                if (call.callClass == CallClass::Messaging && call.client.valid()) visit(call);
    }

    /// Links are in the order of arrival of their spans, which may have been dropped as duplicates.
    void findLinks() {
        std::vector<std::pair<StoreRow, SpanRow>> holders;
        for (std::size_t row = 0; row < m_work.spans().size(); ++row)
            if (m_work.spans().flags[row].has(SpanFlag::HasLinks))
                holders.emplace_back(m_work.spans().storeRow[row], SpanRow(row));
        std::sort(holders.begin(), holders.end());
        auto holder = holders.begin();
        for (std::size_t i = 0; i < m_work.input.links.size(); ++i) {
            const RawLink& link = m_work.input.links[i];
            while (holder != holders.end() && holder->first < link.span)
                ++holder;
            if (holder != holders.end() && holder->first == link.span)
                m_links.emplace_back(holder->second, m_targets.add(link.trace, link.target));
        }
        m_targets.findHolders(m_work.resolved, m_threads);
        std::sort(m_links.begin(), m_links.end());
    }

    void findCandidates() {
        for (const auto& [receiver, target] : m_links) {
            if (!m_work.role(receiver).receiving) continue;
            const std::vector<SpanRow>& holders = m_targets.holders(target);
            if (holders.empty()) {
                if (m_work.role(receiver).crossing) continue;
                m_candidates.push_back({receiver, target, {}});
            } else {
                const auto sender = std::find_if(holders.begin(), holders.end(),
                                                 [this](SpanRow row) { return maySend(m_work, row); });
                if (sender == holders.end()) continue;
                m_candidates.push_back({receiver, target, *sender});
            }
            m_work.role(receiver).hasEligibleLink = true;
        }
    }

    /// Over all receiving spans that link, whether or not their own link makes a call.
    void groupReceives() {
        for (const auto& [receiver, target] : m_links) {
            if (!m_work.role(receiver).receiving) continue;
            Group& group = m_groups[groupKey(target, m_work.node(receiver))];
            if (m_work.traits(receiver).role != MessagingRole::Receive) {
                group.hasOthers = true;
            } else if (m_work.spans().hasDuration(receiver)) {
                const Timestamp end = m_work.spans().end[receiver.index()];
                group.firstArrival = group.firstArrival ? std::min(*group.firstArrival, end) : end;
            }
        }
    }

    void addCall(const LinkCandidate& candidate) {
        const SpanRow receiver = candidate.receiver;
        const Group& group = m_groups.at(groupKey(candidate.target, m_work.node(receiver)));
        const bool polls = m_work.traits(receiver).role == MessagingRole::Receive;
        if (polls && group.hasOthers) return;

        CallDraft call;
        std::optional<Timestamp> arrival;
        call.callClass = CallClass::Messaging;
        call.callee = m_work.node(receiver);
        call.server = receiver;
        if (candidate.producer.valid()) {
            if (alreadyConnected(candidate)) return;
            call.caller = m_work.node(candidate.producer);
            call.client = call.leaving = candidate.producer;
            call.set(CallFlag::ClientSide);
            if (polls && m_work.spans().hasDuration(receiver))
                arrival = m_work.spans().end[receiver.index()];
            else if (!polls)
                arrival = group.firstArrival;
            m_work.role(candidate.producer).producesLinkCall = true;
        } else {
            const PeerId queue = m_work.peer(receiver);
            call.caller = m_drafts.nodeOf(queue, call.callee, m_work.nodes);
            if (call.caller == call.callee) return; // rule 34
        }
        m_work.role(receiver).calledByLink = true;
        m_drafts.addMessage(call, arrival, m_work.spans());
    }

    [[nodiscard]] bool alreadyConnected(const LinkCandidate& candidate) const {
        const SpanRow receiver = candidate.receiver;
        if (m_work.role(receiver).crossing &&
            m_work.node(m_work.parent(receiver)) == m_work.node(candidate.producer))
            return true;
        return m_connected.contains(pairKey(candidate.producer, m_work.node(receiver)));
    }

    void markCreatePairs() {
        for (const auto& [send, target] : m_links)
            for (const SpanRow create : m_targets.holders(target))
                if (isCreatePair(m_work, send, create)) {
                    m_work.role(create).isPairedCreate = true;
                    if (gotConsumer(create)) m_work.role(send).createdAlready = true;
                }
    }

    [[nodiscard]] bool gotConsumer(SpanRow create) {
        if (m_producers.empty()) {
            forEachMessage([this](const CallDraft& call) { m_producers.insert(call.client); });
            for (const CallDraft& call : m_drafts.calls)
                if (call.client.valid()) m_producers.insert(call.client);
        }
        return m_producers.contains(create);
    }

    CallWork& m_work;
    std::span<const CallDrafts> m_crossings;
    unsigned m_threads;
    CallDrafts m_drafts;
    Targets m_targets;
    std::vector<std::pair<SpanRow, std::uint32_t>>
        m_links; ///< (holder, target number), duplicates' links left out
    std::vector<LinkCandidate> m_candidates;
    std::unordered_map<std::uint64_t, Group> m_groups; ///< by groupKey()
    std::unordered_set<std::uint64_t> m_connected;     ///< (producer, consumer node) of messaging crossings
    std::unordered_set<SpanRow> m_producers;           ///< client sides of messaging calls
};

} // namespace

CallDrafts linkCalls(CallWork& work, std::span<const CallDrafts> crossings, unsigned threads) {
    if (work.input.links.size() == 0) return CallDrafts(work.input.peers.size());
    return LinkCallBuilder(work, crossings, threads).run();
}

} // namespace hallway
