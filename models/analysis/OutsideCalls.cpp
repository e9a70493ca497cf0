#include "analysis/CallWork.h"

namespace hallway {

namespace {

class OutsideCallBuilder {
public:
    explicit OutsideCallBuilder(CallWork& work)
        : m_work(work), m_receivingAbove(work.spans().size(), false),
          m_linkBelow(work.spans().size(), false) {}

    void run() {
        lookAround();
        for (std::uint32_t index = 0; index < m_work.spans().size(); ++index)
            addCall(SpanRow(index));
    }

private:
    /// Within the local tree: is there a receiving span above, a span with eligible links below?
    void lookAround() {
        for (const std::uint32_t index : m_work.parentsFirst) {
            const SpanRow parent = m_work.parent(SpanRow(index));
            if (parent.valid() && !m_work.roles[index].crossing)
                m_receivingAbove[index] = m_work.role(parent).receiving || m_receivingAbove[parent.index()];
        }
        for (auto index = m_work.parentsFirst.rbegin(); index != m_work.parentsFirst.rend(); ++index) {
            const SpanRow parent = m_work.parent(SpanRow(*index));
            if (parent.valid() && !m_work.roles[*index].crossing &&
                (m_linkBelow[*index] || m_work.roles[*index].hasEligibleLink))
                m_linkBelow[parent.index()] = true;
        }
    }

    void addCall(SpanRow span) {
        const SpanKind kind = m_work.spans().kind(span);
        const bool isOrphan = m_work.spans().flags[span.index()].has(SpanFlag::Orphan);
        const bool isRoot = !m_work.parent(span).valid() && !isOrphan;
        if (kind == SpanKind::Server && (isRoot || isOrphan)) {
            const NodeId named = namedCaller(span);
            if (named.valid())
                add(span, named, CallClass::Rpc);
            else if (isRoot)
                add(span, m_work.nodes.user(), CallClass::Rpc);
            else
                addFromMissingParent(span);
        } else if (kind == SpanKind::Consumer && isOrphan) {
            addFromMissingParent(span);
        } else if (kind != SpanKind::Server && !isOrphan) {
            addFromQueue(span);
        }
    }

    /// Rule 13: the service, else the external node, that a SERVER span names as its caller; never itself.
    [[nodiscard]] NodeId namedCaller(SpanRow span) {
        const PeerId id = m_work.raw(span).peer;
        if (!id.valid()) return {};
        const Peer& peer = m_work.input.peers[id];
        const NodeId service = m_work.nodes.serviceNamed(peer, m_work.node(span));
        if (service == m_work.node(span)) return {};
        return service.valid() ? service : m_work.nodes.virtualNode(peer);
    }

    void addFromMissingParent(SpanRow span) {
        if (!m_work.role(span).calledByLink) add(span, m_work.nodes.missingParent(), CallClass::Unpaired);
    }

    void addFromQueue(SpanRow span) {
        const SpanRole& role = m_work.role(span);
        const RawSpan& raw = m_work.raw(span);
        if (!role.receiving || role.crossing || role.hasEligibleLink || m_receivingAbove[span.index()] ||
            m_linkBelow[span.index()] || raw.isEmptyBatch || raw.role == MessagingRole::Settle)
            return;
        const Peer& queue = m_work.input.peers[raw.queue];
        const NodeId service = m_work.nodes.serviceNamed(queue, m_work.node(span));
        if (service == m_work.node(span)) return; // rule 34
        add(span, service.valid() ? service : m_work.nodes.virtualNode(queue), CallClass::Messaging);
    }

    void add(SpanRow span, NodeId caller, CallClass callClass) {
        CallDraft call;
        call.caller = caller;
        call.callee = m_work.node(span);
        call.callClass = callClass;
        call.server = span;
        m_work.role(span).calledFromOutside = true;
        m_work.drafts.push_back(call);
    }

    CallWork& m_work;
    std::vector<bool> m_receivingAbove, m_linkBelow;
};

} // namespace

void addCallsFromOutside(CallWork& work) { OutsideCallBuilder(work).run(); }

} // namespace hallway
