#include "decode/SpanBuilder.h"

#include "decode/CalendarText.h"
#include "decode/DecimalText.h"
#include "decode/IdText.h"
#include "decode/SpanTexts.h"
#include "trace/KnownKeys.h"

#include <algorithm>
#include <limits>

namespace hallway {

namespace {

/// What Go writes for a time that was never set.
bool isGoZero(std::string_view text) { return text.starts_with("0001-01-01T00:00:00"); }

} // namespace

void SpanBuilder::begin(const SpanSlice& slice) {
    m_record = &m_bench.assembler.begin(slice);
    m_bench.spanAttributes.begin(m_bench.assembler.draft().attributes);
    m_packedResource.clear();
    m_resource.begin(m_packedResource);
    m_service.clear();
    m_duration.reset();
    m_scopeName = m_scopeVersion = StringId(0u);
}

void SpanBuilder::setTrace(std::string_view text) {
    m_record->trace = traceIdOf(text, m_bench.strings.pool());
}
void SpanBuilder::setId(std::string_view text) { m_record->id = spanIdOf(text, m_bench.strings.pool()); }
void SpanBuilder::setParent(std::string_view text) {
    m_record->parent = spanIdOf(text, m_bench.strings.pool());
}

void SpanBuilder::setKind(std::string_view text) {
    if (const auto kind = spanKindOf(text))
        m_record->kind = *kind;
    else
        m_bench.problems.add(ProblemCode::UnknownKind, [&] {
            return m_bench.assembler.subject() + " has kind " + RecordProblems::quoted(text);
        });
}

void SpanBuilder::setStatus(std::string_view text) {
    if (const auto status = spanStatusOf(text))
        m_record->status = *status;
    else
        m_bench.problems.add(ProblemCode::UnknownStatus, [&] {
            return m_bench.assembler.subject() + " has status " + RecordProblems::quoted(text);
        });
}

void SpanBuilder::setScope(std::string_view name, std::string_view version) {
    m_scopeName = m_bench.strings.intern(name);
    m_scopeVersion = m_bench.strings.intern(version);
}

void SpanBuilder::addDropped(std::string_view count) {
    const std::int64_t number = std::clamp<std::int64_t>(decimalInteger(count).value_or(0), 0,
                                                         std::numeric_limits<std::int32_t>::max());
    m_record->droppedCount = addedCounts(m_record->droppedCount, static_cast<std::uint32_t>(number));
}

void SpanBuilder::setDuration(std::optional<std::int64_t> duration) {
    m_duration = duration;
    if (!duration) (void)m_bench.assembler.time(std::nullopt, "a duration");
}

Timestamp SpanBuilder::timeOfText(std::string_view text, std::string_view what) {
    return text.empty() || isGoZero(text) ? Timestamp() : timeOf(calendarTime(text), what);
}
void SpanBuilder::setStartText(std::string_view text) { m_record->start = timeOfText(text, "a start"); }
void SpanBuilder::setEndText(std::string_view text) { m_record->end = timeOfText(text, "an end"); }

AttributeList& SpanBuilder::beginInner() {
    m_packedInner.clear();
    m_bench.innerAttributes.begin(m_packedInner);
    return m_bench.innerAttributes;
}

void SpanBuilder::addEvent(std::string_view name, Timestamp time, std::uint32_t dropped) {
    if (name == "exception") m_record->flags.set(SpanFlag::HasException);
    appendEvent(m_bench.assembler.draft().events,
                {time, m_bench.strings.intern(name), dropped, m_packedInner});
}

void SpanBuilder::addLink(const TraceId& trace, const SpanId& span, std::string_view traceState) {
    m_bench.assembler.addLink({trace, span, m_bench.strings.intern(traceState), m_packedInner});
}

void SpanBuilder::resolveTimes() {
    SpanRecord& record = *m_record;
    const std::int64_t start = nanosecondsOf(record.start);
    if (m_duration && nanosecondsOf(record.end) == 0 && start > 0) {
        if (*m_duration <= std::numeric_limits<std::int64_t>::max() - start)
            record.end = timestampOf(start + *m_duration);
        else
            (void)m_bench.assembler.time(std::nullopt, "a duration");
    }
    record.flags.set(SpanFlag::Unfinished, start == 0 || nanosecondsOf(record.end) == 0);
}

void SpanBuilder::resolveResource(Service service) {
    if (m_service.empty() && service == Service::OfBlock) return;
    if (m_service.empty())
        m_bench.problems.add(ProblemCode::MissingService,
                             [&] { return m_bench.assembler.subject() + " has no service name"; });
    else
        m_resource.addText(idOf(KnownKey::ServiceName), m_service);
    m_record->resource = m_bench.tables.resources.intern(m_packedResource, m_bench.strings.pool());
}

void SpanBuilder::keep(Service service, StringId process) {
    m_record->attributeCount = m_bench.spanAttributes.count();
    m_record->scope = m_bench.tables.scopes.intern(m_scopeName, m_scopeVersion, {});
    resolveTimes();
    resolveResource(service);
    m_bench.assembler.keep(process);
}

} // namespace hallway
