#include "decode/ElasticSection.h"

#include "decode/ElasticEvent.h"
#include "decode/IdText.h"

namespace hallway {

std::shared_ptr<ElasticSection> ElasticSection::next() {
    auto next = std::make_shared<ElasticSection>(m_context, m_traces, m_problems);
    m_own->isWhole = true;
    m_next = next->m_own;
    next->m_before = m_own;
    return next;
}

void ElasticSection::complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) {
    m_problems.setPosition(slice.position);
    if (record.trace.isZero()) m_traces.give(record, slice.position.offset, loose.hash);
    if (!loose.process.valid()) return;
    StringPool& strings = m_context.strings;
    startWithin(record, spanIdOf(strings.text(loose.process), strings));
}

Timestamp ElasticSection::startOf(const SpanId& transaction) const {
    for (const Transactions* const section : {m_own.get(), m_before.get(), m_next.get()}) {
        if (section == nullptr) continue;
        const auto found = section->starts.find(transaction.value);
        if (found != section->starts.end()) return found->second;
    }
    return {};
}

void ElasticSection::startWithin(SpanRecord& record, const SpanId& transaction) {
    const Timestamp begin = startOf(transaction);
    const Duration offset = Duration(nanosecondsOf(record.start) - ElasticEvent::offsetMark);
    const Duration length = record.end - record.start;
    const bool isFinished = !record.flags.has(SpanFlag::Unfinished);
    std::int64_t start = 0, end = 0;
    const bool fits = !__builtin_add_overflow(nanosecondsOf(begin), offset.count(), &start) &&
                      !__builtin_add_overflow(start, length.count(), &end);
    if (begin == Timestamp() || !fits) {
        m_problems.add(ProblemCode::MissingStart, [&] {
            return "span " + RecordProblems::quoted(m_context.strings.text(record.name)) +
                   " says only how long after a transaction it began that is not near it";
        });
        start = 0;
        end = length.count();
    }
    record.start = timestampOf(start);
    if (isFinished) record.end = timestampOf(end);
}

} // namespace hallway
