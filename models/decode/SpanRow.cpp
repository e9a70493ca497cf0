#include "decode/SpanRow.h"

#include "decode/DecimalText.h"
#include "decode/IdText.h"
#include "decode/JsonAttributes.h"
#include "decode/SpanTexts.h"
#include "trace/KnownKeys.h"

#include <algorithm>
#include <optional>

namespace hallway {

namespace {

/// What tables write where there is no parent.
bool isNone(std::string_view text) {
    text = trimmed(text);
    constexpr std::string_view words[] = {"root", "-1", "null", "none", "nil", "nan"};
    return text.empty() || std::any_of(std::begin(words), std::end(words), [text](std::string_view word) {
               return equalIgnoringCase(text, word);
           });
}

/// Also what SkyWalking calls them, and a name behind that of its type: `SpanKind.SERVER`.
std::optional<SpanKind> kindOf(std::string_view text) {
    text = trimmed(text);
    if (equalIgnoringCase(text, "Entry")) return SpanKind::Server;
    if (equalIgnoringCase(text, "Exit")) return SpanKind::Client;
    if (equalIgnoringCase(text, "Local")) return SpanKind::Internal;
    const std::size_t point = text.rfind('.');
    return spanKindOf(point == text.npos ? text : text.substr(point + 1));
}

std::optional<bool> truthOf(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view word : {"true", "1", "yes"})
        if (equalIgnoringCase(text, word)) return true;
    for (const std::string_view word : {"false", "0", "no"})
        if (equalIgnoringCase(text, word)) return false;
    return std::nullopt;
}

bool isMap(SpanField field) {
    return field == SpanField::Attributes || field == SpanField::ResourceAttributes;
}

} // namespace

void SpanRow::begin(const SpanSlice& slice) {
    m_cells.fill({});
    m_record = &m_bench.assembler.begin(slice);
    m_bench.spanAttributes.begin(m_bench.assembler.draft().attributes);
}

void SpanRow::addAttribute(std::string_view key, std::string_view text) {
    m_bench.spanAttributes.addText(m_bench.spanAttributes.idOf(key), text);
}

void SpanRow::set(const SpanColumn& column, std::string_view text) {
    if (text.empty() || column.name.empty()) return;
    const bool isText = isMap(column.field) && !trimmed(text).starts_with('{');
    if (column.field == SpanField::Attribute || isText)
        addAttribute(column.name, text);
    else if (column.field == SpanField::Attributes)
        readMap(column, text);
    else
        m_cells[static_cast<std::size_t>(column.field)] = {text, &column};
}

void SpanRow::readMap(const SpanColumn& column, std::string_view text) {
    appendClickHouseJson(m_json.begin(), text);
    const bool isWhole = m_json.read([&](JsonAny& map) {
        m_members.forEach(map, [&](std::string_view key, JsonAny value) {
            addScalar(m_bench.spanAttributes, key, scalarOf(value));
        });
    });
    if (isWhole) return;
    m_bench.spanAttributes.countInvalid(column.name, "no map; kept as text");
    addAttribute(column.name, text);
}

void SpanRow::keep() {
    SpanRecord& record = *m_record;
    StringCache& strings = m_bench.strings;
    record.trace = traceIdOf(text(SpanField::TraceId), strings.pool());
    record.id = spanIdOf(text(SpanField::SpanId), strings.pool());
    const std::string_view parent = text(SpanField::ParentId);
    if (!isNone(parent)) record.parent = spanIdOf(parent, strings.pool());
    record.name = strings.intern(text(SpanField::Operation));
    record.traceState = strings.intern(text(SpanField::TraceState));
    readKind();
    readPeer();
    readStatus();
    readTimes();
    record.resource = m_resources.idOf(
        {text(SpanField::Service), text(SpanField::Pod), text(SpanField::ResourceAttributes)});
    if (!m_bench.tables.resources[record.resource].serviceName.valid())
        m_bench.problems.add(ProblemCode::MissingService,
                             [&] { return m_bench.assembler.subject() + " names no service"; });
    record.scope = m_bench.tables.scopes.intern(strings.intern(text(SpanField::ScopeName)),
                                                strings.intern(text(SpanField::ScopeVersion)), {});
    readEvents();
    readLinks();
    record.attributeCount = m_bench.spanAttributes.count();
    m_bench.assembler.keep();
}

void SpanRow::readKind() {
    const Cell& written = cell(SpanField::Kind);
    if (written.text.empty()) return;
    if (const auto kind = kindOf(written.text)) {
        m_record->kind = *kind;
        return;
    }
    m_bench.problems.add(ProblemCode::UnknownKind, [&] {
        return m_bench.assembler.subject() + " has kind " + RecordProblems::quoted(written.text);
    });
    addAttribute(written);
}

void SpanRow::readPeer() {
    const Cell& peer = cell(SpanField::Peer);
    if (peer.text.empty()) return;
    // Beside a server's span some tools write the server's own name.
    if (m_record->kind == SpanKind::Client || m_record->kind == SpanKind::Producer)
        m_bench.spanAttributes.addText(idOf(KnownKey::PeerService), peer.text);
    else
        addAttribute(peer);
}

void SpanRow::readStatus() {
    SpanRecord& record = *m_record;
    record.statusMessage = m_bench.strings.intern(text(SpanField::StatusMessage));
    if (const Cell& written = cell(SpanField::StatusCode); !written.text.empty()) {
        if (const auto status = spanStatusOf(written.text)) {
            record.status = *status;
        } else {
            if (!decimalInteger(written.text)) // HTTP's and others' codes are no status
                m_bench.problems.add(ProblemCode::UnknownStatus, [&] {
                    return m_bench.assembler.subject() + " has status " +
                           RecordProblems::quoted(written.text);
                });
            addAttribute(written);
        }
    }
    if (const Cell& error = cell(SpanField::Error); !error.text.empty()) {
        const auto isError = truthOf(error.text);
        if (!isError)
            addAttribute(error);
        else if (*isError)
            record.status = SpanStatus::Error;
    }
}

void SpanRow::readTimes() {
    SpanRecord& record = *m_record;
    const auto timeOf = [&](SpanField field, std::string_view what) {
        const Cell& written = cell(field);
        if (written.text.empty()) return WrittenTime{};
        const auto time = writtenTime(written.text, written.column->unit);
        const Timestamp checked =
            m_bench.assembler.time(time ? std::optional(time->nanoseconds) : std::nullopt, what);
        return WrittenTime{nanosecondsOf(checked), time ? time->unit : TimeUnit::Unknown};
    };
    const WrittenTime start = timeOf(SpanField::Start, "a start"), end = timeOf(SpanField::End, "an end");
    record.start = timestampOf(start.nanoseconds);
    record.end = timestampOf(end.nanoseconds);
    if (end.nanoseconds == 0) readDuration(start);
}

void SpanRow::readDuration(const WrittenTime& start) {
    const Cell& written = cell(SpanField::Elapsed);
    std::optional<std::int64_t> duration;
    std::int64_t end = 0;
    if (!written.text.empty()) {
        const TimeUnit unit = written.column->unit;
        duration = writtenDuration(written.text, unit == TimeUnit::Unknown ? start.unit : unit);
        if (duration && __builtin_add_overflow(start.nanoseconds, *duration, &end)) duration.reset();
        if (!duration) (void)m_bench.assembler.time(std::nullopt, "a duration");
    }
    if (duration && start.nanoseconds != 0)
        m_record->end = timestampOf(end);
    else
        m_record->flags.set(SpanFlag::Unfinished);
}

} // namespace hallway
