#include "decode/SpanAssembler.h"

namespace hallway {

SpanRecord& SpanAssembler::begin(const SpanSlice& slice) {
    m_draft.clear();
    m_slice = &slice;
    SpanRecord& record = m_task->batch.spans.emplace_back();
    const StringId empty(0u);
    record.name = empty;
    record.statusMessage = empty;
    record.traceState = empty;
    record.resource = slice.resource;
    record.scope = slice.scope;
    return record;
}

std::string SpanAssembler::subject() const {
    return "span " + RecordProblems::quoted(m_strings.text(m_task->batch.spans.back().name));
}

void SpanAssembler::addLink(const Link& link) {
    if (link.trace.isZero() || link.span.isZero())
        m_problems.add(ProblemCode::InvalidLink,
                       [&] { return subject() + " has a link without ids; left out"; });
    else
        m_draft.addLink(link);
}

Timestamp SpanAssembler::time(std::optional<std::int64_t> nanoseconds, std::string_view what) {
    if (nanoseconds && *nanoseconds >= 0) return timestampOf(*nanoseconds);
    m_problems.add(ProblemCode::InvalidTime,
                   [&] { return std::string(what) + " is no time between 1970 and 2262; taken as absent"; });
    return {};
}

void SpanAssembler::checkTimes() {
    SpanRecord& record = m_task->batch.spans.back();
    const bool unfinished = record.flags.has(SpanFlag::Unfinished);
    const bool isWhole = record.zipkin == ZipkinRecord::None;
    if (isWhole && nanosecondsOf(record.start) == 0)
        m_problems.add(ProblemCode::MissingStart, [&] { return subject() + " has no start time"; });
    if (isWhole && unfinished && nanosecondsOf(record.end) == 0)
        m_problems.add(ProblemCode::UnfinishedSpan, [&] { return subject() + " has no end"; });
    if (!unfinished && record.end < record.start) {
        record.flags.set(SpanFlag::NegativeDuration);
        m_problems.add(ProblemCode::NegativeDuration, [&] { return subject() + " ends before it starts"; });
    }
}

void SpanAssembler::keep(StringId process) {
    SpanRecord& record = m_task->batch.spans.back();
    checkTimes();
    if (record.droppedCount > 0) {
        record.flags.set(SpanFlag::Incomplete);
        m_problems.add(ProblemCode::DroppedData, [&] {
            return subject() + " lost " + std::to_string(record.droppedCount) +
                   " attributes, events or links at its exporter";
        });
    }
    std::uint64_t hash = 0;
    if (record.id.isZero() || record.trace.isZero()) hash = contentHash(record, m_draft, m_strings);
    if (record.id.isZero()) {
        record.id = {hash, false};
        record.flags.set(SpanFlag::SyntheticId);
        m_problems.add(ProblemCode::EmptySpanId, [&] { return subject() + " has no span id"; });
    }
    if (record.trace.opaque || record.id.opaque || record.parent.opaque)
        m_problems.add(ProblemCode::OpaqueId, [&] {
            const std::string text = record.id.opaque      ? textOf(record.id, m_strings)
                                     : record.trace.opaque ? textOf(record.trace, m_strings)
                                                           : textOf(record.parent, m_strings);
            return subject() + " has the id " + RecordProblems::quoted(text) + ", which is kept as text";
        });
    m_draft.appendTo(m_task->batch, record);
    if (m_slice->isLoose || !record.resource.valid() || !record.scope.valid() || record.trace.isZero())
        m_task->loose.push_back({static_cast<std::uint32_t>(m_task->batch.spans.size() - 1),
                                 static_cast<std::uint32_t>(m_slice - m_task->slices.data()), process, hash});
}

} // namespace hallway
