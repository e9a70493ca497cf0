#include "analysis/CallWork.h"

#include "base/Hash.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace hallway {

namespace {

struct TargetKey {
    TraceId trace;
    SpanId span;
    bool operator==(const TargetKey&) const = default;
};

struct TargetHash {
    std::size_t operator()(const TargetKey& key) const noexcept {
        return combineHash(TraceIdHash()(key.trace), combineHash(key.span.value, key.span.opaque ? 1 : 0));
    }
};

/// Every id that is linked to, numbered, with the spans that have it.
struct Targets {
    std::unordered_map<TargetKey, std::uint32_t, TargetHash> numbers;
    std::vector<std::vector<SpanRow>> holders;

    std::uint32_t add(const TargetKey& key) {
        const auto [entry, isNew] = numbers.try_emplace(key, static_cast<std::uint32_t>(holders.size()));
        if (isNew) holders.emplace_back();
        return entry->second;
    }
};

struct LinkCandidate {
    SpanRow receiver;
    std::uint32_t target = 0; ///< number in Targets
    SpanRow producer;         ///< invalid: the target is not imported
};

bool maySend(const CallWork& work, SpanRow span) {
    const SpanKind kind = work.spans().kind(span);
    const MessagingRole role = work.raw(span).role;
    return kind == SpanKind::Producer ||
           (kind == SpanKind::Client && (role == MessagingRole::Create || role == MessagingRole::Send));
}

/// Rule 17: a send span that links to a create span of its own trace.
bool isCreatePair(const CallWork& work, SpanRow send, SpanRow create) {
    return work.raw(send).role == MessagingRole::Send && work.isCallerKind(send) &&
           work.raw(create).role == MessagingRole::Create && work.isCallerKind(create) &&
           work.raw(send).trace == work.raw(create).trace;
}

class LinkCallBuilder {
public:
    explicit LinkCallBuilder(CallWork& work) : m_work(work) {}

    void run() {
        findTargets();
        findCandidates();
        groupReceives();
        connectCrossings();
        for (const LinkCandidate& candidate : m_candidates)
            addCall(candidate);
        markCreatePairs();
    }

private:
    struct Group {
        bool hasOthers = false; ///< receiving spans that are no receive (poll) spans
        std::optional<Timestamp> firstArrival;
    };

    [[nodiscard]] static std::uint64_t pairKey(SpanRow producer, NodeId consumer) {
        return (static_cast<std::uint64_t>(producer.value()) << 32) | consumer.value();
    }

    void connectCrossings() {
        for (const CallDraft& call : m_work.drafts)
            if (call.callClass == CallClass::Messaging && call.client.valid())
                m_connected.insert(pairKey(call.client, call.callee));
    }

    void findTargets() {
        std::unordered_map<std::uint32_t, SpanRow> rowOf; // of the raw spans that hold links
        for (const RawLink& link : m_work.input.links) {
            m_targets.add({link.trace, link.target});
            rowOf.try_emplace(link.span);
        }
        std::unordered_set<TraceId, TraceIdHash> traces;
        for (const auto& [key, number] : m_targets.numbers)
            traces.insert(key.trace);
        for (const TraceEntry& trace : m_work.spans().traces) {
            const bool isTarget = traces.contains(trace.id);
            for (std::uint32_t index = trace.firstSpan; index < trace.firstSpan + trace.spanCount; ++index) {
                const SpanRow row(index);
                if (m_work.spans().flags[index].has(SpanFlag::HasLinks))
                    rowOf[m_work.resolved.raw[index]] = row;
                if (!isTarget) continue;
                const auto found = m_targets.numbers.find({trace.id, m_work.raw(row).spanId()});
                if (found != m_targets.numbers.end()) m_targets.holders[found->second].push_back(row);
            }
        }
        for (const RawLink& link : m_work.input.links)
            if (const SpanRow row = rowOf[link.span]; row.valid())
                m_links.emplace_back(row, m_targets.numbers.at({link.trace, link.target}));
        // By content, so that the order of the files does not matter.
        std::sort(m_links.begin(), m_links.end());
    }

    void findCandidates() {
        for (const auto& [receiver, target] : m_links) {
            if (!m_work.role(receiver).receiving) continue;
            const std::vector<SpanRow>& holders = m_targets.holders[target];
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
            Group& group = m_groups[{target, m_work.node(receiver)}];
            if (m_work.raw(receiver).role != MessagingRole::Receive) {
                group.hasOthers = true;
            } else if (m_work.spans().hasDuration(receiver)) {
                const Timestamp end = m_work.spans().end[receiver.index()];
                group.firstArrival = group.firstArrival ? std::min(*group.firstArrival, end) : end;
            }
        }
    }

    void addCall(const LinkCandidate& candidate) {
        const SpanRow receiver = candidate.receiver;
        const Group& group = m_groups.at({candidate.target, m_work.node(receiver)});
        const bool polls = m_work.raw(receiver).role == MessagingRole::Receive;
        if (polls && group.hasOthers) return;

        CallDraft call;
        call.callClass = CallClass::Messaging;
        call.callee = m_work.node(receiver);
        call.server = receiver;
        if (candidate.producer.valid()) {
            if (alreadyConnected(candidate)) return;
            call.caller = m_work.node(candidate.producer);
            call.client = call.leaving = candidate.producer;
            call.set(CallFlag::ClientSide);
            if (polls && m_work.spans().hasDuration(receiver))
                call.arrival = m_work.spans().end[receiver.index()];
            else if (!polls)
                call.arrival = group.firstArrival;
            m_work.role(candidate.producer).producesLinkCall = true;
        } else {
            const Peer& queue = m_work.input.peers[m_work.raw(receiver).queue];
            const NodeId service = m_work.nodes.serviceNamed(queue, call.callee);
            if (service == call.callee) return; // rule 34
            call.caller = service.valid() ? service : m_work.nodes.virtualNode(queue);
        }
        m_work.role(receiver).calledByLink = true;
        m_work.drafts.push_back(call);
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
            for (const SpanRow create : m_targets.holders[target])
                if (isCreatePair(m_work, send, create)) {
                    m_work.role(create).isPairedCreate = true;
                    if (gotConsumer(create)) m_work.role(send).createdAlready = true;
                }
    }

    [[nodiscard]] bool gotConsumer(SpanRow create) {
        if (m_producers.empty())
            for (const CallDraft& call : m_work.drafts)
                if (call.callClass == CallClass::Messaging && call.client.valid())
                    m_producers.insert(call.client);
        return m_producers.contains(create);
    }

    CallWork& m_work;
    Targets m_targets;
    std::vector<std::pair<SpanRow, std::uint32_t>>
        m_links; ///< (holder, target number), duplicates' links left out
    std::vector<LinkCandidate> m_candidates;
    std::map<std::pair<std::uint32_t, NodeId>, Group> m_groups;
    std::unordered_set<std::uint64_t> m_connected; ///< (producer, consumer node) of messaging crossings
    std::unordered_set<SpanRow> m_producers;       ///< client sides of messaging calls
};

} // namespace

void addLinkCalls(CallWork& work) {
    if (!work.input.links.empty()) LinkCallBuilder(work).run();
}

} // namespace hallway
