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
    columns.grow(batch.spans.size());
    std::size_t row = firstRow.index();
    for (const SpanRecord& span : batch.spans) {
        for (std::uint32_t i = 0; i < span.linkCount; ++i) {
            const LinkTarget& link = batch.links[span.firstLink + i];
            columns.links.push_back({StoreRow(row), link.trace, link.span});
        }
        SpanFacts facts = columns.reader.read(span, batch, (*columns.resources)[span.resource]);
        facts.traits.opaqueParent = span.parent.opaque;
        SpanFlags flags = span.flags;
        flags.set(SpanFlag::HasLinks, span.linkCount > 0);
        flags.set(SpanFlag::HasException, facts.traits.hasException);
        flags.set(SpanFlag::Failed, facts.traits.failure != FailureKind::None);
        if (facts.queue.valid() && facts.peer.valid())
            columns.callersOfReceivers.emplace_back(StoreRow(row), facts.peer);

        columns.id[row] = span.id.value;
        columns.parent[row] = span.parent.value;
        columns.start[row] = span.start;
        columns.end[row] = span.end;
        columns.trace[row] = columns.traces.add(span.trace);
        if (span.zipkin != ZipkinRecord::None) columns.markZipkinTrace(columns.trace[row]);
        columns.operation[row] = facts.operation;
        columns.name[row] = span.name;
        columns.resource[row] = span.resource;
        columns.peer[row] = facts.queue.valid() ? facts.queue : facts.peer;
        columns.attributeCount[row] = static_cast<std::uint16_t>(
            std::min<std::uint32_t>(span.attributeCount, std::numeric_limits<std::uint16_t>::max()));
        columns.flags[row] = flags;
        columns.traits[row] = facts.traits;
        columns.kindAndStatus[row] = SpanTable::pack(span.kind, span.status, span.id.opaque);
        ++row;
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
