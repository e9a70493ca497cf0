#include "analysis/CallInputColumns.h"

#include <algorithm>
#include <limits>

namespace hallway {

namespace {

constexpr std::string_view noService = "(no service)";

RawSpan rawSpanOf(const SpanRecord& span, const SpanFacts& facts, std::uint32_t trace) {
    RawSpan raw;
    raw.id = span.id.value;
    raw.opaqueId = span.id.opaque;
    raw.parent = span.parent.value;
    raw.opaqueParent = span.parent.opaque;
    raw.start = span.start;
    raw.end = span.end;
    raw.operation = facts.operation;
    raw.trace = trace;
    raw.name = span.name;
    raw.resource = span.resource;
    raw.peer = facts.peer;
    raw.queue = facts.queue;
    raw.attributeCount = static_cast<std::uint16_t>(
        std::min<std::uint32_t>(span.attributeCount, std::numeric_limits<std::uint16_t>::max()));
    raw.flags = span.flags;
    raw.flags.set(SpanFlag::HasLinks, span.linkCount > 0);
    raw.flags.set(SpanFlag::HasException, facts.hasException);
    raw.kind = span.kind;
    raw.status = span.status;
    raw.role = facts.role;
    raw.failure = facts.failure;
    raw.hasSystem = facts.hasSystem;
    raw.isBare = facts.isBare;
    raw.isResend = facts.isResend;
    raw.isRedelivery = facts.isRedelivery;
    raw.isEmptyBatch = facts.isEmptyBatch;
    return raw;
}

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
    if (firstRow.index() != columns.spans.size()) return; // rows are numbered by arrival, see StoreRow
    for (const SpanRecord& span : batch.spans) {
        const Resource& resource = (*columns.resources)[span.resource];
        const std::string_view service =
            resource.serviceName.valid() ? columns.strings->text(resource.serviceName) : noService;
        const auto [entry, isNew] =
            columns.traceIndex.try_emplace(span.trace, static_cast<std::uint32_t>(columns.traces.size()));
        if (isNew) columns.traces.push_back(span.trace);
        const auto row = static_cast<std::uint32_t>(columns.spans.size());
        for (std::uint32_t i = 0; i < span.linkCount; ++i) {
            const LinkTarget& link = batch.links[span.firstLink + i];
            columns.links.push_back({row, link.trace, link.span});
        }
        columns.spans.push_back(rawSpanOf(span, columns.reader.read(span, batch, service), entry->second));
    }
}

void CallInput::rescale(StoreRow first, StoreRow end, std::int64_t scale) {
    for (std::size_t row = first.index(); row < end.index() && row < m_columns->spans.size(); ++row) {
        RawSpan& span = m_columns->spans[row];
        span.start = scaled(span.start, scale);
        span.end = scaled(span.end, scale);
    }
}

std::size_t CallInput::size() const { return m_columns->spans.size(); }

} // namespace hallway
