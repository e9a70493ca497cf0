#include "decode/DotnetSpan.h"

#include "decode/CalendarText.h"
#include "decode/DecimalText.h"
#include "decode/IdText.h"
#include "decode/ShortDate.h"
#include "decode/SpanTexts.h"

#include <algorithm>
#include <optional>

namespace hallway {

namespace {

constexpr std::size_t indent = 4;

struct Entry {
    std::string_view name;
    std::string_view value;
};

/// `name: value`, also with space before the colon as the oldest versions print it.
std::optional<Entry> entryOf(std::string_view line) {
    const std::size_t colon =
        line.ends_with(':') ? std::min(line.find(": "), line.size() - 1) : line.find(": ");
    if (colon == line.npos) return std::nullopt;
    return Entry{trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

void add(AttributeList& target, const Entry& entry) { target.addText(target.idOf(entry.name), entry.value); }

} // namespace

void DotnetSpanReader::read(std::string_view bytes, const SpanSlice& slice) {
    m_record = &m_bench.assembler.begin(slice);
    m_section = Section::None;
    m_openInner = Section::None;
    m_hasEnd = false;
    m_scopeName = m_scopeVersion = StringId(0u);
    m_resourceBytes.clear();
    m_scopeBytes.clear();
    m_resource.begin(m_resourceBytes);
    m_scope.begin(m_scopeBytes);
    m_bench.spanAttributes.begin(m_bench.assembler.draft().attributes);
    std::string_view rest = m_text.of(bytes);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        readLine(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (m_text.takeRepaired())
        m_bench.problems.add(ProblemCode::InvalidUtf8,
                             [] { return "text with bytes that stand for no character"; });
    keep();
}

void DotnetSpanReader::readLine(std::string_view line) {
    const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
    if (spaces == 0 && line.starts_with("Activity.Tags:"))
        m_section = Section::Tags;
    else if (spaces == 0 && line.starts_with("Activity.Events:"))
        m_section = Section::Events;
    else if (spaces == 0 && line.starts_with("Activity.Links:"))
        m_section = Section::Links;
    else if (spaces == 0 && line.starts_with("Instrumentation scope (ActivitySource):"))
        m_section = Section::Scope;
    else if (spaces == 0 && line.starts_with(dotnet::resource))
        m_section = Section::Resource;
    else if (spaces == 2 * indent)
        readInnerEntry(line.substr(spaces));
    else if (spaces == indent)
        readEntry(line.substr(spaces));
    else if (const auto entry = entryOf(line); entry && spaces == 0)
        readHead(entry->name, entry->value);
}

void DotnetSpanReader::readStatus(std::string_view text) {
    if (const auto status = spanStatusOf(text))
        m_record->status = *status;
    else
        m_bench.problems.add(ProblemCode::UnknownStatus, [&] {
            return m_bench.assembler.subject() + " has status " + RecordProblems::quoted(text);
        });
}

void DotnetSpanReader::readHead(std::string_view name, std::string_view value) {
    SpanRecord& record = *m_record;
    StringCache& strings = m_bench.strings;
    if (name == "StatusCode") return readStatus(value);
    constexpr std::string_view owner = "Activity.";
    if (!name.starts_with(owner)) return; // of a log
    name.remove_prefix(owner.size());
    if (name == "TraceId") {
        record.trace = traceIdOf(value, strings.pool());
    } else if (name == "SpanId") {
        record.id = spanIdOf(value, strings.pool());
    } else if (name == "ParentSpanId") {
        record.parent = spanIdOf(value, strings.pool());
    } else if (name == "TraceState") {
        record.traceState = strings.intern(value);
    } else if (name == "ActivitySourceName") {
        m_scopeName = strings.intern(value);
    } else if (name == "ActivitySourceVersion") {
        m_scopeVersion = strings.intern(value);
    } else if (name == "DisplayName") {
        record.name = strings.intern(value);
    } else if (name == "StatusDescription") {
        record.statusMessage = strings.intern(value);
    } else if (name == "StartTime") {
        record.start = m_bench.assembler.time(calendarTime(value), "a start");
    } else if (name == "Duration") {
        std::int64_t end = 0;
        const auto duration = durationText(value);
        m_hasEnd = duration && record.start != Timestamp{} &&
                   !__builtin_add_overflow(nanosecondsOf(record.start), *duration, &end);
        record.end = timestampOf(m_hasEnd ? end : 0);
        if (!duration) (void)m_bench.assembler.time(std::nullopt, "a duration");
    } else if (name == "Kind") {
        if (const auto kind = spanKindOf(value))
            record.kind = *kind;
        else
            m_bench.problems.add(ProblemCode::UnknownKind, [&] {
                return m_bench.assembler.subject() + " has kind " + RecordProblems::quoted(value);
            });
    }
}

void DotnetSpanReader::readEntry(std::string_view line) {
    if (m_section == Section::Events) return beginEvent(line);
    if (m_section == Section::Links) return beginLink(line);
    const auto entry = entryOf(line);
    if (!entry) return;
    // Older versions print the status among the tags.
    if (entry->name == "StatusCode" && m_section != Section::Resource)
        readStatus(entry->value);
    else if (entry->name == "Activity.StatusDescription")
        m_record->statusMessage = m_bench.strings.intern(entry->value);
    else if (m_section == Section::Tags)
        add(m_bench.spanAttributes, *entry);
    else if (m_section == Section::Resource)
        add(m_resource, *entry);
    else if (m_section == Section::Scope && entry->name == "Name")
        m_scopeName = m_bench.strings.intern(entry->value);
    else if (m_section == Section::Scope && entry->name == "Version")
        m_scopeVersion = m_bench.strings.intern(entry->value);
}

void DotnetSpanReader::readInnerEntry(std::string_view line) {
    const auto entry = entryOf(line);
    if (!entry) return;
    if (m_section == Section::Scope)
        add(m_scope, *entry);
    else if (m_openInner != Section::None && m_openInner == m_section)
        add(m_bench.innerAttributes, *entry);
}

void DotnetSpanReader::beginEvent(std::string_view line) {
    const std::size_t bracket = line.rfind(" [");
    if (bracket == line.npos || !line.ends_with(']')) return;
    beginInner(Section::Events);
    const std::string_view when = line.substr(bracket + 2, line.size() - bracket - 3);
    auto time = calendarTime(when);
    if (!time)
        time = shortDateTime(when, nanosecondsOf(m_record->start),
                             nanosecondsOf(m_hasEnd ? m_record->end : m_record->start));
    m_event = {};
    m_event.time = m_bench.assembler.time(time, "the time of an event");
    m_event.name = m_bench.strings.intern(trimmed(line.substr(0, bracket)));
}

void DotnetSpanReader::beginLink(std::string_view line) {
    const std::size_t blank = line.find(' ');
    if (blank == line.npos) return;
    beginInner(Section::Links);
    StringPool& pool = m_bench.strings.pool();
    m_link = {
        traceIdOf(line.substr(0, blank), pool), spanIdOf(line.substr(blank + 1), pool), StringId(0u), {}};
}

void DotnetSpanReader::endInner() {
    if (m_openInner == Section::Events) {
        m_event.attributes = m_inner;
        if (m_bench.strings.text(m_event.name) == "exception") m_record->flags.set(SpanFlag::HasException);
        appendEvent(m_bench.assembler.draft().events, m_event);
    } else if (m_openInner == Section::Links) {
        m_link.attributes = m_inner;
        m_bench.assembler.addLink(m_link);
    }
    m_openInner = Section::None;
}

void DotnetSpanReader::keep() {
    endInner();
    SpanRecord& record = *m_record;
    if (!m_hasEnd) record.flags.set(SpanFlag::Unfinished);
    record.resource = m_bench.tables.resources.intern(m_resourceBytes, m_bench.strings.pool());
    if (!m_bench.tables.resources[record.resource].serviceName.valid())
        m_bench.problems.add(ProblemCode::MissingService,
                             [&] { return m_bench.assembler.subject() + " names no service"; });
    record.scope = m_bench.tables.scopes.intern(m_scopeName, m_scopeVersion, m_scopeBytes);
    record.attributeCount = m_bench.spanAttributes.count();
    m_bench.assembler.keep();
}

} // namespace hallway
