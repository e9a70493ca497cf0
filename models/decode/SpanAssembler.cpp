#include "decode/SpanAssembler.h"

#include "base/Hash.h"

#include <algorithm>

namespace hallway {

SpanRecord& SpanAssembler::begin() {
    m_draft.clear();
    m_record = &m_collector.begin();
    const StringId empty(0u);
    m_record->name = empty;
    m_record->statusMessage = empty;
    m_record->traceState = empty;
    return *m_record;
}

std::string SpanAssembler::subject() const {
    return "span " + RecordProblems::quoted(m_strings.text(m_record->name));
}

Timestamp SpanAssembler::time(std::optional<std::int64_t> nanoseconds, std::string_view what) {
    if (nanoseconds && *nanoseconds >= 0) return timestampOf(*nanoseconds);
    m_problems.add(ProblemCode::InvalidTime,
                   [&] { return std::string(what) + " is no time between 1970 and 2262; taken as absent"; });
    return {};
}

void SpanAssembler::giveTrace(SpanRecord& record, std::uint64_t hash) {
    if (!m_documentTrace) m_documentTrace = TraceId{combineHash(hash, 1), combineHash(hash, 2), false};
    record.trace = *m_documentTrace;
    record.flags.set(SpanFlag::SyntheticTrace);
    m_problems.add(ProblemCode::EmptyTraceId, [&] {
        return "span " + RecordProblems::quoted(m_strings.text(record.name)) +
               " has no trace id; the spans like it in one document form a trace";
    });
}

void SpanAssembler::checkTimes() {
    SpanRecord& record = *m_record;
    const bool unfinished = record.flags.has(SpanFlag::Unfinished);
    if (nanosecondsOf(record.start) == 0)
        m_problems.add(ProblemCode::MissingStart, [&] { return subject() + " has no start time"; });
    if (unfinished && nanosecondsOf(record.end) == 0)
        m_problems.add(ProblemCode::UnfinishedSpan, [&] { return subject() + " has no end"; });
    if (!unfinished && record.end < record.start) {
        record.flags.set(SpanFlag::NegativeDuration);
        m_problems.add(ProblemCode::NegativeDuration, [&] { return subject() + " ends before it starts"; });
    }
}

void SpanAssembler::keep(bool traceFollows) {
    SpanRecord& record = *m_record;
    checkTimes();
    if (record.droppedCount > 0) {
        record.flags.set(SpanFlag::Incomplete);
        m_problems.add(ProblemCode::DroppedData, [&] {
            return subject() + " lost " + std::to_string(record.droppedCount) +
                   " attributes, events or links at its exporter";
        });
    }
    const bool traceMissing = record.trace.isZero();
    if (record.id.isZero() || (traceMissing && !traceFollows)) {
        const std::uint64_t hash = contentHash(record, m_draft, m_strings);
        if (traceMissing && !traceFollows) giveTrace(record, hash);
        if (record.id.isZero()) {
            record.id = {hash, false};
            record.flags.set(SpanFlag::SyntheticId);
            m_problems.add(ProblemCode::EmptySpanId, [&] { return subject() + " has no span id"; });
        }
    }
    if (record.trace.opaque || record.id.opaque || record.parent.opaque)
        m_problems.add(ProblemCode::OpaqueId, [&] {
            const std::string text = record.id.opaque      ? textOf(record.id, m_strings)
                                     : record.trace.opaque ? textOf(record.trace, m_strings)
                                                           : textOf(record.parent, m_strings);
            return subject() + " has the id " + RecordProblems::quoted(text) + ", which is kept as text";
        });
    m_draft.appendTo(m_collector.batch(), record);
    m_record = nullptr;
    m_collector.keep();
}

void SpanAssembler::completeTrace(std::uint64_t first, TraceId trace) {
    m_collector.forEachSince(first, [&](SpanRecord& record) {
        if (!record.trace.isZero()) return;
        if (trace.isZero())
            giveTrace(record, std::max<std::uint64_t>(combineHash(hashOf(textOf(record.id, m_strings)),
                                                                  hashOf(m_strings.text(record.name))),
                                                      1));
        else
            record.trace = trace;
    });
}

} // namespace hallway
