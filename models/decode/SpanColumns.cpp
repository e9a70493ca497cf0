#include "decode/SpanColumns.h"

#include <algorithm>
#include <array>

namespace hallway {

namespace {

struct Spelling {
    SpanField field;
    std::string_view name; ///< lower case, letters and digits only
};

/// Of one field: the more particular names first.
constexpr Spelling spellings[] = {
    {SpanField::TraceId, "traceid"},
    {SpanField::TraceId, "trace"},
    {SpanField::SpanId, "spanid"},
    {SpanField::SpanId, "childid"},
    {SpanField::SpanId, "id"},
    {SpanField::ParentId, "parentspanid"},
    {SpanField::ParentId, "parentid"},
    {SpanField::ParentId, "parentspan"},
    {SpanField::ParentId, "parent"},
    {SpanField::Service, "servicename"},
    {SpanField::Service, "service"},
    {SpanField::Service, "resourceservicename"},
    {SpanField::Service, "processservicename"},
    {SpanField::Service, "localservicename"},
    {SpanField::Service, "microservice"},
    {SpanField::Service, "childms"},
    {SpanField::Service, "applicationname"},
    {SpanField::Service, "application"},
    {SpanField::Pod, "k8spodname"},
    {SpanField::Pod, "podname"},
    {SpanField::Pod, "pod"},
    {SpanField::Pod, "childpod"},
    {SpanField::Operation, "spanname"},
    {SpanField::Operation, "operationname"},
    {SpanField::Operation, "operation"},
    {SpanField::Operation, "name"},
    {SpanField::Operation, "childoperation"},
    {SpanField::Operation, "endpoint"},
    {SpanField::Operation, "url"},
    {SpanField::Kind, "spankind"},
    {SpanField::Kind, "kind"},
    {SpanField::Kind, "spantype"},
    {SpanField::Kind, "kindstring"},
    {SpanField::Start, "starttime"},
    {SpanField::Start, "starttimestamp"},
    {SpanField::Start, "startts"},
    {SpanField::Start, "start"},
    {SpanField::Start, "startedat"},
    {SpanField::Start, "starttimeunix"},
    {SpanField::Start, "begintime"},
    {SpanField::Start, "begin"},
    {SpanField::Start, "timestamp"},
    {SpanField::Start, "time"},
    {SpanField::End, "endtime"},
    {SpanField::End, "endtimestamp"},
    {SpanField::End, "endts"},
    {SpanField::End, "end"},
    {SpanField::End, "endedat"},
    {SpanField::End, "endtimeunix"},
    {SpanField::End, "finishtime"},
    {SpanField::End, "finish"},
    {SpanField::End, "stoptime"},
    {SpanField::Elapsed, "duration"},
    {SpanField::Elapsed, "childduration"},
    {SpanField::Elapsed, "spanduration"},
    {SpanField::Elapsed, "elapsed"},
    {SpanField::Elapsed, "elapsedtime"},
    {SpanField::Elapsed, "latency"},
    {SpanField::StatusCode, "otelstatuscode"},
    {SpanField::StatusCode, "spanstatuscode"},
    {SpanField::StatusCode, "statuscodestring"},
    {SpanField::StatusCode, "statuscode"},
    {SpanField::StatusCode, "spanstatus"},
    {SpanField::StatusCode, "status"},
    {SpanField::StatusMessage, "statusmessage"},
    {SpanField::StatusMessage, "statusdescription"},
    {SpanField::StatusMessage, "otelstatusdescription"},
    {SpanField::Error, "iserror"},
    {SpanField::Error, "haserror"},
    {SpanField::Error, "error"},
    {SpanField::TraceState, "tracestate"},
    {SpanField::ScopeName, "scopename"},
    {SpanField::ScopeName, "otelscopename"},
    {SpanField::ScopeVersion, "scopeversion"},
    {SpanField::ScopeVersion, "otelscopeversion"},
    {SpanField::Peer, "peerservice"},
    {SpanField::Peer, "peer"},
    {SpanField::Attributes, "spanattributes"},
    {SpanField::Attributes, "attributes"},
    {SpanField::Attributes, "tags"},
    {SpanField::Attributes, "attributesstring"},
    {SpanField::Attributes, "attributesnumber"},
    {SpanField::Attributes, "attributesbool"},
    {SpanField::ResourceAttributes, "resourceattributes"},
    {SpanField::ResourceAttributes, "resourcesstring"},
    {SpanField::ResourceAttributes, "resource"},
    {SpanField::ResourceAttributes, "servicetags"},
    {SpanField::EventTimes, "eventstimestamp"},
    {SpanField::EventNames, "eventsname"},
    {SpanField::EventAttributes, "eventsattributes"},
    {SpanField::LinkTraces, "linkstraceid"},
    {SpanField::LinkSpans, "linksspanid"},
    {SpanField::LinkStates, "linkstracestate"},
    {SpanField::LinkAttributes, "linksattributes"},
};

struct Suffix {
    std::string_view text;
    TimeUnit unit;
};

/// The longer ones first.
constexpr Suffix suffixes[] = {
    {"unixnanos", TimeUnit::Nanoseconds},
    {"unixnano", TimeUnit::Nanoseconds},
    {"nanoseconds", TimeUnit::Nanoseconds},
    {"nanos", TimeUnit::Nanoseconds},
    {"nano", TimeUnit::Nanoseconds},
    {"ns", TimeUnit::Nanoseconds},
    {"unixmicros", TimeUnit::Microseconds},
    {"unixmicro", TimeUnit::Microseconds},
    {"microseconds", TimeUnit::Microseconds},
    {"micros", TimeUnit::Microseconds},
    {"micro", TimeUnit::Microseconds},
    {"us", TimeUnit::Microseconds},
    {"µs", TimeUnit::Microseconds},
    {"μs", TimeUnit::Microseconds},
    {"unixmillis", TimeUnit::Milliseconds},
    {"unixmilli", TimeUnit::Milliseconds},
    {"milliseconds", TimeUnit::Milliseconds},
    {"millis", TimeUnit::Milliseconds},
    {"milli", TimeUnit::Milliseconds},
    {"ms", TimeUnit::Milliseconds},
    {"unixseconds", TimeUnit::Seconds},
    {"seconds", TimeUnit::Seconds},
    {"secs", TimeUnit::Seconds},
    {"sec", TimeUnit::Seconds},
};

constexpr bool isTime(SpanField field) {
    return field == SpanField::Start || field == SpanField::End || field == SpanField::Elapsed;
}

constexpr bool isMap(SpanField field) {
    return field == SpanField::Attributes || field == SpanField::ResourceAttributes;
}

struct Name {
    explicit Name(std::string_view written) {
        for (const char c : written) {
            const bool isCapital = c >= 'A' && c <= 'Z';
            const bool isWord =
                isCapital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
            if (isWord) whole += static_cast<char>(isCapital ? c + 32 : c);
        }
        const auto* const suffix =
            std::find_if(std::begin(suffixes), std::end(suffixes),
                         [&](const Suffix& other) { return whole.ends_with(other.text); });
        if (suffix == std::end(suffixes)) return;
        base = std::string_view(whole).substr(0, whole.size() - suffix->text.size());
        unit = suffix->unit;
    }

    std::string whole; ///< lower case, without what stands between words
    std::string base;  ///< without its unit; empty if it has none
    TimeUnit unit = TimeUnit::Unknown;

    /// Lets the column be what the spelling says, if this is it.
    bool give(SpanColumn& column, const Spelling& spelling) const {
        const bool isWhole = whole == spelling.name;
        if (!isWhole && !(isTime(spelling.field) && base == spelling.name)) return false;
        column.field = spelling.field;
        column.unit = isWhole ? TimeUnit::Unknown : unit;
        return true;
    }
};

} // namespace

std::vector<SpanColumn> spanColumns(const std::vector<std::string>& names) {
    std::vector<SpanColumn> columns(names.size());
    std::vector<Name> told;
    for (std::size_t i = 0; i < names.size(); ++i) {
        columns[i].name = names[i];
        told.emplace_back(names[i]);
    }
    std::array<bool, static_cast<std::size_t>(SpanField::Count)> isTaken{};
    for (const Spelling& spelling : spellings) {
        bool& taken = isTaken[static_cast<std::size_t>(spelling.field)];
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].field == SpanField::Attribute && (!taken || isMap(spelling.field)) &&
                told[i].give(columns[i], spelling))
                taken = true;
    }
    return columns;
}

SpanColumn spanColumn(std::string_view name) { return spanColumns({std::string(name)}).front(); }

} // namespace hallway
