#include "analysis/CallInputColumns.h"

#include <algorithm>
#include <limits>

namespace hallway {

namespace {

/// Absent instead of overflowing: a hostile time must not become another plausible one.
Timestamp scaled(Timestamp time, std::int64_t scale) {
    std::int64_t result = 0;
    if (__builtin_mul_overflow(nanosecondsOf(time), scale, &result)) return {};
    return timestampOf(result);
}

} // namespace

CallInput::CallInput(StringPool& strings, const ResourceTable& resources)
    : m_columns(std::make_unique<Columns>(strings, resources)) {}
CallInput::~CallInput() = default;
CallInput::CallInput(CallInput&&) noexcept = default;

void CallInput::append(const SpanBatch& batch, StoreRow firstRow) {
    Columns& columns = *m_columns;
    if (firstRow.index() != columns.size()) return; // rows are numbered by arrival, see StoreRow
    for (const SpanRecord& span : batch.spans) {
        const StoreRow row(columns.size());
        for (std::uint32_t i = 0; i < span.linkCount; ++i) {
            const LinkTarget& link = batch.links[span.firstLink + i];
            columns.links.push_back({row, link.trace, link.span});
        }
        SpanFacts facts = columns.reader.read(span, batch, (*columns.resources)[span.resource]);
        facts.traits.opaqueParent = span.parent.opaque;
        SpanFlags flags = span.flags;
        flags.set(SpanFlag::HasLinks, span.linkCount > 0);
        flags.set(SpanFlag::HasException, facts.traits.hasException);
        flags.set(SpanFlag::Failed, facts.traits.failure != FailureKind::None);
        if (facts.queue.valid() && facts.peer.valid())
            columns.callersOfReceivers.emplace_back(row, facts.peer);

        columns.id.push_back(span.id.value);
        columns.parent.push_back(span.parent.value);
        columns.start.push_back(span.start);
        columns.end.push_back(span.end);
        columns.trace.push_back(columns.traces.add(span.trace));
        columns.operation.push_back(facts.operation);
        columns.name.push_back(span.name);
        columns.resource.push_back(span.resource);
        columns.peer.push_back(facts.queue.valid() ? facts.queue : facts.peer);
        columns.attributeCount.push_back(static_cast<std::uint16_t>(
            std::min<std::uint32_t>(span.attributeCount, std::numeric_limits<std::uint16_t>::max())));
        columns.flags.push_back(flags);
        columns.traits.push_back(facts.traits);
        columns.kindAndStatus.push_back(SpanTable::pack(span.kind, span.status, span.id.opaque));
    }
}

void CallInput::rescale(StoreRow first, StoreRow end, std::int64_t scale) {
    for (std::size_t row = first.index(); row < end.index() && row < size(); ++row) {
        m_columns->start[row] = scaled(m_columns->start[row], scale);
        m_columns->end[row] = scaled(m_columns->end[row], scale);
    }
}

std::size_t CallInput::size() const { return m_columns->size(); }

} // namespace hallway
