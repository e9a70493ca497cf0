#include "decode/ZipkinParts.h"

#include "base/Hash.h"
#include "decode/RecordProblems.h"

#include <algorithm>
#include <utility>

namespace hallway {

namespace {

/// Trace ids of one trace may be 64 and 128 bits long.
bool haveOneId(const SpanRecord& a, const SpanRecord& b) {
    return a.id == b.id && a.trace.low == b.trace.low && a.trace.opaque == b.trace.opaque;
}

std::size_t bytesOf(const SpanBatch& batch) {
    return batch.bytes.size() + batch.spans.size() * sizeof(SpanRecord);
}

} // namespace

std::size_t ZipkinParts::Generation::slotOf(const SpanRecord& record) const {
    const std::size_t mask = idSlots.size() - 1;
    std::size_t slot = combineHash(record.id.value, record.trace.low) & mask;
    while (idSlots[slot] != none && !haveOneId(members[idSlots[slot]].place.record(), record))
        slot = (slot + 1) & mask;
    return slot;
}

void ZipkinParts::Generation::grow() {
    const auto before = std::exchange(
        idSlots, std::vector<std::uint32_t>(std::max<std::size_t>(1024, 2 * idSlots.size()), none));
    for (const std::uint32_t head : before)
        if (head != none) idSlots[slotOf(members[head].place.record())] = head;
}

bool ZipkinParts::Generation::join(const ZipkinPlace& place) {
    if (idSlots.empty()) return false;
    const std::uint32_t head = idSlots[slotOf(place.record())];
    if (head == none) return false;
    members.push_back({place, members[head].next});
    members[head].next = static_cast<std::uint32_t>(members.size() - 1);
    return true;
}

void ZipkinParts::Generation::add(const ZipkinPlace& place) {
    if (join(place)) return;
    if (4 * (heads + 1) > 3 * idSlots.size()) grow();
    idSlots[slotOf(place.record())] = static_cast<std::uint32_t>(members.size());
    members.push_back({place});
    ++heads;
}

void ZipkinParts::accept(SpanBatch batch) {
    SpanBatch& held = m_young.batches.emplace_back(std::move(batch));
    const std::uint64_t number = m_batches++;
    for (std::uint32_t index = 0; index < held.spans.size(); ++index) {
        if (held.spans[index].zipkin == ZipkinRecord::None) continue;
        const ZipkinPlace place{&held, number, index};
        if (!m_old.join(place)) m_young.add(place);
    }
    m_young.bytes += bytesOf(held);
    if (m_young.bytes > m_window / 2) releaseOld();
}

void ZipkinParts::releaseOld() {
    const std::uint64_t firstYoung = m_batches - m_young.batches.size();
    std::vector<ZipkinPlace> staying;
    for (const std::uint32_t head : m_old.idSlots) {
        if (head == none || m_old.members[head].next == none) continue;
        m_group.clear();
        for (std::uint32_t index = head; index != none; index = m_old.members[index].next)
            m_group.push_back(m_old.members[index].place);
        m_merge.merge(m_group, firstYoung);
        for (const ZipkinPlace& place : m_group)
            if (place.batchNumber >= firstYoung && place.record().zipkin != ZipkinRecord::Merged)
                staying.push_back(place);
    }
    for (SpanBatch& batch : m_old.batches)
        handOn(std::move(batch));
    m_old = std::exchange(m_young, {});
    for (const ZipkinPlace& place : staying)
        m_old.add(place);
}

void ZipkinParts::handOn(SpanBatch batch) {
    std::erase_if(batch.spans, [](const SpanRecord& span) { return span.zipkin == ZipkinRecord::Merged; });
    for (const SpanRecord& span : batch.spans)
        if (span.zipkin != ZipkinRecord::None) countLacks(span);
    if (!batch.spans.empty()) m_next.accept(std::move(batch));
}

void ZipkinParts::countLacks(const SpanRecord& span) {
    const auto count = [&](ProblemCode code, std::string_view what) {
        ImportProblems& problems = m_context.problems;
        std::string detail;
        if (problems.isNew(code))
            detail = "span " + RecordProblems::quoted(m_context.strings.text(span.name)) + std::string(what);
        problems.add(code, std::nullopt, detail);
    };
    if (nanosecondsOf(span.start) == 0) count(ProblemCode::MissingStart, " has no start time");
    if (span.flags.has(SpanFlag::Unfinished)) count(ProblemCode::UnfinishedSpan, " has no end");
    if (!m_context.resources[span.resource].serviceName.valid())
        count(ProblemCode::MissingService, " has no local endpoint with a service name");
}

void ZipkinParts::finish() {
    releaseOld();
    releaseOld();
}

} // namespace hallway
