#include "analysis/TraceResolver.h"

#include "base/Hash.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace hallway {

namespace {

using RawIndex = std::uint32_t;
constexpr std::uint32_t noLocal = 0xffffffff;

/// The spans of one trace while it is resolved; indices into `spans` are "local".
class TraceWork {
public:
    TraceWork(const CallInput::Columns& input, const NodeDirectory& nodes, ResolvedSpans& result)
        : m_input(input), m_nodes(nodes), m_result(result) {}

    void resolve(std::vector<RawIndex>& members) {
        sortByContent(members);
        groupById(members);
        placeRows();
        findParents();
        breakCycles();
        write();
    }

private:
    struct Local {
        RawIndex raw = 0;
        SpanId id;               ///< final, unique in the trace
        std::uint32_t group = 0; ///< of its id in the file
        std::uint32_t parent = noLocal;
        SpanFlags flags;
        bool isSharedServer = false; ///< rule 3
    };
    /// Spans that had one id in the files, in rule 1's order: [first, first + count) of m_holders.
    struct Group {
        SpanId id;
        std::uint32_t first = 0, count = 0;
        bool clientCalls = false; ///< rule 3: a CLIENT and SERVERs share the id
    };

    [[nodiscard]] const RawSpan& raw(RawIndex index) const { return m_input.spans[index]; }
    [[nodiscard]] NodeId nodeOf(RawIndex index) const { return m_nodes.serviceOf(raw(index).resource); }

    /// Rule 1: order of "first" and "second", never that of the files. Services are numbered in text order.
    [[nodiscard]] std::weak_ordering compareContent(RawIndex a, RawIndex b) const {
        const RawSpan &left = raw(a), &right = raw(b);
        if (left.start != right.start) return left.start <=> right.start;
        if (left.end != right.end) return left.end <=> right.end;
        if (left.kind != right.kind) return left.kind <=> right.kind;
        if (const auto nodes = nodeOf(a) <=> nodeOf(b); nodes != 0) return nodes;
        if (left.name == right.name) return std::weak_ordering::equivalent;
        return m_input.strings->text(left.name) <=> m_input.strings->text(right.name);
    }

    /// Which of exact duplicates stays: most attributes; then by content, so that the file order does not
    /// matter.
    [[nodiscard]] bool preferred(RawIndex a, RawIndex b) const {
        const RawSpan &left = raw(a), &right = raw(b);
        if (left.attributeCount != right.attributeCount) return left.attributeCount > right.attributeCount;
        if (const auto order = compareAsText(left.parentId(), right.parentId(), *m_input.strings); order != 0)
            return order > 0;
        if (left.status != right.status) return left.status > right.status;
        if (left.failure != right.failure) return left.failure > right.failure;
        if (left.operation != right.operation) return left.operation < right.operation;
        return left.flags.bits() > right.flags.bits();
    }

    void sortByContent(std::vector<RawIndex>& members) const {
        std::sort(members.begin(), members.end(), [this](RawIndex a, RawIndex b) {
            const RawSpan &left = raw(a), &right = raw(b);
            if (left.opaqueId != right.opaqueId) return right.opaqueId;
            if (left.id != right.id) return left.id < right.id;
            if (const auto order = compareContent(a, b); order != 0) return order < 0;
            if (preferred(a, b) != preferred(b, a)) return preferred(a, b);
            return a < b;
        });
    }

    void groupById(const std::vector<RawIndex>& members) {
        m_locals.clear();
        m_groups.clear();
        m_holders.clear();
        for (std::size_t at = 0; at < members.size();) {
            Group group{raw(members[at]).spanId(), static_cast<std::uint32_t>(m_holders.size()), 0, false};
            std::size_t end = at;
            for (; end < members.size() && raw(members[end]).spanId() == group.id; ++end) {
                if (end > at && compareContent(members[end - 1], members[end]) == 0) {
                    m_result.duplicates.push_back(StoreRow(members[end]));
                    continue;
                }
                m_holders.push_back(static_cast<std::uint32_t>(m_locals.size()));
                m_locals.push_back({members[end], group.id, static_cast<std::uint32_t>(m_groups.size()),
                                    noLocal, raw(members[end]).flags, false});
                ++group.count;
            }
            at = end;
            if (group.count > 1) separate(group);
            m_groups.push_back(group);
        }
    }

    /// Several different spans under one id: rule 3 if a CLIENT and SERVERs share it, else rule 1.
    void separate(Group& group) {
        const std::uint32_t client = firstHolder(group, SpanKind::Client);
        group.clientCalls = client != noLocal && firstHolder(group, SpanKind::Server) != noLocal;
        const std::uint32_t keeper = group.clientCalls ? client : m_holders[group.first];
        for (std::uint32_t i = 0; i < group.count; ++i) {
            const std::uint32_t index = m_holders[group.first + i];
            if (index == keeper) continue;
            Local& local = m_locals[index];
            local.isSharedServer = group.clientCalls && raw(local.raw).kind == SpanKind::Server;
            local.id = syntheticId(local.raw);
            local.flags.set(SpanFlag::SyntheticId);
            if (!local.isSharedServer) m_result.idCollisions.push_back(StoreRow(local.raw));
        }
    }

    [[nodiscard]] SpanId syntheticId(RawIndex index) const {
        const RawSpan& span = raw(index);
        const Node& node = m_nodes[nodeOf(index)];
        std::uint64_t hash = hashOf(textOf(span.spanId(), *m_input.strings));
        for (const std::uint64_t part :
             {static_cast<std::uint64_t>(nanosecondsOf(span.start)),
              static_cast<std::uint64_t>(nanosecondsOf(span.end)), static_cast<std::uint64_t>(span.kind),
              hashOf(node.nameSpace), hashOf(node.name), hashOf(m_input.strings->text(span.name))})
            hash = combineHash(hash, part);
        return {hash == 0 ? 1 : hash, false};
    }

    /// Rows in the order of SpanTable: start, then id as text. Afterwards local index = row − first row.
    void placeRows() {
        std::vector<std::uint32_t> order(m_locals.size());
        std::iota(order.begin(), order.end(), 0u);
        std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            const Timestamp left = raw(m_locals[a].raw).start, right = raw(m_locals[b].raw).start;
            if (left != right) return left < right;
            return compareAsText(m_locals[a].id, m_locals[b].id, *m_input.strings) < 0;
        });
        std::vector<std::uint32_t> placeOf(order.size());
        std::vector<Local> placed;
        placed.reserve(order.size());
        for (const std::uint32_t index : order) {
            placeOf[index] = static_cast<std::uint32_t>(placed.size());
            placed.push_back(m_locals[index]);
        }
        m_locals = std::move(placed);
        for (std::uint32_t& holder : m_holders)
            holder = placeOf[holder];
    }

    [[nodiscard]] const Group* groupOf(SpanId id) const {
        const auto before = [](const Group& group, SpanId wanted) {
            return group.id.opaque != wanted.opaque ? wanted.opaque : group.id.value < wanted.value;
        };
        const auto found = std::lower_bound(m_groups.begin(), m_groups.end(), id, before);
        return found != m_groups.end() && found->id == id ? &*found : nullptr;
    }

    /// The first span of a shared id, in rule 1's order, of this kind and, if given, of this service.
    [[nodiscard]] std::uint32_t firstHolder(const Group& group, std::optional<SpanKind> kind,
                                            NodeId service = {}) const {
        for (std::uint32_t i = 0; i < group.count; ++i) {
            const std::uint32_t local = m_holders[group.first + i];
            if (kind && raw(m_locals[local].raw).kind != *kind) continue;
            if (!service.valid() || nodeOf(m_locals[local].raw) == service) return local;
        }
        return noLocal;
    }

    /// The span of a shared id that a child belongs to.
    [[nodiscard]] std::uint32_t holderFor(const Group& group, NodeId child) const {
        if (group.count == 1) return m_holders[group.first];
        const std::uint32_t own = firstHolder(group, {}, child);
        if (!group.clientCalls) return own != noLocal ? own : m_holders[group.first];
        for (const SpanKind kind : {SpanKind::Server, SpanKind::Client})
            if (const std::uint32_t holder = firstHolder(group, kind, child); holder != noLocal)
                return holder;
        return own != noLocal ? own : firstHolder(group, SpanKind::Server);
    }

    /// Rule 3: the client a server of the same id hangs on; its own service's first, where a service calls
    /// itself.
    [[nodiscard]] std::uint32_t clientFor(const Group& group, NodeId server) const {
        const std::uint32_t own = firstHolder(group, SpanKind::Client, server);
        return own != noLocal ? own : firstHolder(group, SpanKind::Client);
    }

    void findParents() {
        for (Local& local : m_locals) {
            const RawSpan& span = raw(local.raw);
            const Group& own = m_groups[local.group];
            if (local.isSharedServer) {
                local.parent = clientFor(own, nodeOf(local.raw));
            } else if (span.parentId().isZero()) {
                continue;
            } else if (span.parentId() == own.id) {
                local.flags.set(SpanFlag::SelfParent);
                m_result.selfParents.push_back(StoreRow(local.raw));
            } else if (const Group* const group = groupOf(span.parentId())) {
                local.parent = holderFor(*group, nodeOf(local.raw));
            } else {
                local.flags.set(SpanFlag::Orphan);
            }
        }
    }

    /// Rule 4: a cycle is cut at its span of least start, then least id: rows are in that order already.
    void breakCycles() {
        std::vector<std::uint32_t> walk(m_locals.size(), noLocal); // the walk that first came by
        for (std::uint32_t start = 0; start < m_locals.size(); ++start) {
            std::uint32_t at = start;
            while (at != noLocal && walk[at] == noLocal) {
                walk[at] = start;
                at = m_locals[at].parent;
            }
            if (at == noLocal || walk[at] != start) continue;
            std::uint32_t least = at;
            for (std::uint32_t next = m_locals[at].parent; next != at; next = m_locals[next].parent)
                least = std::min(least, next);
            m_locals[least].parent = noLocal;
            m_locals[least].flags.set(SpanFlag::CycleBroken);
            m_result.cycles.push_back(StoreRow(m_locals[least].raw));
        }
    }

    void write() {
        SpanTable& table = m_result.table;
        const auto first = static_cast<std::uint32_t>(table.size());
        for (const Local& local : m_locals) {
            const RawSpan& span = raw(local.raw);
            SpanFlags flags = local.flags;
            if (span.end == Timestamp{}) flags.set(SpanFlag::Unfinished);
            const bool unfinished = flags.has(SpanFlag::Unfinished);
            flags.set(SpanFlag::NegativeDuration, !unfinished && span.end < span.start);
            flags.set(SpanFlag::Failed, span.failure != FailureKind::None);
            table.start.push_back(span.start);
            table.end.push_back(unfinished ? span.start : std::max(span.start, span.end));
            table.id.push_back(local.id.value);
            table.parent.push_back(local.parent == noLocal ? SpanRow() : SpanRow(first + local.parent));
            table.node.push_back(nodeOf(local.raw));
            table.name.push_back(span.name);
            table.host.push_back((*m_input.resources)[span.resource].host);
            table.storeRow.push_back(StoreRow(local.raw));
            table.flags.push_back(flags);
            table.kindAndStatus.push_back(SpanTable::pack(span.kind, span.status, local.id.opaque));
            m_result.raw.push_back(local.raw);
        }
        table.traces.push_back({m_input.traces[raw(m_locals.front().raw).trace], first,
                                static_cast<std::uint32_t>(m_locals.size())});
    }

    const CallInput::Columns& m_input;
    const NodeDirectory& m_nodes;
    ResolvedSpans& m_result;
    std::vector<Local> m_locals;
    std::vector<Group> m_groups;          ///< sorted by id
    std::vector<std::uint32_t> m_holders; ///< locals, by group
};

void reserve(SpanTable& table, std::size_t spans, std::size_t traces) {
    table.start.reserve(spans);
    table.end.reserve(spans);
    table.id.reserve(spans);
    table.parent.reserve(spans);
    table.node.reserve(spans);
    table.name.reserve(spans);
    table.host.reserve(spans);
    table.storeRow.reserve(spans);
    table.flags.reserve(spans);
    table.kindAndStatus.reserve(spans);
    table.traces.reserve(traces);
}

} // namespace

Result<ResolvedSpans> resolveTraces(const CallInput::Columns& input, const NodeDirectory& nodes,
                                    const CancelToken& cancel) {
    const std::size_t traceCount = input.traces.size();
    std::vector<std::uint32_t> firstOf(traceCount + 1, 0); // counting sort of the spans by trace
    for (const RawSpan& span : input.spans)
        ++firstOf[span.trace + 1];
    std::partial_sum(firstOf.begin(), firstOf.end(), firstOf.begin());
    std::vector<RawIndex> byTrace(input.spans.size());
    {
        std::vector<std::uint32_t> next(firstOf.begin(), firstOf.end() - 1);
        for (RawIndex index = 0; index < input.spans.size(); ++index)
            byTrace[next[input.spans[index].trace]++] = index;
    }
    std::vector<std::uint32_t> traces(traceCount);
    std::iota(traces.begin(), traces.end(), 0u);
    std::sort(traces.begin(), traces.end(), [&](std::uint32_t a, std::uint32_t b) {
        return compareAsText(input.traces[a], input.traces[b], *input.strings) < 0;
    });

    ResolvedSpans result;
    reserve(result.table, input.spans.size(), traceCount);
    result.raw.reserve(input.spans.size());
    TraceWork work(input, nodes, result);
    std::vector<RawIndex> members;
    for (const std::uint32_t trace : traces) {
        if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
        members.assign(byTrace.begin() + firstOf[trace], byTrace.begin() + firstOf[trace + 1]);
        work.resolve(members);
    }
    for (std::vector<StoreRow>* const rows :
         {&result.duplicates, &result.selfParents, &result.cycles, &result.idCollisions})
        std::sort(rows->begin(), rows->end());
    return result;
}

} // namespace hallway
